import sharp from 'sharp';

/** The same picture, encoded again. */
export function reencoded(jpeg: Buffer, quality: number): Promise<Buffer> {
  return sharp(jpeg).jpeg({ quality }).toBuffer();
}

/** The same picture, moved by some pixels; the edge is filled with what is next to it. */
export async function shifted(jpeg: Buffer, rightPx: number, downPx: number): Promise<Buffer> {
  const moved = await sharp(jpeg)
    .extend({
      left: Math.max(0, rightPx),
      right: Math.max(0, -rightPx),
      top: Math.max(0, downPx),
      bottom: Math.max(0, -downPx),
      extendWith: 'copy',
    })
    .toBuffer();
  const { width = 1, height = 1 } = await sharp(jpeg).metadata();
  const left = Math.max(0, -rightPx);
  const top = Math.max(0, -downPx);
  return sharp(moved).extract({ left, top, width, height }).jpeg({ quality: 90 }).toBuffer();
}

/** The same picture as small as a frame on the way. */
export function small(jpeg: Buffer): Promise<Buffer> {
  return sharp(jpeg).resize(320).jpeg({ quality: 92 }).toBuffer();
}

/** Both pictures over each other: `part` of the second, 0..1. */
export async function mixed(from: Buffer, to: Buffer, part: number): Promise<Buffer> {
  const over = await sharp(to).ensureAlpha(part).png().toBuffer();
  return sharp(from)
    .composite([{ input: over }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** A swipe: the first picture goes out to the left by a part of its width, the second comes in behind it. */
export async function pushedOver(first: Buffer, second: Buffer, part: number): Promise<Buffer> {
  const { width = 1, height = 1 } = await sharp(first).metadata();
  const gone = Math.min(width - 1, Math.max(1, Math.round(part * width)));
  const left = await sharp(first)
    .extract({ left: gone, top: 0, width: width - gone, height })
    .toBuffer();
  const right = await sharp(second).extract({ left: 0, top: 0, width: gone, height }).toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([
      { input: left, left: 0, top: 0 },
      { input: right, left: width - gone, top: 0 },
    ])
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** The same picture through a video call: half as sharp, encoded coarsely. */
export async function asInACall(jpeg: Buffer): Promise<Buffer> {
  const { width = 2, height = 2 } = await sharp(jpeg).metadata();
  const coarse = await sharp(jpeg)
    .resize(width >> 1, height >> 1)
    .jpeg({ quality: 60 })
    .toBuffer();
  return sharp(coarse).resize(width, height, { fit: 'fill' }).jpeg({ quality: 85 }).toBuffer();
}

/** The same picture without its edge: `keep` of each side, 0..1, enlarged to the old size. */
export async function cropped(jpeg: Buffer, keep: number): Promise<Buffer> {
  const { width = 1, height = 1 } = await sharp(jpeg).metadata();
  const [w, h] = [Math.round(width * keep), Math.round(height * keep)];
  return sharp(jpeg)
    .extract({ left: (width - w) >> 1, top: (height - h) >> 1, width: w, height: h })
    .resize(width, height)
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** The same picture in light from the side: darker towards one edge, by up to `strength`, 0..1. */
export async function sideLit(
  jpeg: Buffer,
  strength: number,
  from: 'left' | 'right',
): Promise<Buffer> {
  const { width = 1, height = 1 } = await sharp(jpeg).metadata();
  const [start, end] = from === 'left' ? [1, 1 - strength] : [1 - strength, 1];
  const shade = (value: number) => `rgb(${[1, 2, 3].map(() => Math.round(255 * value)).join(',')})`;
  const gradient = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><linearGradient id="g">
    <stop offset="0.25" stop-color="${shade(start)}"/><stop offset="0.75" stop-color="${shade(end)}"/></linearGradient>
    <rect width="100%" height="100%" fill="url(#g)"/></svg>`,
  );
  return sharp(jpeg)
    .composite([{ input: gradient, blend: 'multiply' }])
    .jpeg({ quality: 90 })
    .toBuffer();
}
