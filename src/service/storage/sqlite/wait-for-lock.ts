import { setTimeout } from 'node:timers/promises';
import { StoreUnavailable } from '../store-unavailable.ts';
import { isFileTrouble, isLocked } from './sqlite-errors.ts';

/** How long a call waits for a file that another process has locked; then it is refused, and may be made again. */
const PATIENCE_MS = 2000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;

/** What waiting needs of the world. */
export interface LockWaiting {
  /** Milliseconds; only differences matter. */
  readonly now?: () => number;
  readonly pause?: (durationMs: number) => Promise<unknown>;
}

/**
 * Makes a call on the database, again and again while another process has it locked. SQLite's own wait
 * (`busy_timeout`) would stop every other request with it, since the calls are synchronous; this one lets them go on.
 * Each call is one statement or one transaction, so that one which failed has done nothing.
 * @throws StoreUnavailable when the file stays locked, or cannot be used.
 */
export async function waitForLock<T>(
  call: () => Promise<T>,
  { now = () => performance.now(), pause = setTimeout }: LockWaiting = {},
): Promise<T> {
  const untilMs = now() + PATIENCE_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
    try {
      return await call();
    } catch (error) {
      if (!isFileTrouble(error)) throw error;
      if (!isLocked(error) || now() >= untilMs) throw new StoreUnavailable(error);
    }
    await pause(pauseMs);
  }
}
