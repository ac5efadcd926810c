import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Environment, RouteDependencies } from './environment.ts';
import { Refusal } from './refusal.ts';

/** Allowed values of the metrics' label: clients can invent others, and each would create a time series. */
const KNOWN_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * One log line and one count for each request: its id, the route's pattern and the outcome. Never a path, a header or
 * a body.
 */
export function watchRequests({
  logger,
  metrics,
}: Pick<RouteDependencies, 'logger' | 'metrics'>): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const startedAtMs = performance.now();
    await next();
    const durationMs = performance.now() - startedAtMs;
    const { method } = context.req;
    const { status } = context.res;
    const route =
      matchedRoutes(context).findLast((matched) => matched.method !== 'ALL')?.path ?? 'none';
    metrics.request({
      method: KNOWN_METHODS.includes(method) ? method : 'other',
      route,
      status,
      seconds: durationMs / 1000,
    });
    const { error } = context;
    const refusal = error instanceof Refusal ? error : undefined;
    if (refusal?.details.tokenState) metrics.tokenRefused(refusal.details.tokenState);
    if (refusal?.code === 'rate-limited' || refusal?.code === 'locked-out') {
      metrics.limited(refusal.code);
    }
    logger.info(
      {
        requestId: context.get('requestId'),
        method,
        route,
        status,
        ...(refusal && { code: refusal.code }),
        durationMs: Math.round(durationMs * 10) / 10,
      },
      'request',
    );
  };
}
