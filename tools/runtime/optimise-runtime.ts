import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { madeOnce } from '../face-model/made-once.ts';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';

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

/** Makes a module as small as Binaryen can, in a minute or less. The same bytes give the same bytes on every machine. */
export async function optimiseRuntime(wasm: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string };
  return madeOnce(`binaryen ${version} ${OPTIONS.join(' ')}`, wasm, () => runWasmOpt(wasm));
}

async function runWasmOpt(wasm: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'nodeflux-runtime-'));
  const [before, after] = [join(folder, 'before.wasm'), join(folder, 'after.wasm')];
  try {
    await writeFile(before, wasm);
    const args = [WASM_OPT, ...OPTIONS, before, '-o', after];
    await promisify(execFile)(process.execPath, args, { timeout: LIMIT_MS });
    return await readFile(after);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
