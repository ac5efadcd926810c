import type { Context, MiddlewareHandler } from 'hono';
import { maxSubmissionBytes } from '../settings.ts';
import { type ByteBudget, createByteBudget } from './byte-budget.ts';
import type { Environment, RouteDependencies } from './environment.ts';
import { Refusal } from './refusal.ts';

/** Bodies take a second or two to arrive. */
const RETRY_AFTER_MS = 2000;

/** The budget of one service: for each person one largest body at a time, or several small ones. */
export function createBodyBudget({ settings }: Pick<RouteDependencies, 'settings'>): ByteBudget {
  return createByteBudget({
    processBytes: settings.maxBytesInFlight,
    personBytes: maxSubmissionBytes(settings),
  });
}

/**
 * Lets a body in when there is room for it, before any of it is read. A body that does not say how long it is counts as
 * one of `maxBytes`.
 *
 * @param personOf whose body it is, by the token that was checked before
 */
export function reserveBody(
  budget: ByteBudget,
  maxBytes: number,
  personOf: (context: Context<Environment>) => string,
): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const declared = Number(context.req.header('content-length') ?? maxBytes);
    const bytes = Number.isFinite(declared) ? Math.min(declared, maxBytes) : maxBytes;
    const release = budget.reserve(personOf(context), bytes);
    if (release === 'process-full') {
      throw new Refusal('busy', 'Too much is being uploaded at once', [], {
        retryAfterMs: RETRY_AFTER_MS,
      });
    }
    if (release === 'person-full') {
      throw new Refusal('rate-limited', 'Too many uploads of one person at once', [], {
        retryAfterMs: RETRY_AFTER_MS,
      });
    }
    try {
      await next();
    } finally {
      release();
    }
  };
}
