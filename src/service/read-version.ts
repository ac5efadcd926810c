import { readFileSync } from 'node:fs';

/** The package's own version; the source and the compiled file lie equally deep. */
export function readVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
