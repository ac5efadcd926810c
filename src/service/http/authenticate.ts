import type { Context } from 'hono';
import { MESSAGES } from '../../submission/wire.ts';
import { type AcceptedKey, checkAuthorization } from '../auth/authorization.ts';
import { SIGNED_HEADER } from '../auth/signature.ts';
import { hashSubmissionToken, type TokenState } from '../auth/submission-token.ts';
import type { RouteDependencies } from './environment.ts';
import { countKeyRequest } from './limit-requests.ts';
import { Refusal } from './refusal.ts';

const AUTHORIZATION_MESSAGES = {
  malformed: 'Authorization key or x-nodeflux-timestamp is malformed',
  wrong: 'Authorization key is wrong',
  stale: 'Authorization key is out of date',
} as const;

const TOKEN_MESSAGES: Readonly<Record<Exclude<TokenState, 'usable'>, string>> = {
  unknown: MESSAGES.tokenInvalid,
  expired: MESSAGES.tokenExpired,
  used: MESSAGES.tokenUsed,
};

/**
 * Whose authorization key the request carries. Counts the request towards the limit of the key.
 * @throws Refusal `not-authenticate`, `rate-limited`
 */
export async function requireAccessKey(
  context: Context,
  { keyRing, limits, now, settings }: RouteDependencies,
): Promise<AcceptedKey> {
  const check = await checkAuthorization(
    context.req.header('authorization') ?? '',
    context.req.header(SIGNED_HEADER) ?? '',
    { keyRing, nowMs: now(), clockSkewMs: settings.clockSkewMs },
  );
  if ('refused' in check) {
    throw new Refusal('not-authenticate', AUTHORIZATION_MESSAGES[check.refused], [], {
      guess: check.refused !== 'stale',
    });
  }
  await countKeyRequest(check.accessKey, { limits });
  return check;
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
export function tokenRefusal(state: Exclude<TokenState, 'usable'>, mayBeGuess = true): Refusal {
  return new Refusal('not-authenticate', TOKEN_MESSAGES[state], [], {
    guess: state === 'unknown' && mayBeGuess,
    tokenState: state,
  });
}
