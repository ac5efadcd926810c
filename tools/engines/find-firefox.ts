import { existsSync } from 'node:fs';
import process from 'node:process';

/** Where Firefox is usually installed, best first. */
const USUAL_PATHS: readonly string[] = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** What is said where there is none. */
export const NO_FIREFOX =
  'there is no Firefox here; apt-get install firefox-esr, or set FIREFOX_PATH';

/**
 * Finds the system's Firefox: `FIREFOX_PATH`, then where it is usually installed; undefined when there is none.
 *
 * @throws Error when `FIREFOX_PATH` names a file that is not there.
 */
export function findFirefox(
  env: Readonly<Record<string, string | undefined>> = process.env,
  usualPaths: readonly string[] = USUAL_PATHS,
): string | undefined {
  const { FIREFOX_PATH: named } = env;
  if (!named) return usualPaths.find((path) => existsSync(path));
  if (!existsSync(named)) throw new Error(`FIREFOX_PATH names a file that is not there: ${named}`);
  return named;
}
