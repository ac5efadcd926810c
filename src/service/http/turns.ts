/** Hands out turns, one at a time for each key. */
export interface Turns {
  /** Resolves when it is the caller's turn, to the function that ends it. */
  take(key: string): Promise<() => void>;
}

/**
 * Lets one request per submission token in at a time, so that a token's holder cannot make the server hold many bodies:
 * the others wait with theirs unread, and learn then that the token is used.
 */
export function createTurns(): Turns {
  const lastByKey = new Map<string, Promise<void>>();
  return {
    async take(key) {
      const before = lastByKey.get(key);
      let end = () => {};
      const turn = new Promise<void>((resolve) => {
        end = resolve;
      });
      lastByKey.set(key, turn);
      await before;
      return () => {
        if (lastByKey.get(key) === turn) lastByKey.delete(key);
        end();
      };
    },
  };
}
