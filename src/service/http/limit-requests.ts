import type { Context, MiddlewareHandler } from 'hono';
import { SIGNATURES_PATH } from '../../submission/wire.ts';
import { isAuthorizationKey } from '../auth/authorization.ts';
import type { StoredToken } from '../auth/submission-token.ts';
import { peerAddressOf } from './connection.ts';
import type { Environment, RouteDependencies } from './environment.ts';
import { hashSubject } from './lockout.ts';
import { Refusal } from './refusal.ts';

/** About as long as a check takes to be judged. */
const UNDECIDED_RETRY_AFTER_MS = 2000;

/**
 * Holds each address to its limits: what pages post is counted, and who presents credentials that nobody was given is
 * shut out for a while. What an access key authorises is counted by key instead, since all of an integrator's requests
 * come from one place. Requests without a known address pass.
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
    const barredForMs = await limits.barredForMs(address);
    if (barredForMs !== undefined) throw tooMany(barredForMs);
    if (context.req.method === 'POST' && !isFromBackend(context)) {
      const waitMs = await limits.countAddress(address);
      if (waitMs !== undefined) throw tooMany(waitMs);
    }
    await next();
    const { error } = context;
    if (error instanceof Refusal && error.details.guess) await limits.countGuess(address);
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

/** Whose check a submission is when its token does not say: that of the address, as far as it is known. */
export function addressHashOf(
  context: Context<Environment>,
  accessKey: string,
): string | undefined {
  const address = context.get('address');
  return address === undefined ? undefined : hashSubject(accessKey, 'address', address);
}

/**
 * Refuses who has failed too many checks in too short a time: by the subject of the token, or else by the address.
 * @throws Refusal `locked-out`
 */
export async function refuseLockedOut(
  context: Context<Environment>,
  { accessKey, subjectHash }: Pick<StoredToken, 'accessKey' | 'subjectHash'>,
  dependencies: Pick<RouteDependencies, 'now' | 'settings' | 'store'>,
): Promise<void> {
  const person = subjectHash ?? addressHashOf(context, accessKey);
  if (person !== undefined) await refuseLockedPerson(person, dependencies);
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

function isFromBackend(context: Context): boolean {
  return (
    isAuthorizationKey(context.req.header('authorization') ?? '') ||
    context.req.path.endsWith(SIGNATURES_PATH)
  );
}
