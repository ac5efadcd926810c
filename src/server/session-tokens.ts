/**
 * Which submission tokens each session was given. Implement it over your session store when more than one process
 * serves the handler. A token lets its holder submit once and read one job: keep it like a session cookie.
 */
export interface SessionTokens {
  /** Remembers that the session was given the token. */
  add(session: string, submissionToken: string): Promise<void>;
  /** The tokens that the session was given, the newest first. */
  list(session: string): Promise<readonly string[]>;
}

/** What the store in memory is held to. */
export interface SessionTokenLimits {
  /** Sessions beyond this push out the one that was longest without a new token. Default 10000. */
  readonly maxSessions?: number;
  /** Tokens beyond this push out the session's oldest. Default 5. */
  readonly maxTokensPerSession?: number;
  /** How long a session is remembered after its last token. Default 30 minutes. */
  readonly lifetimeMs?: number;
  /** Milliseconds; only differences matter. Default `Date.now`. */
  readonly now?: () => number;
}

/**
 * {@link SessionTokens} in this process's memory: gone when it restarts, and then pages must start again.
 *
 * @example
 * ```ts
 * import { createSessionTokens } from 'nodeflux-liveness/server';
 * const tokens = createSessionTokens({ maxTokensPerSession: 3, lifetimeMs: 10 * 60_000 });
 * ```
 */
export function createSessionTokens({
  maxSessions = 10_000,
  maxTokensPerSession = 5,
  lifetimeMs = 30 * 60_000,
  now = Date.now,
}: SessionTokenLimits = {}): SessionTokens {
  // A Map keeps the order of insertion, and every add inserts anew: the first is always the stalest.
  const sessions = new Map<string, { readonly tokens: readonly string[]; readonly atMs: number }>();

  function forgetStale(): void {
    for (const [session, { atMs }] of sessions) {
      if (now() - atMs < lifetimeMs && sessions.size <= maxSessions) return;
      sessions.delete(session);
    }
  }

  return {
    async add(session, submissionToken) {
      const tokens = [submissionToken, ...(sessions.get(session)?.tokens ?? [])];
      sessions.delete(session);
      sessions.set(session, { tokens: tokens.slice(0, maxTokensPerSession), atMs: now() });
      forgetStale();
    },
    async list(session) {
      forgetStale();
      return sessions.get(session)?.tokens ?? [];
    },
  };
}
