import { createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { Verdict } from '../submission/verdict.ts';
import {
  CHECK_FINISHED,
  WEBHOOK_ID_HEADER,
  WEBHOOK_SECRET_PREFIX,
  WEBHOOK_SIGNATURE_HEADER,
  WEBHOOK_TIMESTAMP_HEADER,
} from '../submission/webhook-wire.ts';
import {
  type DetailedVerdict,
  detailedJobAnswerSchema,
  type JobDetails,
  readDetailedVerdict,
} from './job-details.ts';
import { LivenessServerError } from './liveness-server-error.ts';

/** A finished check, as the self-hosted service has posted it. */
export interface WebhookEvent {
  /** Names the message, the same in every attempt: act on it once. */
  readonly id: string;
  /** The access key whose token the check was done with. */
  readonly accessKey: string;
  readonly jobId: string;
  /** With its score. Never `pending`. */
  readonly verdict: Exclude<Verdict, { status: 'pending' }>;
  /** Why the service decided so. Not for the browser. */
  readonly details?: JobDetails;
  /** The verdict as the service has signed it, for auditors: a compact JWS. Only where it signs. */
  readonly verdictJws?: string;
  /** When the job ended. */
  readonly finishedAt: Date;
}

/** What was posted: the headers, and the body as it came, before any parser. */
export interface WebhookRequest {
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string | Uint8Array;
}

/** What a webhook is verified with. */
export interface WebhookVerification {
  /** `NODEFLUX_WEBHOOK_SECRET` of the service. */
  readonly secret: string;
  /** How old a message may be, and how far ahead. Default five minutes. */
  readonly toleranceMs?: number;
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number;
}

const TOLERANCE_MS = 5 * 60_000;

const eventSchema = v.object({
  type: v.literal(CHECK_FINISHED),
  timestamp: v.pipe(v.string(), v.isoTimestamp()),
  data: v.object({ ...detailedJobAnswerSchema.entries, access_key: v.string() }),
});

/**
 * Reads a webhook of the self-hosted service, after its signature and its age were verified (Standard Webhooks). The
 * comparison takes the same time for every wrong signature. A message may come twice: `id` is the same then.
 * @throws {LivenessServerError} `webhook-refused`; answer 401, and act on nothing. TypeError for a secret of another shape.
 *
 * @example
 * ```ts
 * import { verifyWebhook } from 'nodeflux-liveness/server';
 * async function read(request: Request) {
 *   const event = verifyWebhook(
 *     { headers: request.headers, body: await request.text() },
 *     { secret: process.env.NODEFLUX_WEBHOOK_SECRET ?? '' },
 *   );
 *   return event.verdict.status === 'judged' && event.verdict.live;
 * }
 * ```
 */
export function verifyWebhook(
  { body, headers }: WebhookRequest,
  { now = Date.now, secret, toleranceMs = TOLERANCE_MS }: WebhookVerification,
): WebhookEvent {
  const key = keyOf(secret);
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const id = headerOf(headers, WEBHOOK_ID_HEADER);
  const timestamp = headerOf(headers, WEBHOOK_TIMESTAMP_HEADER);
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(bytes).digest();
  const given = headerOf(headers, WEBHOOK_SIGNATURE_HEADER).split(' ');
  if (given.filter((signature) => isSignature(signature, expected)).length === 0) {
    throw refused('the signature is wrong or missing');
  }
  const ageMs = now() - Number(timestamp) * 1000;
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(ageMs) > toleranceMs) {
    throw refused('its timestamp is too far from this machine’s clock');
  }
  return eventOf(id, Buffer.from(bytes).toString());
}

function eventOf(id: string, text: string): WebhookEvent {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), eventSchema), text);
  if (!parsed.success) throw refused('it is signed, and of a kind that this version does not know');
  const { data, timestamp } = parsed.output;
  const { details, verdictJws, ...verdict } = readDetailedVerdict(data) as DetailedVerdict;
  if (verdict.status === 'pending') throw refused('it tells of a job that is not finished');
  return {
    id,
    accessKey: data.access_key,
    jobId: data.job.id,
    verdict,
    ...(details && { details }),
    ...(verdictJws !== undefined && { verdictJws }),
    finishedAt: new Date(timestamp),
  };
}

function keyOf(secret: string): Buffer {
  const key = secret.startsWith(WEBHOOK_SECRET_PREFIX)
    ? Buffer.from(secret.slice(WEBHOOK_SECRET_PREFIX.length), 'base64')
    : Buffer.of();
  // An empty key would verify what anybody signs with it.
  if (key.byteLength < 24) {
    throw new TypeError(
      `\`secret\` is "${WEBHOOK_SECRET_PREFIX}" and at least 24 bytes as base64.`,
    );
  }
  return key;
}

function isSignature(given: string, expected: Buffer): boolean {
  const signature = Buffer.from(given.startsWith('v1,') ? given.slice(3) : '', 'base64');
  return signature.byteLength === expected.byteLength && timingSafeEqual(signature, expected);
}

function headerOf(headers: WebhookRequest['headers'], name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  return typeof value === 'string' ? value : '';
}

function refused(detail: string): LivenessServerError {
  return new LivenessServerError('webhook-refused', { detail });
}
