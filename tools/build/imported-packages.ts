import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';

/** The packages that the scripts and types of a folder import, by name, sorted. Those of Node itself are none. */
export async function importedPackages(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const found = new Set<string>();
  for (const name of names.filter((one) => /\.(js|d\.ts)$/.test(one))) {
    const text = await readFile(join(folder, name), 'utf8');
    for (const specifier of importsOf(text)) {
      if (specifier.startsWith('.') || isBuiltin(specifier)) continue;
      found.add(specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'));
    }
  }
  return [...found].sort();
}

/** Every module that a text imports, names types of, or resolves (`createRequire(…).resolve('…')`). */
export function importsOf(text: string): string[] {
  const imported = ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName);
  if (!text.includes('createRequire(')) return imported;
  const resolved = [...text.matchAll(/\bresolve\((["'])(@?[a-z][^"']*)\1\)/g)].map(
    ([, , name = '']) => name,
  );
  return [...imported, ...resolved];
}
