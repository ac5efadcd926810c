import type { Environment } from './read-options.ts';

/** What a command stands on; the process itself outside of tests. */
export interface Terminal {
  readonly environment: Environment;
  /** Writes a line that is the command's result. */
  print(line: string): void;
  /** Writes a line for the person at the terminal. */
  tell(line: string): void;
  /** Resolves when the process is asked to end. */
  untilAsked(): Promise<void>;
  /** Milliseconds since the epoch. */
  now(): number;
}
