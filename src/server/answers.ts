import { LivenessServerError } from './liveness-server-error.ts';

/** What the page is told of a failure: never what it was. */
export function answerFailure(
  error: unknown,
  onError: ((error: unknown) => void) | undefined,
): Response {
  onError?.(error);
  if (!(error instanceof LivenessServerError)) {
    return refuse(500, 'internal-error', 'Something went wrong');
  }
  if (error.status === 429) {
    return tooMany(60);
  }
  return error.retryable
    ? refuse(503, error.code, 'The liveness API is not available', { 'retry-after': '5' })
    : refuse(502, error.code, 'The liveness API refused');
}

/** Refuses for a while. */
export function tooMany(waitSeconds: number): Response {
  const headers = { 'retry-after': String(Math.max(1, waitSeconds)) };
  return refuse(429, 'too-many-requests', 'Too many attempts', headers);
}

/** An answer that nothing keeps. */
export function answer(body: object, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, {
    status,
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
  });
}

/** A refusal in the shape of the API's. */
export function refuse(
  status: number,
  code: string,
  message: string,
  headers?: Record<string, string>,
): Response {
  return answer({ ok: false, code, message, errors: [] }, status, headers);
}
