import sharp from 'sharp';
import type { WindowSize } from './picture-plan.ts';

const GAP_PX = 12;
const NAME_PX = 26;

/** One picture of a sheet. */
export interface SheetPicture {
  readonly name: string;
  readonly png: Buffer;
}

/** How a sheet is laid out. */
export interface SheetLayout {
  readonly columns: number;
  /** Width of each picture on the sheet. */
  readonly pictureWidth: number;
}

/** Lays pictures of one size out in rows, each under its name, and writes a WebP file. */
export async function writeSheet(
  file: string,
  pictures: readonly SheetPicture[],
  size: WindowSize,
  { columns, pictureWidth }: SheetLayout,
): Promise<void> {
  const pictureHeight = Math.round((pictureWidth * size.height) / size.width);
  const cellWidth = pictureWidth + GAP_PX;
  const cellHeight = pictureHeight + NAME_PX + GAP_PX;
  const width = columns * cellWidth + GAP_PX;
  const height = Math.ceil(pictures.length / columns) * cellHeight + GAP_PX;
  const placed = await Promise.all(
    pictures.map(async ({ png }, place) => ({
      input: await sharp(png).resize(pictureWidth, pictureHeight).png().toBuffer(),
      left: GAP_PX + (place % columns) * cellWidth,
      top: GAP_PX + Math.floor(place / columns) * cellHeight + NAME_PX,
    })),
  );
  const names = pictures.map(({ name }, place) => {
    const x = GAP_PX + (place % columns) * cellWidth;
    const y = GAP_PX + Math.floor(place / columns) * cellHeight + NAME_PX - 9;
    return `<text x="${x}" y="${y}">${name}</text>`;
  });
  const labels = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"
    font-family="sans-serif" font-size="11" fill="#333a45">${names.join('')}</svg>`;
  await sharp({ create: { width, height, channels: 3, background: '#d5dae3' } })
    .composite([...placed, { input: Buffer.from(labels), left: 0, top: 0 }])
    .webp({ quality: 72, effort: 5 })
    .toFile(file);
}
