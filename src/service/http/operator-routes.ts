import type { MiddlewareHandler } from 'hono';
import { describeError } from '../describe-error.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import type { App, RouteDependencies } from './environment.ts';
import { type Fault, Refusal } from './refusal.ts';

/** Paths that are for the operator, and never answered to a page of another origin. */
export const OPERATOR_PATHS = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/openapi.json',
  '/docs',
] as const;

/** How long it is remembered whether the database answers. */
const READY_MEMORY_MS = 1000;

/**
 * The operator's endpoints. `/healthz` (liveness probe): restart the process when it does not answer. `/readyz` (readiness
 * probe): send it no traffic while it answers 503. `/metrics`: for Prometheus.
 */
export function addOperatorRoutes(app: App, dependencies: RouteDependencies): void {
  const { logger, metrics, now, readiness, settings, store } = dependencies;

  app.get('/healthz', (context) => context.json({ ok: true }));

  // Unauthenticated, and each check costs a write: the answer is cached.
  const isWritable = keepFor(READY_MEMORY_MS, now, () =>
    store.ping().then(
      () => true,
      (error: unknown) => {
        const cause = error instanceof StoreUnavailable ? error.cause : error;
        logger.error(describeError(cause), 'the database cannot be written to');
        return false;
      },
    ),
  );
  app.get('/readyz', async (context) => {
    const checks = { database: await isWritable(), ...readiness() };
    const faults = Object.entries(checks)
      .filter(([, ready]) => !ready)
      .map(([path]): Fault => ({ path, message: 'Is not ready' }));
    if (faults.length > 0) throw new Refusal('not-ready', 'The service is not ready', faults);
    return context.json({ checks, ok: true });
  });

  if (settings.metrics) {
    app.get('/metrics', async (context) =>
      context.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
    );
  }
}

/**
 * Refuses scripts of other origins, by what browsers say of themselves and pages cannot change. A page that somebody
 * opens by a link is let through: nobody else's script reads it.
 */
export const refuseForeignPages: MiddlewareHandler = async (context, next) => {
  const site = context.req.header('sec-fetch-site');
  const isForeign =
    context.req.header('origin') !== undefined || site === 'cross-site' || site === 'same-site';
  if (isForeign && context.req.header('sec-fetch-mode') !== 'navigate') {
    throw new Refusal('foreign-origin', 'Not for pages of other origins');
  }
  await next();
  context.header('cross-origin-resource-policy', 'same-origin');
  context.header('x-frame-options', 'DENY');
};

/** Calls `ask` at most once in `memoryMs`; concurrent callers share the pending answer. */
function keepFor<T>(memoryMs: number, now: () => number, ask: () => Promise<T>): () => Promise<T> {
  let asked: { readonly atMs: number; readonly answer: Promise<T> } | undefined;
  return () => {
    const nowMs = now();
    // A clock that was set back must not keep an answer for ever.
    if (!asked || Math.abs(nowMs - asked.atMs) >= memoryMs) asked = { atMs: nowMs, answer: ask() };
    return asked.answer;
  };
}
