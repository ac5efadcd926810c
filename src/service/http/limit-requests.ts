import type { Context, MiddlewareHandler } from 'hono';
import type { StoredToken } from '../auth/submission-token.ts';
import { isLoopback } from './client-address.ts';
import { peerAddressOf } from './connection.ts';
import type { Environment, RouteDependencies } from './environment.ts';
import { Refusal, writeRefusal } from './refusal.ts';

/** About as long as a check takes to be judged. */
const UNDECIDED_RETRY_AFTER_MS = 2000;

/**
 * Counts credentials that nobody was given, by address. Beyond the limit more of them are answered with 429; what is
 * good is honoured all the same, since a crowd, or a backend, may share the address of the one who guesses. All that a
 * good credential does is counted by person, token and key instead. Requests without a known address pass.
 */
export function limitAddresses({
  limits,
  logger,
  readAddress,
}: Pick<RouteDependencies, 'limits' | 'logger' | 'readAddress'>): MiddlewareHandler<Environment> {
  let warned = false;
  let saidNoAddress = false;
  return async (context, next) => {
    const peerAddress = peerAddressOf(context.env);
    const forwardedFor = context.req.header('x-forwarded-for');
    const address = readAddress(peerAddress, forwardedFor);
    if (address === undefined) {
      if (!saidNoAddress) {
        saidNoAddress = true;
        logger.warn(
          'requests come without the address of their client: every limit by address is off. Pass the connection as the second argument of service.fetch',
        );
      }
      return next();
    }
    if (!warned && forwardedFor !== undefined && address === readAddress(peerAddress, undefined)) {
      warned = true;
      logger.warn(
        'a proxy that is not trusted forwards requests: all its clients share one limit; see --trust-proxy',
      );
    }
    context.set('address', address);
    await next();
    if (!(context.error instanceof Refusal && context.error.details.guess)) return;
    const waitMs = await limits.countGuess(address);
    if (waitMs === undefined) return;
    context.error = tooMany(waitMs);
    context.res = writeRefusal(context, context.error as Refusal);
  };
}

/**
 * Counts a request of an access key.
 * @throws Refusal `rate-limited`
 */
export async function countKeyRequest(
  accessKey: string,
  { limits }: Pick<RouteDependencies, 'limits'>,
): Promise<void> {
  const waitMs = await limits.countKey(accessKey);
  if (waitMs !== undefined) throw tooMany(waitMs);
}

/**
 * Counts something that a page posted, for the person of its token, or for the token when they have no name.
 * @throws Refusal `rate-limited`
 */
export async function countPersonRequest(
  { subjectHash, tokenHash }: Pick<StoredToken, 'subjectHash' | 'tokenHash'>,
  { limits }: Pick<RouteDependencies, 'limits'>,
): Promise<void> {
  const waitMs = await limits.countPerson(subjectHash ?? tokenHash);
  if (waitMs !== undefined) throw tooMany(waitMs);
}

/**
 * Stops who tries secrets for one access key from one address. A backend on this machine is never stopped: what a
 * proxy without `X-Forwarded-For` lets through would bar it.
 * @throws Refusal `rate-limited`
 */
export async function refuseSecretGuesser(
  context: Context<Environment>,
  accessKey: string,
  { limits }: Pick<RouteDependencies, 'limits'>,
): Promise<void> {
  const address = context.get('address');
  if (address === undefined || isLoopback(address)) return;
  const waitMs = await limits.barredForMs(`${accessKey} ${address}`);
  if (waitMs !== undefined) throw tooMany(waitMs);
}

/** Counts a wrong secret for {@link refuseSecretGuesser}. */
export async function countSecretGuess(
  context: Context<Environment>,
  accessKey: string,
  { limits }: Pick<RouteDependencies, 'limits'>,
): Promise<void> {
  const address = context.get('address');
  if (address !== undefined) await limits.countGuess(`${accessKey} ${address}`);
}

/**
 * Counts a token that a named person is given.
 * @throws Refusal `rate-limited`
 */
export async function countPersonToken(
  subjectHash: string,
  { limits }: Pick<RouteDependencies, 'limits'>,
): Promise<void> {
  const waitMs = await limits.countPersonToken(subjectHash);
  if (waitMs !== undefined) throw tooMany(waitMs);
}

/**
 * Counts bytes that are to be kept for a person, or for a token when the person has no name.
 * @throws Refusal `rate-limited`
 */
export async function countKeptBytes(
  { subjectHash, tokenHash }: Pick<StoredToken, 'subjectHash' | 'tokenHash'>,
  bytes: number,
  { limits }: Pick<RouteDependencies, 'limits'>,
): Promise<void> {
  const waitMs = await limits.countKeptBytes(subjectHash ?? tokenHash, bytes);
  if (waitMs !== undefined) throw tooMany(waitMs);
}

/**
 * Refuses who has failed too many checks in too short a time. Whom nobody has named is not locked out: by address, a
 * crowd behind one would be, for what a stranger did.
 * @throws Refusal `locked-out`
 */
export async function refuseLockedOut(
  { subjectHash }: Pick<StoredToken, 'subjectHash'>,
  dependencies: Pick<RouteDependencies, 'now' | 'settings' | 'store'>,
): Promise<void> {
  if (subjectHash !== undefined) await refuseLockedPerson(subjectHash, dependencies);
}

/**
 * Refuses a person, named as the store names them, who has failed too many checks.
 * @throws Refusal `locked-out`
 */
export async function refuseLockedPerson(
  subjectHash: string,
  { now, settings, store }: Pick<RouteDependencies, 'now' | 'settings' | 'store'>,
): Promise<void> {
  const nowMs = now();
  const untilMs = await store.jobs.lockedUntilMs(subjectHash, nowMs, settings);
  if (untilMs !== undefined) throw lockedOut(untilMs - nowMs);
}

/**
 * Refuses a person who was told gestures in too many sessions, whether or not these came to a verdict.
 * @throws Refusal `locked-out`
 */
export async function refuseTooManySessions(
  { subjectHash }: Pick<StoredToken, 'subjectHash'>,
  { limits }: Pick<RouteDependencies, 'limits'>,
): Promise<void> {
  if (subjectHash === undefined) return;
  const waitMs = await limits.sessionsUsedForMs(subjectHash);
  if (waitMs !== undefined) throw lockedOut(waitMs);
}

/**
 * Counts a session that is about to be told its first gesture: who looks and leaves has tried.
 * @throws Refusal `locked-out`
 */
export async function countToldSession(
  { subjectHash }: Pick<StoredToken, 'subjectHash'>,
  { limits }: Pick<RouteDependencies, 'limits'>,
): Promise<void> {
  if (subjectHash === undefined) return;
  const waitMs = await limits.countSession(subjectHash);
  if (waitMs !== undefined) throw lockedOut(waitMs);
}

/** The refusal of a person who failed too often. */
export function lockedOut(retryAfterMs: number): Refusal {
  return new Refusal('locked-out', 'Too many failed checks; try again later', [], { retryAfterMs });
}

/** The refusal of a person whose checks that are still open could be the ones that lock them out. */
export function undecided(): Refusal {
  return new Refusal('rate-limited', 'Too many checks at once', [], {
    retryAfterMs: UNDECIDED_RETRY_AFTER_MS,
  });
}

function tooMany(retryAfterMs: number): Refusal {
  return new Refusal('rate-limited', 'Too many requests', [], { retryAfterMs });
}
