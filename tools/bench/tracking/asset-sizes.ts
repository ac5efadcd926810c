import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** How large a file is, as it is and on the wire. */
export interface AssetSize {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
}

/** What a page loads of the package. */
const LOADED = [
  'index.js',
  'tracker-worker.js',
  'encode-worker.js',
  'assets/vision_wasm_module_internal.wasm',
  'assets/face_landmarker.task',
] as const;
/** What a server compresses with in passing; the highest, 11, takes minutes for a tenth less. */
const BROTLI_QUALITY = 9;

/** The sizes of all that a page loads. */
export async function measureAssets(packageFolder: string): Promise<AssetSize[]> {
  return Promise.all(
    LOADED.map(async (name) => {
      const file = await readFile(join(packageFolder, name));
      const brotli = brotliCompressSync(file, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
          [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        },
      });
      return {
        name,
        bytes: file.length,
        gzipBytes: gzipSync(file, { level: 9 }).length,
        brotliBytes: brotli.length,
      };
    }),
  );
}
