import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT, sha256Of } from '../face-model/pinned-file.ts';

const BINARYEN = join(PROJECT_ROOT, 'node_modules/binaryen');
/** Binaryen's own command, as a script for Node. Its version is exact in package.json: another writes other bytes. */
const WASM_OPT = join(BINARYEN, 'bin/wasm-opt');
const PACKAGE = join(BINARYEN, 'package.json');
/** What the pinned runtime uses. Named, as `--all-features` writes types that engines do not load. */
const FEATURES = [
  ...['--mvp-features', '--enable-mutable-globals', '--enable-nontrapping-float-to-int'],
  ...['--enable-sign-ext', '--enable-bulk-memory', '--enable-simd'],
];
const LIMIT_MS = 600_000;

const OPTIONS = [...FEATURES, '-Oz'];
const CACHE_FOLDER = join(PROJECT_ROOT, 'node_modules/.cache/nodeflux-liveness/runtime');

/**
 * Makes a module as small as Binaryen can, in a minute or less, once for each input: the result is kept. The same bytes
 * give the same bytes on every machine.
 */
export async function optimiseRuntime(
  wasm: Uint8Array,
  cacheFolder = CACHE_FOLDER,
): Promise<Uint8Array<ArrayBuffer>> {
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string };
  const made = sha256Of(Buffer.concat([Buffer.from([version, ...OPTIONS].join(' ')), wasm]));
  const kept = join(cacheFolder, `${made}.wasm`);
  const found = await readFile(kept).catch(() => undefined);
  // Half a file is none: it is written beside and renamed.
  if (found) return new Uint8Array(found);
  await mkdir(cacheFolder, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'nodeflux-runtime-'));
  const [before, after] = [join(folder, 'before.wasm'), join(folder, 'after.wasm')];
  try {
    await writeFile(before, wasm);
    const args = [WASM_OPT, ...OPTIONS, before, '-o', after];
    await promisify(execFile)(process.execPath, args, { timeout: LIMIT_MS });
    const optimised = new Uint8Array(await readFile(after));
    const unfinished = `${kept}.${process.pid}.part`;
    await writeFile(unfinished, optimised);
    await rename(unfinished, kept);
    return optimised;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
