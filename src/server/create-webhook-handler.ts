import { LivenessServerError } from './liveness-server-error.ts';
import { verifyWebhook, type WebhookEvent, type WebhookVerification } from './verify-webhook.ts';

/** What a webhook handler is made of. */
export interface WebhookHandlerOptions extends WebhookVerification {
  /**
   * Told of each finished check. A rejection makes the answer a 500, and the service posts it again. Keep what it says
   * and return; the service waits for ten seconds.
   */
  readonly onResult: (event: WebhookEvent) => void | Promise<void>;
  /**
   * Whether the message was handled before, for backends of several processes: look its id up where you keep results.
   * Ids that this process has handled within the hour are known without.
   */
  readonly seen?: (id: string) => boolean | Promise<boolean>;
}

/** Larger than any message of the service. */
const MAX_BODY_BYTES = 256 * 1024;
/** Longer than a captured message can be posted again. */
const MEMORY_MS = 3_600_000;
const MAX_REMEMBERED = 10_000;

/**
 * Makes the endpoint that the self-hosted service posts finished checks to: 204 for what was taken, or had been, 401 for
 * what the service has not signed, or is too old.
 *
 * @example
 * ```ts
 * import { createWebhookHandler } from 'nodeflux-liveness/server';
 * declare function keep(jobId: string, live: boolean): Promise<void>;
 * const handle = createWebhookHandler({
 *   secret: process.env.NODEFLUX_WEBHOOK_SECRET ?? '',
 *   onResult: ({ jobId, verdict }) => keep(jobId, verdict.status === 'judged' && verdict.live),
 * });
 * ```
 */
export function createWebhookHandler(
  options: WebhookHandlerOptions,
): (request: Request) => Promise<Response> {
  const { now = Date.now, onResult, seen } = options;
  // A Map keeps the order of insertion: the first is the oldest.
  const handled = new Map<string, { readonly atMs: number; readonly done: Promise<void> }>();

  function forgetOld(): void {
    for (const [id, { atMs }] of handled) {
      if (now() - atMs < MEMORY_MS && handled.size <= MAX_REMEMBERED) return;
      handled.delete(id);
    }
  }

  /** Once, however often it comes and how many at a time; again after a failure. */
  function handleOnce(event: WebhookEvent): Promise<void> {
    forgetOld();
    const known = handled.get(event.id);
    if (known) return known.done;
    const done = (async () => {
      if (!(await seen?.(event.id))) await onResult(event);
    })();
    handled.set(event.id, { atMs: now(), done });
    done.catch(() => handled.delete(event.id));
    return done;
  }

  return async function handleWebhook(request) {
    if (request.method !== 'POST') return answer(405, { allow: 'POST' });
    const body = await readUpTo(MAX_BODY_BYTES, request);
    if (!body) return answer(413);
    try {
      await handleOnce(verifyWebhook({ headers: request.headers, body }, options));
      return answer(204);
    } catch (error) {
      const isRefused = error instanceof LivenessServerError && error.code === 'webhook-refused';
      return answer(isRefused ? 401 : 500);
    }
  };
}

/** The whole body; undefined, with the rest unread, when it is larger. */
async function readUpTo(maxBytes: number, { body }: Request): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
