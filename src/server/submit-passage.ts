import { createHash, timingSafeEqual } from 'node:crypto';
import {
  SESSION_ATTEMPTS_PATH,
  SESSION_FRAMES_PATH,
  SESSION_PATH,
  SESSION_STEPS_PATH,
  SESSION_SWAPS_PATH,
  SESSION_TIME_PATH,
} from '../submission/session-wire.ts';
import { FACE_LIVENESS_PATH } from '../submission/wire.ts';

/**
 * A way through your backend to the API, for pages whose CSP or CORS does not reach it: the element's `api-url` is then
 * the path of the handler.
 */
export interface SubmitPassage {
  /** Base URL of the API, as the client has it. */
  readonly baseUrl: string;
  /** Default: the platform's. */
  readonly fetch?: typeof fetch;
  /** Longest that the API may take for one request, its answer included. Default 60000. */
  readonly requestTimeoutMs?: number;
  /** Largest body in bytes. Default 22000000: sixteen images of 1 MB. */
  readonly maxBodyBytes?: number;
}

/** What may pass; nothing else of the API can be reached. */
const PATHS = [
  FACE_LIVENESS_PATH,
  SESSION_PATH,
  SESSION_STEPS_PATH,
  SESSION_FRAMES_PATH,
  SESSION_SWAPS_PATH,
  SESSION_TIME_PATH,
  SESSION_ATTEMPTS_PATH,
];
const REQUEST_TIMEOUT_MS = 60_000;
const MAX_BODY_BYTES = 22_000_000;
/** Answers of the contract take a few hundred bytes. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** The API's path that a request to the handler is for, if it may pass. */
export function passagePath(pathname: string): string | undefined {
  return PATHS.find((path) => pathname.endsWith(path));
}

/** Whether the token is one of these, in a time that does not tell how much of it is right. */
export function isOneOf(token: string, tokens: readonly string[]): boolean {
  const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
  const asked = hashOf(token);
  return tokens.filter((one) => timingSafeEqual(hashOf(one), asked)).length > 0;
}

/** What became of a request that was passed on. */
export type PassageAnswer =
  | { readonly status: number; readonly body: unknown; readonly retryAfter: string | undefined }
  | 'too-large'
  | 'unreachable';

/**
 * Passes a request on, once, with its token and its body and nothing else of the page: no cookie, no address. Bodies go
 * through as they come and are never held.
 */
export async function passOn(
  request: Request,
  path: string,
  passage: SubmitPassage,
): Promise<PassageAnswer> {
  const { maxBodyBytes = MAX_BODY_BYTES, requestTimeoutMs = REQUEST_TIMEOUT_MS } = passage;
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) return 'too-large';
  const limit = limitBytes(maxBodyBytes);
  try {
    const response = await (passage.fetch ?? fetch)(passage.baseUrl.replace(/\/+$/, '') + path, {
      method: 'POST',
      headers: {
        authorization: request.headers.get('authorization') ?? '',
        'content-type': request.headers.get('content-type') ?? '',
      },
      body: request.body?.pipeThrough(limit.stream) ?? null,
      // The tokens and images of a redirect would go to an address that nobody named.
      redirect: 'error',
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(requestTimeoutMs)]),
      duplex: 'half',
    } as RequestInit);
    const text = await response.text();
    if (text.length > MAX_ANSWER_BYTES) return 'unreachable';
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    return { status: response.status, body: JSON.parse(text) as unknown, retryAfter };
  } catch {
    // Never the error itself: the platform's may quote a header.
    request.signal.throwIfAborted();
    return limit.isOver() ? 'too-large' : 'unreachable';
  }
}

function limitBytes(maxBytes: number): {
  stream: TransformStream<Uint8Array, Uint8Array>;
  isOver: () => boolean;
} {
  let bytes = 0;
  const stream = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) controller.error(new RangeError('The body is too large'));
      else controller.enqueue(chunk);
    },
  });
  return { stream, isOver: () => bytes > maxBytes };
}
