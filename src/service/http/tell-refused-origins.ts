import type { MiddlewareHandler } from 'hono';
import type { Environment, RouteDependencies } from './environment.ts';

/** Most origins that are told of: whoever asks in the name of many must not fill the log. */
const MOST_TOLD = 100;
/** Longest origin that is repeated in the log. */
const LONGEST_ORIGIN = 200;

/**
 * One log line for each origin whose pages a browser keeps from the service, with what allows them: the page itself only
 * learns that the network failed. Only preflights are looked at, which browsers send for foreign origins alone.
 */
export function tellRefusedOrigins({
  logger,
}: Pick<RouteDependencies, 'logger'>): MiddlewareHandler<Environment> {
  const told = new Set<string>();
  return async (context, next) => {
    await next();
    const origin = context.req.header('origin');
    const isPreflight =
      context.req.method === 'OPTIONS' && context.req.header('access-control-request-method');
    if (!origin || !isPreflight || context.res.headers.has('access-control-allow-origin')) return;
    if (told.has(origin) || told.size >= MOST_TOLD) return;
    told.add(origin);
    logger.warn(
      { origin: origin.slice(0, LONGEST_ORIGIN) },
      `a page was refused: ${cureFor(origin)}`,
    );
  };
}

function cureFor(origin: string): string {
  if (!isOrigin(origin)) return 'it has no origin that could be allowed; serve it by http or https';
  return `allow it with --origin ${origin}, or in allowedOrigins`;
}

function isOrigin(text: string): boolean {
  return text.length <= LONGEST_ORIGIN && URL.canParse(text) && new URL(text).origin === text;
}
