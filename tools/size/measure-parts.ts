import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ENCODE_WORKER_FILE } from '../../src/capture/jpeg-encoder.ts';
import {
  FACE_LANDMARKER_TASK,
  SMALL_WASM_FILE,
  TRACKER_WORKER_FILE,
} from '../../src/face/asset-manifest.ts';

/** How large something is, as it is and on the wire. */
export interface Size {
  readonly rawBytes: number;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
}

/** One file that a check loads. */
export interface Part extends Size {
  /** Path in `dist`. */
  readonly name: string;
}

/** Every file that a check loads in a page whose language is in the element; package.e2e.test.ts holds it against the requests. */
export const PARTS = [
  'standalone.js',
  `assets/${TRACKER_WORKER_FILE}`,
  `assets/${ENCODE_WORKER_FILE}`,
  `assets/${SMALL_WASM_FILE.fileName}`,
  `assets/${FACE_LANDMARKER_TASK.fileName}`,
];

/** What a server compresses with in passing; the highest, 11, takes minutes for a tenth less. */
const BROTLI_QUALITY = 9;
const GZIP_LEVEL = 9;

/** Measures each of {@link PARTS}. */
export async function measureParts(distFolder: string): Promise<Part[]> {
  return Promise.all(
    PARTS.map(async (name) => {
      const file = await readFile(join(distFolder, name));
      const [gzipped, brotli] = await Promise.all([
        promisify(gzip)(file, { level: GZIP_LEVEL }),
        promisify(brotliCompress)(file, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
            [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
          },
        }),
      ]);
      return {
        name,
        rawBytes: file.length,
        gzipBytes: gzipped.length,
        brotliBytes: brotli.length,
      };
    }),
  );
}

/** All of them together. */
export function sumOf(parts: readonly Size[]): Size {
  const sum = (of: (part: Size) => number) => parts.reduce((whole, part) => whole + of(part), 0);
  return {
    rawBytes: sum(({ rawBytes }) => rawBytes),
    gzipBytes: sum(({ gzipBytes }) => gzipBytes),
    brotliBytes: sum(({ brotliBytes }) => brotliBytes),
  };
}
