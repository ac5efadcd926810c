import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * The licences of what a package carries of others, as its users have to be given them: of every package whose source
 * the source maps of a folder name, and of those that files were made from.
 *
 * @param folder Built scripts with their source maps.
 * @param madeFrom Packages that wasm and models come from, which no source map names.
 */
export async function thirdPartyNotices(
  folder: string,
  madeFrom: readonly string[],
): Promise<string> {
  const names = new Set([...(await bundledPackages(folder)), ...madeFrom]);
  const notices = await Promise.all([...names].sort().map(noticeOf));
  return `# Third-party notices\n\nThis package contains code or data of the packages below.\n\n${notices.join('\n')}`;
}

/** The packages whose code is in the scripts of a folder, by their source maps. */
async function bundledPackages(folder: string): Promise<string[]> {
  const found = new Set<string>();
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.js.map')) continue;
    const { sources } = JSON.parse(await readFile(join(folder, name), 'utf8'));
    for (const source of sources as string[]) {
      const path = resolve(folder, dirname(name), source).replaceAll('\\', '/');
      const [, from] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path) ?? [];
      if (from && !from.startsWith('.')) found.add(from);
    }
  }
  return [...found].sort();
}

async function noticeOf(name: string): Promise<string> {
  const folder = join(ROOT, 'node_modules', name);
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const title = `## ${name} ${version}\n\n${license}\n`;
  const file = (await readdir(folder)).find((one) => /^licen[cs]e(\.\w+)?$/i.test(one));
  if (file) return `${title}\n${fenced(await readFile(join(folder, file), 'utf8'))}`;
  if (license !== 'Apache-2.0') throw new Error(`${name} has no file with its licence.`);
  return `${title}\nThe text is that of the file LICENSE beside this package’s own manifest.\n`;
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.trim()}\n\`\`\`\n`;
}
