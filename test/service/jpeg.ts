import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { JPEG_DATA_URI_PREFIX } from '../../src/submission/wire.ts';

/** A grey JPEG of the given size; `trailer` is appended after its end, where decoders do not look. */
export async function makeJpeg({
  widthPx = 96,
  heightPx = 128,
  trailer = '',
}: {
  widthPx?: number;
  heightPx?: number;
  trailer?: string;
} = {}): Promise<Buffer> {
  const jpeg = await sharp({
    create: { width: widthPx, height: heightPx, channels: 3, background: '#888' },
    limitInputPixels: false,
  })
    .jpeg({ quality: 40 })
    .toBuffer();
  return Buffer.concat([jpeg, Buffer.from(trailer)]);
}

/** A JPEG of tiles in greys that follow from a text: pictures of two texts differ. */
export async function makePattern(text: string, widthPx = 96, heightPx = 128): Promise<Buffer> {
  const tiles = createHash('sha256').update(text).digest().subarray(0, 12);
  const raw = Buffer.from([...tiles].flatMap((grey) => [grey, grey, grey]));
  return sharp(raw, { raw: { width: 3, height: 4, channels: 3 } })
    .resize(widthPx, heightPx, { fit: 'fill', kernel: 'nearest' })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** Bytes as an image of the wire. */
export function toDataUri(bytes: Uint8Array): string {
  return JPEG_DATA_URI_PREFIX + Buffer.from(bytes).toString('base64');
}
