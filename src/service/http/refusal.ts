import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorBody } from '../../submission/wire.ts';

/** The codes of refusals. The vendor publishes only `not-authenticate`; the others are this service's. */
const STATUS_BY_CODE = {
  'bad-request': 400,
  'invalid-image': 400,
  'not-authenticate': 401,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'evidence-invalid': 400,
  'session-origin': 403,
  'link-unknown': 401,
  'link-used': 409,
  'link-expired': 410,
  'link-revoked': 410,
  'session-required': 403,
  'session-missing': 409,
  'session-repeated': 409,
  'step-repeated': 409,
  'step-out-of-order': 409,
  'step-late': 409,
  'swap-refused': 409,
  'repeat-refused': 409,
  'attempts-exhausted': 409,
  'frame-unknown': 409,
  'frames-missing': 409,
  'rate-limited': 429,
  'locked-out': 429,
  'internal-error': 500,
  busy: 503,
  closing: 503,
  'not-ready': 503,
  'store-unavailable': 503,
} as const satisfies Record<string, ContentfulStatusCode>;

/** Stable name of why a request was refused. */
export type RefusalCode = keyof typeof STATUS_BY_CODE;

/** Every {@link RefusalCode}. */
export const REFUSAL_CODES = Object.keys(STATUS_BY_CODE) as RefusalCode[];

/** The HTTP status that a code is answered with. */
export function statusOf(code: RefusalCode): ContentfulStatusCode {
  return STATUS_BY_CODE[code];
}

/** One thing that is wrong with a request: where, and what was expected. Never what was sent. */
export interface Fault {
  /** Path into the body, like `images.2`. */
  readonly path: string;
  readonly message: string;
}

/** What else is known of a refusal. */
export interface RefusalDetails {
  /** When the same request may pass. */
  readonly retryAfterMs?: number | undefined;
  /** The credential was never issued: it may be a guess. */
  readonly guess?: boolean;
  /** What was wrong with a submission token, for the metrics. */
  readonly tokenState?: string;
}

/** How long a service that is busy asks to be left alone. */
const BUSY_RETRY_AFTER_MS = 5000;

/** A request that is answered with an error. Thrown by routes, written by {@link writeRefusal}. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly faults: readonly Fault[];
  readonly details: RefusalDetails;

  constructor(
    code: RefusalCode,
    message: string,
    faults: readonly Fault[] = [],
    details: RefusalDetails = {},
  ) {
    super(message);
    this.code = code;
    this.faults = faults;
    this.details = details;
  }

  /** The HTTP status of the code. */
  get status(): ContentfulStatusCode {
    return statusOf(this.code);
  }

  /** Whole seconds for the `retry-after` header; undefined when waiting does not help. */
  get retryAfterSeconds(): number | undefined {
    const waitMs =
      this.details.retryAfterMs ?? (this.status === 503 ? BUSY_RETRY_AFTER_MS : undefined);
    return waitMs === undefined ? undefined : Math.max(1, Math.ceil(waitMs / 1000));
  }
}

/** Answers in the contract's error shape. */
export function writeRefusal(context: Context, refusal: Refusal): Response {
  const { retryAfterSeconds } = refusal;
  if (retryAfterSeconds !== undefined) context.header('retry-after', String(retryAfterSeconds));
  return context.json(refusalBodyOf(refusal), refusal.status);
}

/** The contract's error body: `{ code, errors, message, ok: false }`. */
export function refusalBodyOf({ code, faults, message }: Refusal): ErrorBody {
  return { code, errors: [...faults], message, ok: false };
}
