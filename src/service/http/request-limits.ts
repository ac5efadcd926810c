import { createHash } from 'node:crypto';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Settings } from '../settings.ts';
import type { Store } from '../storage/store.ts';

/** Counts requests in fixed windows: of a minute, and what a person holds in those of a token's life. */
export interface RequestLimits {
  /** Counts a request that an access key authorised. Milliseconds to wait when that was one too many. */
  countKey(accessKey: string): Promise<number | undefined>;
  /** Counts something that a person's page posted. Milliseconds to wait when that was one too many. */
  countPerson(person: string): Promise<number | undefined>;
  /** Counts a token of a named person. Milliseconds to wait when that was one too many. */
  countPersonToken(subjectHash: string): Promise<number | undefined>;
  /** Counts bytes that are about to be kept for a person. Milliseconds to wait when they are too many. */
  countKeptBytes(person: string, bytes: number): Promise<number | undefined>;
  /** Counts a session of a named person that is told its first gesture. Milliseconds to wait when that was one too many. */
  countSession(subjectHash: string): Promise<number | undefined>;
  /** How long a person must wait for another session that is told a gesture, in milliseconds; undefined for not at all. */
  sessionsUsedForMs(subjectHash: string): Promise<number | undefined>;
  /**
   * Counts a credential that was wrong: a token or a signature that nobody was given, a wrong secret. Milliseconds to
   * wait when that was one too many.
   */
  countGuess(guesser: string): Promise<number | undefined>;
  /** How long a caller who tried too many wrong secrets must wait, in milliseconds; undefined for all others. */
  barredForMs(guesser: string): Promise<number | undefined>;
}

const WINDOW_SECONDS = 60;
const DAY_SECONDS = 86_400;
/** A lost network and a closed tab are no attempts; more than these look like somebody who waits for gestures that suit. */
const ABANDONED_GRACE = 2;

/** Makes the counters, which count where the store says. A limit of 0 is no limit. */
export function createRequestLimits(
  settings: Pick<
    Settings,
    | 'keyRequestsPerMinute'
    | 'personRequestsPerMinute'
    | 'addressGuessesPerMinute'
    | 'personTokens'
    | 'personKeptBytes'
    | 'tokenLifetimeMs'
    | 'lockoutFailures'
    | 'lockoutWindowMs'
    | 'personSessionsPerDay'
  >,
  store: Pick<Store, 'createLimiter'>,
): RequestLimits {
  const keys = createCounter('keys', settings.keyRequestsPerMinute, store);
  const requests = createCounter('requests', settings.personRequestsPerMinute, store);
  const guesses = createCounter('guesses', settings.addressGuessesPerMinute, store);
  const lifeSeconds = Math.max(1, Math.ceil(settings.tokenLifetimeMs / 1000));
  const personTokens = createCounter('persons', settings.personTokens, store, lifeSeconds);
  const keptBytes = createCounter('kept-bytes', settings.personKeptBytes, store, lifeSeconds);
  const { lockoutFailures, lockoutWindowMs } = settings;
  const sessions = [
    createCounter(
      'sessions',
      lockoutFailures === 0 ? 0 : lockoutFailures + ABANDONED_GRACE,
      store,
      Math.max(1, Math.ceil(lockoutWindowMs / 1000)),
    ),
    createCounter(
      'sessions-a-day',
      lockoutFailures === 0 ? 0 : settings.personSessionsPerDay,
      store,
      DAY_SECONDS,
    ),
  ];
  return {
    countSession: async (subjectHash) =>
      longest(await Promise.all(sessions.map(({ count }) => count(subjectHash)))),
    sessionsUsedForMs: async (subjectHash) =>
      longest(await Promise.all(sessions.map(({ exhaustedForMs }) => exhaustedForMs(subjectHash)))),
    countKey: (accessKey) => keys.count(accessKey),
    countPerson: (person) => requests.count(person),
    countPersonToken: (subjectHash) => personTokens.count(subjectHash),
    countKeptBytes: keptBytes.count,
    countGuess: (guesser) => guesses.count(guesser),
    barredForMs: guesses.exhaustedForMs,
  };
}

function longest(waitsMs: readonly (number | undefined)[]): number | undefined {
  const known = waitsMs.filter((waitMs) => waitMs !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

function createCounter(
  name: string,
  points: number,
  store: Pick<Store, 'createLimiter'>,
  windowSeconds = WINDOW_SECONDS,
) {
  if (points === 0) return { count: async () => undefined, exhaustedForMs: async () => undefined };
  const limiter = store.createLimiter({ name, points, windowSeconds });
  return {
    async count(who: string, consumed = 1): Promise<number | undefined> {
      try {
        await limiter.consume(nameOf(who), consumed);
        return undefined;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
        throw refusal;
      }
    },
    async exhaustedForMs(who: string): Promise<number | undefined> {
      const state = await limiter.get(nameOf(who));
      return state && state.consumedPoints >= points ? state.msBeforeNext : undefined;
    },
  };
}

/** Keys and addresses are counted by hash, since a store may keep the counts outside of this process. */
function nameOf(who: string): string {
  return createHash('sha256').update(who).digest('base64url');
}
