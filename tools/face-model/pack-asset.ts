import process from 'node:process';
import { gunzipSync } from 'node:zlib';
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
  return madeOnce(`zopfli 1.0.15, ${ITERATIONS}`, laidOut, async () => {
    const { gzipAsync } = await loadZopfli();
    return gzipAsync(laidOut, { numiterations: ITERATIONS });
  });
}

/** Only when something is packed: it takes every uncaught error of the process for its own and prints its source. */
async function loadZopfli(): Promise<typeof import('@gfx/zopfli')> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = new Set(events.flatMap((event) => process.rawListeners(event)));
  const zopfli = await import('@gfx/zopfli');
  for (const event of events) {
    for (const listener of process.rawListeners(event)) {
      if (!before.has(listener)) process.off(event, listener as () => void);
    }
  }
  return zopfli;
}

/** The file that was packed. */
export function unpackAsset(packed: Uint8Array, layout?: AssetLayout): Uint8Array<ArrayBuffer> {
  const unpacked = new Uint8Array(gunzipSync(packed));
  return layout === 'byte-planes' ? joinBytePlanes(unpacked) : unpacked;
}
