import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The kinds of test file, by what runs them. */
export type TestKind = 'node' | 'browser' | 'e2e' | 'engine';

/**
 * Lists the files `test/**\/*.<kind>.test.ts` whose path contains one of the given words, or all without words.
 *
 * @returns Paths relative to the root, with forward slashes, sorted.
 */
export async function findTestFiles(
  root: string,
  kind: TestKind,
  words: readonly string[] = [],
): Promise<string[]> {
  const entries = await readdir(join(root, 'test'), { recursive: true });
  return entries
    .map((entry) => `test/${entry.split(sep).join('/')}`)
    .filter((path) => path.endsWith(`.${kind}.test.ts`))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
    .sort();
}
