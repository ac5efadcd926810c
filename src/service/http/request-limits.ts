import { createHash } from 'node:crypto';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Settings } from '../settings.ts';
import type { Store } from '../storage/store.ts';

/** Counts requests in fixed windows of a minute. */
export interface RequestLimits {
  /** Counts a request that an access key authorised. Milliseconds to wait when that was one too many. */
  countKey(accessKey: string): Promise<number | undefined>;
  /** Counts something that a page posted. Milliseconds to wait when that was one too many. */
  countAddress(address: string): Promise<number | undefined>;
  /** Counts a credential that was wrong: a token or a signature that nobody was given, a wrong secret. */
  countGuess(address: string): Promise<void>;
  /** Milliseconds to wait for an address that has guessed too often; undefined for all others. */
  barredForMs(address: string): Promise<number | undefined>;
}

const WINDOW_SECONDS = 60;

/** Makes the counters, which count where the store says. A limit of 0 is no limit. */
export function createRequestLimits(
  settings: Pick<
    Settings,
    'keyRequestsPerMinute' | 'addressRequestsPerMinute' | 'addressGuessesPerMinute'
  >,
  store: Pick<Store, 'createLimiter'>,
): RequestLimits {
  const keys = createCounter('keys', settings.keyRequestsPerMinute, store);
  const addresses = createCounter('addresses', settings.addressRequestsPerMinute, store);
  const guesses = createCounter('guesses', settings.addressGuessesPerMinute, store);
  return {
    countKey: keys.count,
    countAddress: addresses.count,
    async countGuess(address) {
      await guesses.count(address);
    },
    barredForMs: guesses.exhaustedForMs,
  };
}

function createCounter(name: string, points: number, store: Pick<Store, 'createLimiter'>) {
  if (points === 0) return { count: async () => undefined, exhaustedForMs: async () => undefined };
  const limiter = store.createLimiter({ name, points, windowSeconds: WINDOW_SECONDS });
  return {
    async count(who: string): Promise<number | undefined> {
      try {
        await limiter.consume(nameOf(who));
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
