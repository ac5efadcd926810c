import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorBody } from '../../submission/wire.ts';

/** The codes of refusals. The vendor publishes only `not-authenticate`; the others are this service's. */
const STATUS_BY_CODE = {
  'bad-request': 400,
  'invalid-image': 400,
  'not-authenticate': 401,
  'not-found': 404,
  'method-not-allowed': 405,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'evidence-invalid': 400,
  'session-origin': 403,
  'session-required': 403,
  'session-missing': 409,
  'session-repeated': 409,
  'step-repeated': 409,
  'step-out-of-order': 409,
  'step-late': 409,
  'swap-refused': 409,
  'attempts-exhausted': 409,
  'frame-unknown': 409,
  'frames-missing': 409,
  'internal-error': 500,
  busy: 503,
  closing: 503,
} as const satisfies Record<string, ContentfulStatusCode>;

/** Stable name of why a request was refused. */
export type RefusalCode = keyof typeof STATUS_BY_CODE;

/** One thing that is wrong with a request: where, and what was expected. Never what was sent. */
export interface Fault {
  /** Path into the body, like `images.2`. */
  readonly path: string;
  readonly message: string;
}

/** A request that is answered with an error. Thrown by routes, written by {@link writeRefusal}. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly faults: readonly Fault[];

  constructor(code: RefusalCode, message: string, faults: readonly Fault[] = []) {
    super(message);
    this.code = code;
    this.faults = faults;
  }

  /** The HTTP status of the code. */
  get status(): ContentfulStatusCode {
    return STATUS_BY_CODE[this.code];
  }
}

/** Answers in the contract's error shape. */
export function writeRefusal(context: Context, refusal: Refusal): Response {
  if (refusal.status === 503) context.header('retry-after', '5');
  return context.json(refusalBodyOf(refusal), refusal.status);
}

/** The contract's error body: `{ code, errors, message, ok: false }`. */
export function refusalBodyOf({ code, faults, message }: Refusal): ErrorBody {
  return { code, errors: [...faults], message, ok: false };
}
