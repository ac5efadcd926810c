import { writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';

/** The camera that every recipe of the benchmark looks through. */
export interface CameraSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const FRAMES_PER_SECOND = 30;
/** Long enough for the sway not to look like a stamp, short enough for the file to stay in memory. */
const SECONDS = 4;

/**
 * Writes the simulated person as a Y4M file for `--use-file-for-fake-video-capture`. Played from a file the camera costs
 * nearly nothing; drawn live it would take the processor from what is measured. There and back again, so that it loops
 * without a jump.
 */
export async function writeCameraFile(
  browser: Browser,
  origin: string,
  { widthPx, heightPx }: CameraSize,
  path: string,
): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${origin}/record.html`);
  const drawn = await page.evaluate<string[]>(
    `drawPerson(${widthPx}, ${heightPx}, ${(SECONDS * FRAMES_PER_SECOND) / 2}, ${FRAMES_PER_SECOND})`,
  );
  await page.close();
  const forth: Buffer[] = [];
  for (const png of drawn) {
    const rgb = await sharp(Buffer.from(png, 'base64')).removeAlpha().raw().toBuffer();
    forth.push(Buffer.concat([Buffer.from('FRAME\n'), toI420(rgb, widthPx, heightPx)]));
  }
  const header = `YUV4MPEG2 W${widthPx} H${heightPx} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`;
  await writeFile(path, Buffer.concat([Buffer.from(header), ...forth, ...forth.toReversed()]));
}

/** BT.601, video range; each 2×2 block shares the colour of its first pixel, which a face does not notice. */
function toI420(rgb: Buffer, width: number, height: number): Buffer {
  const luma = Buffer.alloc(width * height);
  const quarter = (width >> 1) * (height >> 1);
  const blue = Buffer.alloc(quarter);
  const red = Buffer.alloc(quarter);
  for (let pixel = 0, at = 0; pixel < luma.length; pixel++, at += 3) {
    const [r, g, b] = [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
    luma[pixel] = 16 + (65.738 * r + 129.057 * g + 25.064 * b) / 256;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    if (x % 2 || y % 2) continue;
    const place = (y >> 1) * (width >> 1) + (x >> 1);
    blue[place] = 128 + (-37.945 * r - 74.494 * g + 112.439 * b) / 256;
    red[place] = 128 + (112.439 * r - 94.154 * g - 18.285 * b) / 256;
  }
  return Buffer.concat([luma, blue, red]);
}
