import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Settings } from '../settings.ts';

/** Counts requests in fixed windows of a minute, in this process's memory. */
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

/** Makes the counters. A limit of 0 is no limit. */
export function createRequestLimits(
  settings: Pick<
    Settings,
    'keyRequestsPerMinute' | 'addressRequestsPerMinute' | 'addressGuessesPerMinute'
  >,
): RequestLimits {
  const keys = createCounter(settings.keyRequestsPerMinute);
  const addresses = createCounter(settings.addressRequestsPerMinute);
  const guesses = createCounter(settings.addressGuessesPerMinute);
  return {
    countKey: keys.count,
    countAddress: addresses.count,
    async countGuess(address) {
      await guesses.count(address);
    },
    barredForMs: guesses.exhaustedForMs,
  };
}

function createCounter(points: number) {
  if (points === 0) return { count: async () => undefined, exhaustedForMs: async () => undefined };
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  return {
    async count(name: string): Promise<number | undefined> {
      try {
        await limiter.consume(name);
        return undefined;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
        throw refusal;
      }
    },
    async exhaustedForMs(name: string): Promise<number | undefined> {
      const state = await limiter.get(name);
      return state && state.consumedPoints >= points ? state.msBeforeNext : undefined;
    },
  };
}
