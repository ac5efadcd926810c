import * as v from 'valibot';
import { type Answer, joinUrl, PROMPT_PLAN, type RequestPlan, request } from '../edge/request.ts';
import { LivenessError } from '../errors.ts';
import type { Pacing } from './pacing.ts';
import { isFinalAnswer, isSuccess, refusalError } from './refusal-error.ts';
import { requireProgress, type SessionMove } from './session-progress.ts';
import {
  type EvidencePublicKey,
  frameAnswerSchema,
  SESSION_ATTEMPTS_PATH,
  SESSION_FRAMES_PATH,
  SESSION_PATH,
  SESSION_REFUSALS,
  SESSION_STEPS_PATH,
  SESSION_SWAPS_PATH,
  SESSION_TIME_PATH,
  SESSION_VERSION,
  type SessionAnswer,
  type StepRequest,
  sessionAnswerSchema,
} from './session-wire.ts';
import { errorBodySchema, MESSAGES } from './wire.ts';

/**
 * The service's side of a paced session. Every call is sent again until it is answered, because the service takes the
 * same call twice for the same one; it rejects with a {@link LivenessError}, or with an abort's reason.
 */
export interface SessionClient {
  /** Where the session began: at the neutral face. */
  readonly opened: SessionAnswer;
  /** The step is done; its small frames come along. Resolves with the next. */
  commit(step: StepRequest): Promise<SessionAnswer>;
  /** Brings a frame that was committed to. */
  upload(jpeg: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Another gesture instead of that of this step. */
  swap(attempt: number, step: number): Promise<SessionAnswer>;
  /** Longer limits for this step and those to come; resolves with the step as it is now. */
  moreTime(attempt: number): Promise<SessionAnswer>;
  /** The time of this step once more, for the same gesture. */
  repeat(attempt: number, step: number): Promise<SessionAnswer>;
  /** Gives the attempt up; resolves with the first step of the next. */
  restart(attempt: number): Promise<SessionAnswer>;
}

/** Where a session is opened, with which one-time token, and whether the check may go on without. */
export interface PacedConnection {
  readonly apiUrl: string;
  readonly token: string;
  readonly pacing: Exclude<Pacing, 'off'>;
}

/** What the service binds the token to. */
export interface SessionBinding {
  readonly publicKey: EvidencePublicKey;
  /** Hash of the words that the person agreed to, where the page asked for consent. */
  readonly consentSha256?: string | undefined;
}

/** A frame follows beside the check and takes 4 s at 200 kbit/s; the person waits for it only when the camera is off. */
const UPLOAD_PLAN: RequestPlan = {
  tryLimitMs: 20_000,
  totalLimitMs: 60_000,
  tries: 4,
  firstPauseMs: 500,
};

/** What gateways answer to a route that they do not know, in whatever words. */
const NOT_OFFERED: readonly number[] = [400, 401, 403, 404, 405, 501];

/**
 * Activates the token. Resolves with `undefined` only where the service says that it has no such route and `offered` lets
 * the check go on: a lost request, a service in trouble or an answer that is none is never taken for that.
 * @throws {LivenessError} `pacing-unavailable` where it is required and not offered; `token-expired`, `token-used`,
 *   `network`, `too-many-requests`, `redirect-refused`, `answer-unexpected` or `rejected`
 */
export async function openSession(
  connection: PacedConnection,
  binding: SessionBinding,
  signal: AbortSignal,
  plan: RequestPlan = PROMPT_PLAN,
): Promise<SessionClient | undefined> {
  const body = JSON.stringify({
    version: SESSION_VERSION,
    public_key: binding.publicKey,
    consent_sha256: binding.consentSha256,
  });
  const mayGoWithout = connection.pacing === 'offered';
  const answer = await send(connection, SESSION_PATH, JSON_TYPE, body, {
    what: 'the activation of the token',
    signal,
    plan,
    isFinal: (given) =>
      isNotOffered(given) ? mayGoWithout || isContractual(given) : isFinalAnswer(given),
  });
  const parsed = v.safeParse(sessionAnswerSchema, answer.json);
  if (isSuccess(answer) && parsed.success) {
    requireProgress('open', undefined, parsed.output);
    return sessionOf(connection, parsed.output, signal, plan);
  }
  if (!isNotOffered(answer)) throw refusalError(answer);
  if (mayGoWithout) return undefined;
  throw new LivenessError('pacing-unavailable', {
    detail: isContractual(answer)
      ? String(answer.status)
      : `${answer.status} of somebody who is not the service, at ${joinUrl(connection.apiUrl, SESSION_PATH)}`,
    errors: [{ status: answer.status }],
  });
}

/** Whether the answer is about the route, and not about this token, key or page. */
function isNotOffered(answer: Answer): boolean {
  if (!NOT_OFFERED.includes(answer.status)) return false;
  const body = v.safeParse(errorBodySchema, answer.json);
  if (!body.success) return true;
  const { code, message } = body.output;
  return !SESSION_REFUSALS.includes(code) && !TOKEN_REFUSALS.includes(message);
}

const TOKEN_REFUSALS: readonly string[] = [
  MESSAGES.tokenExpired,
  MESSAGES.tokenUsed,
  MESSAGES.tokenInvalid,
];

function isContractual({ json }: Answer): boolean {
  return v.is(errorBodySchema, json);
}

function sessionOf(
  connection: PacedConnection,
  opened: SessionAnswer,
  signal: AbortSignal,
  prompt: RequestPlan,
): SessionClient {
  let place = opened;

  async function call<TSchema extends v.GenericSchema>(
    path: string,
    type: string,
    body: BodyInit,
    { schema, plan }: { schema: TSchema; plan: RequestPlan },
  ): Promise<v.InferOutput<TSchema>> {
    const answer = await send(connection, path, type, body, {
      what: `the answer of ${path}`,
      signal,
      plan,
      isFinal: isFinalAnswer,
    });
    const parsed = v.safeParse(schema, answer.json);
    if (isSuccess(answer) && parsed.success) return parsed.output;
    throw refusalError(answer);
  }

  async function move(name: SessionMove, path: string, body: object): Promise<SessionAnswer> {
    const before = place;
    const after = await call(path, JSON_TYPE, JSON.stringify(body), {
      schema: sessionAnswerSchema,
      plan: prompt,
    });
    place = requireProgress(name, before, after);
    return place;
  }

  return {
    opened,
    commit: (step) => move('commit', SESSION_STEPS_PATH, step),
    swap: (attempt, step) =>
      // The gesture by its name, so that the same wish sent again is known for the same.
      move('swap', SESSION_SWAPS_PATH, { attempt, step, shows: place.step.shows }),
    moreTime: (attempt) => move('more-time', SESSION_TIME_PATH, { attempt }),
    repeat: (attempt, step) => move('repeat', SESSION_TIME_PATH, { attempt, step }),
    restart: (attempt) => move('restart', SESSION_ATTEMPTS_PATH, { attempt }),
    async upload(jpeg) {
      const schema = frameAnswerSchema;
      await call(SESSION_FRAMES_PATH, 'image/jpeg', jpeg, { schema, plan: UPLOAD_PLAN });
    },
  };
}

const JSON_TYPE = 'application/json';

function send(
  { apiUrl, token }: PacedConnection,
  path: string,
  contentType: string,
  body: BodyInit,
  context: Parameters<typeof request>[2],
): Promise<Answer> {
  return request(
    joinUrl(apiUrl, path),
    {
      method: 'POST',
      headers: { authorization: token, 'content-type': contentType },
      body,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    },
    context,
  );
}
