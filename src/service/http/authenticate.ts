import type { Context } from 'hono';
import { MESSAGES } from '../../submission/wire.ts';
import { checkAuthorization } from '../auth/authorization.ts';
import { SIGNED_HEADER } from '../auth/signature.ts';
import { hashSubmissionToken, type TokenState } from '../tokens/submission-token.ts';
import type { RouteDependencies } from './environment.ts';
import { Refusal } from './refusal.ts';

const AUTHORIZATION_MESSAGES = {
  malformed: 'Authorization key or x-nodeflux-timestamp is malformed',
  wrong: 'Authorization key is wrong',
  stale: 'Authorization key is out of date',
} as const;

const TOKEN_MESSAGES: Readonly<Record<Exclude<TokenState, 'usable'>, string>> = {
  unknown: 'Submission token is invalid',
  expired: MESSAGES.tokenExpired,
  used: MESSAGES.tokenUsed,
};

/**
 * Whose authorization key the request carries.
 * @throws Refusal `not-authenticate`
 */
export function requireAccessKey(
  context: Context,
  { keyRing, now, settings }: RouteDependencies,
): string {
  const check = checkAuthorization(
    context.req.header('authorization') ?? '',
    context.req.header(SIGNED_HEADER) ?? '',
    { keyRing, nowMs: now(), clockSkewMs: settings.clockSkewMs },
  );
  if ('refused' in check) {
    throw new Refusal('not-authenticate', AUTHORIZATION_MESSAGES[check.refused]);
  }
  return check.accessKey;
}

/**
 * The hash of the submission token that the request carries.
 * @throws Refusal `not-authenticate` when it carries none that could be one.
 */
export function requireTokenHash(context: Context): string {
  const tokenHash = hashSubmissionToken(context.req.header('authorization') ?? '');
  if (!tokenHash) throw tokenRefusal('unknown');
  return tokenHash;
}

/** The contract's refusal of a token that cannot be spent. */
export function tokenRefusal(state: Exclude<TokenState, 'usable'>): Refusal {
  return new Refusal('not-authenticate', TOKEN_MESSAGES[state]);
}
