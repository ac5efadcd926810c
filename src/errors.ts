import { docsUrl } from './docs-url.ts';

/**
 * Every way a check can end badly: a stable code, whether trying again can help,
 * and one sentence that tells the developer what to do. People read the message of their own language for the code.
 */
const ERROR_TABLE = {
  'camera-denied': [
    true,
    'The person or the browser refused the camera; ask them to allow it and start again.',
  ],
  'camera-dismissed': [
    true,
    'The browser’s question for the camera was closed without an answer; start again, and ask the person to allow it.',
  ],
  'camera-blocked-by-system': [
    true,
    'The operating system keeps the camera from the browser; the person can allow it in the device’s privacy settings.',
  ],
  'camera-blocked-by-policy': [
    false,
    'A Permissions-Policy forbids the camera here; send `Permissions-Policy: camera=(self)` and give an iframe `allow="camera"`.',
  ],
  'camera-in-use': [true, 'Another program holds the camera; close it and start again.'],
  'camera-missing': [
    true,
    'This device has no camera that the browser can see; connect one and start again.',
  ],
  'camera-failed': [
    true,
    'The browser could not open the camera, and says no more than `detail`; another camera or browser may help.',
  ],
  'camera-blank': [
    true,
    'The camera showed nothing but black or one colour; its cover may be closed. Let the person open it or choose another camera.',
  ],
  'camera-lost': [
    true,
    'The camera stopped during the check (unplugged, revoked or taken); start again.',
  ],
  'insecure-context': [
    false,
    'Cameras work on HTTPS and localhost only; serve the page over HTTPS.',
  ],
  'unsupported-browser': [
    false,
    'This browser lacks something the check needs (WebAssembly SIMD, module workers or OffscreenCanvas); call `checkSupport()` to learn what.',
  ],
  'canvas-scrambled': [
    false,
    'This browser lets pages read other colours than a canvas has (Firefox with `privacy.resistFingerprinting`, Tor Browser, LibreWolf), so that no face can be found; offer another way.',
  ],
  'assets-unreachable': [
    true,
    'A worker’s script, the wasm or the model could not be fetched; check `asset-url`, `model-url` and the CSP.',
  ],
  'assets-corrupt': [
    false,
    'A wasm or model file arrived damaged or is another file (HTML, say); serve the files of this very version.',
  ],
  'blocked-by-csp': [
    false,
    'The Content-Security-Policy of the page or of its worker forbids WebAssembly; allow `’wasm-unsafe-eval’` in `script-src`.',
  ],
  'tracker-failed': [
    true,
    'The face tracker stopped working and could not be restarted; start again.',
  ],
  'invalid-option': [
    false,
    'An attribute or property has a value that cannot be used; correct it, nothing was put in its place.',
  ],
  'token-missing': [false, 'Set `submission-token` or `tokenProvider` before the check starts.'],
  'token-expired': [
    true,
    'The submission token is older than 5 minutes; mint a new one and start again.',
  ],
  'token-used': [true, 'The submission token was spent already; mint a new one and start again.'],
  'token-refused': [
    false,
    'Your backend refused to give a submission token (see the status in `errors`): the person may have to sign in, or `token-url` is on another origin that does not allow this page.',
  ],
  'gesture-timeout': [true, 'A gesture was not seen in time, twice; let the person start again.'],
  'check-timeout': [true, 'The check was not finished in time; let the person start again.'],
  network: [
    true,
    'The service could not be reached; check the connection and `api-url`, then start again.',
  ],
  'too-many-requests': [
    true,
    'The backend or the service answered 429; wait and let the person start again.',
  ],
  'pacing-unavailable': [
    false,
    'The service does not pace sessions, and `pacing` is `required`; check `api-url` and the service’s own `pacing`.',
  ],
  'answer-unexpected': [
    true,
    'The answer was something else than the contract says (HTML of a gateway or of a network that wants a sign-in, or half an answer); check `api-url`, `token-url` and what stands in between.',
  ],
  'redirect-refused': [
    false,
    'The answer was a redirect, which is never followed: tokens and images go only to the address that you named; name the final one in `api-url` or `token-url`.',
  ],
  rejected: [false, 'The service refused the submission; see `errors` for what it said.'],
  'result-unavailable': [
    true,
    'The verdict could not be read from the backend; look it up there by the job id.',
  ],
  'no-face': [true, 'The service found no face in an image; let the person start again.'],
  'face-occluded': [
    true,
    'The service found the face covered; let the person start again with the face free.',
  ],
  'multiple-faces': [
    true,
    'The service found more than one face; let the person start again alone.',
  ],
  'not-live': [
    true,
    'The service judged that no live person did the check; decide on your backend whether to allow another try.',
  ],
  internal: [
    true,
    'Something failed that no part of the element expected; see `cause`, and report it.',
  ],
  'analysis-failed': [true, 'The service could not finish the analysis; start again.'],
} as const satisfies Record<string, readonly [retryable: boolean, message: string]>;

/** Stable name of what went wrong. */
export type LivenessErrorCode = keyof typeof ERROR_TABLE;

/**
 * Every error code, for exhaustive tables and tests.
 *
 * @example
 * ```ts
 * import { LIVENESS_ERROR_CODES } from 'nodeflux-liveness';
 * const failures = Object.fromEntries(LIVENESS_ERROR_CODES.map((code) => [code, 0]));
 * ```
 */
export const LIVENESS_ERROR_CODES = Object.keys(ERROR_TABLE) as LivenessErrorCode[];

/**
 * The one error type of the element. Foreign errors are translated into it where they enter, and kept as `cause`.
 *
 * @example
 * ```ts
 * import { LivenessError } from 'nodeflux-liveness';
 * const element = document.querySelector('nodeflux-liveness')!;
 * element.tokenProvider = async () => {
 *   const answer = await fetch('/liveness/token', { method: 'POST' });
 *   if (answer.status === 401) throw new LivenessError('token-missing', { detail: 'signed out' });
 *   return (await answer.json()).submissionToken;
 * };
 * ```
 */
export class LivenessError extends Error {
  override readonly name = 'LivenessError';
  /** Stable name of what went wrong. */
  readonly code: LivenessErrorCode;
  /** Whether another attempt, unchanged, can succeed. */
  readonly retryable: boolean;
  /** What the service listed, or the names and URLs that explain the code. Never an image, a token or a key. */
  readonly errors: readonly unknown[];
  /** What is known of this very case: the end of the message, in parentheses. */
  readonly detail: string;
  /** The job that was accepted before it went wrong, to be looked up by your backend. */
  readonly jobId: string | undefined;
  /** Where the code’s cause and cure stand; undefined while the package names no documentation site (docs/release.md). */
  readonly docsUrl: string | undefined;

  constructor(
    code: LivenessErrorCode,
    options: {
      cause?: unknown;
      errors?: readonly unknown[];
      detail?: string;
      jobId?: string | undefined;
    } = {},
  ) {
    const [retryable, message] = ERROR_TABLE[code];
    super(options.detail ? `${message} (${options.detail})` : message, { cause: options.cause });
    this.code = code;
    this.retryable = retryable;
    this.errors = options.errors ?? [];
    this.detail = options.detail ?? '';
    this.jobId = options.jobId;
    this.docsUrl = docsUrl(code);
  }
}
