import type { Environment } from './read-options.ts';
import { SERVE_OPTIONS } from './serve-options.ts';

/** Default path of the database. */
export const DEFAULT_DATA_FILE =
  SERVE_OPTIONS.find(({ flag }) => flag === 'data')?.standard ?? 'service.sqlite';

/** The database file that a command works on: `--data`, then `NODEFLUX_DATA`, then the default of `serve`. */
export function dataFileOf(
  flags: Readonly<Record<string, string[] | undefined>>,
  environment: Environment,
): string {
  return flags.data?.at(-1) ?? (environment.NODEFLUX_DATA || DEFAULT_DATA_FILE);
}
