import { readdir, readFile, readlink } from 'node:fs/promises';
import process from 'node:process';

/** Whose processes count. */
const BROWSERS = /firefox|chrom|webkit/i;

/**
 * Memory of all browser processes that this one has started, in bytes: what each has alone, and its part of what it shares.
 * `undefined` where the system does not tell (anything but Linux).
 */
export async function browserMemory(): Promise<number | undefined> {
  const numbers = await readdir('/proc').catch(() => undefined);
  if (!numbers) return undefined;
  const found = await Promise.all(numbers.filter((name) => /^\d+$/.test(name)).map(readProcess));
  const processes = found.filter((one) => one !== undefined);
  const parents = new Map(processes.map(({ id, parent }) => [id, parent]));
  const isOurs = (id: number): boolean => {
    for (let up = parents.get(id); up; up = parents.get(up)) if (up === process.pid) return true;
    return false;
  };
  const browsers = processes.filter(({ id, path }) => BROWSERS.test(path) && isOurs(id));
  const sizes = await Promise.all(browsers.map(({ id }) => readSize(id)));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

/** Undefined for what has ended meanwhile. */
async function readProcess(
  name: string,
): Promise<{ id: number; parent: number; path: string } | undefined> {
  try {
    const [stat, path] = await Promise.all([
      readFile(`/proc/${name}/stat`, 'utf8'),
      readlink(`/proc/${name}/exe`),
    ]);
    // Behind the name, which may have anything in it: state and parent.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    return { id: Number(name), parent: Number(parent), path };
  } catch {
    return undefined;
  }
}

async function readSize(id: number): Promise<number> {
  const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
  return 1024 * Number(/^Pss: +(\d+) kB/m.exec(text)?.[1] ?? 0);
}
