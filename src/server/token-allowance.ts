// The one part of it, so that what is bundled here has no other.
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import RateLimiterRes from 'rate-limiter-flexible/lib/RateLimiterRes.js';

/** Counts the tokens that each session and each person was given. */
export interface TokenAllowance {
  /** Counts one more. Milliseconds to wait when that was one too many; undefined when it was not. */
  take(session: string, subject: string | undefined): Promise<number | undefined>;
}

const WINDOW_SECONDS = 60;

/**
 * Makes the counters, in this process's memory: `tokensPerMinute` for a session, and the same for a person, whom a new
 * session does not make another. 0 is no limit.
 * @throws TypeError for anything but a whole number.
 */
export function createTokenAllowance(tokensPerMinute: number): TokenAllowance {
  if (!Number.isSafeInteger(tokensPerMinute) || tokensPerMinute < 0) {
    throw new TypeError('`tokensPerMinute` takes a whole number; 0 is no limit.');
  }
  if (tokensPerMinute === 0) return { take: async () => undefined };
  const limiter = new RateLimiterMemory({ points: tokensPerMinute, duration: WINDOW_SECONDS });
  return {
    async take(session, subject) {
      const names = [
        `session ${session}`,
        ...(subject === undefined ? [] : [`subject ${subject}`]),
      ];
      try {
        for (const name of names) await limiter.consume(name);
        return undefined;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
        throw refusal;
      }
    },
  };
}
