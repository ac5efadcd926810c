import { gunzipSync } from 'node:zlib';
import { gzipAsync } from '@gfx/zopfli';
import { madeOnce } from './made-once.ts';

/** Twice as many take twice as long for a thousandth. */
const ITERATIONS = 5;

/**
 * Packs a file as gzip, as small as that goes: Zopfli writes 5 % less than zlib, and the same bytes on every machine, which
 * zlib's versions do not.
 */
export function packAsset(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return madeOnce(`zopfli 1.0.15, ${ITERATIONS}`, bytes, () =>
    gzipAsync(bytes, { numiterations: ITERATIONS }),
  );
}

/** The file that was packed. */
export function unpackAsset(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gunzipSync(packed));
}
