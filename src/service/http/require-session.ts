import type { Context } from 'hono';
import type { PacedSession } from '../sessions/paced-session.ts';
import type { StoredSession } from '../storage/store.ts';
import type { RouteDependencies } from './environment.ts';
import { Refusal } from './refusal.ts';

/**
 * The session of a token, which the calling page must have opened.
 * @throws Refusal `session-missing`, `session-origin`
 */
export async function requireSession(
  context: Context,
  tokenHash: string,
  { store }: Pick<RouteDependencies, 'store'>,
): Promise<StoredSession> {
  const stored = await store.sessions.find(tokenHash);
  if (!stored) throw new Refusal('session-missing', 'The token was not activated');
  requireOrigin(context, stored.session);
  return stored;
}

/**
 * Holds a session to the page that opened it. Browsers set `origin` on every POST, and pages cannot.
 * @throws Refusal `session-origin`
 */
export function requireOrigin(context: Context, session: PacedSession): void {
  if (originOf(context) === session.origin) return;
  throw new Refusal('session-origin', 'The session was opened by another origin');
}

/** The page's origin; empty when no browser sent the request. */
export function originOf(context: Context): string {
  return context.req.header('origin') ?? '';
}
