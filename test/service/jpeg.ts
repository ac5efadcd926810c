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

/** Bytes as an image of the wire. */
export function toDataUri(bytes: Uint8Array): string {
  return JPEG_DATA_URI_PREFIX + Buffer.from(bytes).toString('base64');
}
