import { gunzipSync } from 'node:zlib';
import { gzipAsync } from '@gfx/zopfli';
import type { AssetLayout } from '../../src/face/asset-manifest.ts';
import { joinBytePlanes } from '../../src/face/join-byte-planes.ts';
import { madeOnce } from './made-once.ts';
import { splitBytePlanes } from './split-byte-planes.ts';

/** Twice as many take twice as long for a thousandth. */
const ITERATIONS = 5;

/**
 * Packs a file as gzip, as small as that goes: Zopfli writes 5 % less than zlib, and the same bytes on every machine, which
 * zlib's versions do not.
 */
export function packAsset(
  bytes: Uint8Array,
  layout?: AssetLayout,
): Promise<Uint8Array<ArrayBuffer>> {
  const laidOut = layout === 'byte-planes' ? splitBytePlanes(bytes) : bytes;
  return madeOnce(`zopfli 1.0.15, ${ITERATIONS}`, laidOut, () =>
    gzipAsync(laidOut, { numiterations: ITERATIONS }),
  );
}

/** The file that was packed. */
export function unpackAsset(packed: Uint8Array, layout?: AssetLayout): Uint8Array<ArrayBuffer> {
  const unpacked = new Uint8Array(gunzipSync(packed));
  return layout === 'byte-planes' ? joinBytePlanes(unpacked) : unpacked;
}
