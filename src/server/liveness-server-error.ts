/** Every way the server helper can fail: a stable code, and whether the same call may succeed later. */
const ERROR_TABLE = {
  unreachable: [true, 'The liveness API gave no answer; check `baseUrl` and the network.'],
  'not-authenticated': [
    false,
    'The liveness API refused the credentials; check the access key, the secret key and this machine’s clock.',
  ],
  'job-unknown': [false, 'The liveness API knows no such job, or it is not the asker’s.'],
  'job-id-malformed': [
    false,
    'A job id is 1 to 128 letters, digits, `_` or `-`; nothing was requested.',
  ],
  refused: [false, 'The liveness API refused the request; see `status` and `errors`.'],
  'service-failed': [true, 'The liveness API failed or is overloaded; try again later.'],
  'answer-unexpected': [
    false,
    'The answer is not the liveness API’s; `baseUrl` may point at something else.',
  ],
  'webhook-refused': [
    false,
    'The webhook is not the service’s, or not of this time; answer 401 and act on nothing.',
  ],
  'verdict-timeout': [true, 'No verdict came within `timeoutMs`; the job may still finish.'],
} as const satisfies Record<string, readonly [retryable: boolean, message: string]>;

/** Stable name of what went wrong. */
export type LivenessServerErrorCode = keyof typeof ERROR_TABLE;

/**
 * The one error type of the server helper. Safe to log whole: it never holds a key, a token, an image or a request.
 * `cause` is set only where it is the network's own error.
 *
 * @example
 * ```ts
 * import { LivenessServerError, type LivenessClient } from 'nodeflux-liveness/server';
 * async function tokenOrLater(client: LivenessClient) {
 *   try {
 *     return await client.createSubmissionToken();
 *   } catch (error) {
 *     if (error instanceof LivenessServerError && error.retryable) return undefined;
 *     throw error;
 *   }
 * }
 * ```
 */
export class LivenessServerError extends Error {
  override readonly name = 'LivenessServerError';
  /** Stable name of what went wrong. */
  readonly code: LivenessServerErrorCode;
  /** Whether the same call, unchanged, may succeed later. */
  readonly retryable: boolean;
  /** The HTTP status of the API's answer, when there was one. */
  readonly status: number | undefined;
  /** What the API listed in its error body. */
  readonly errors: readonly unknown[];

  constructor(
    code: LivenessServerErrorCode,
    options: {
      status?: number | undefined;
      detail?: string;
      errors?: readonly unknown[];
      cause?: unknown;
    } = {},
  ) {
    const [retryable, message] = ERROR_TABLE[code];
    super(options.detail ? `${message} (${options.detail})` : message, { cause: options.cause });
    this.code = code;
    this.retryable = retryable;
    this.status = options.status;
    this.errors = options.errors ?? [];
  }
}
