import { decodeImage, ImageRefused } from './decode-image.ts';
import { type GreyGrid, greyGrid } from './grey-grid.ts';

/** A picture of one colour, or a lens that is covered: its grey values differ by less than this from their mean, of 255. */
export const LEAST_DEVIATION = 1.5;

/**
 * Looks at small frames as far as a process without models can: each decodes to its end, shows more than one colour, and is
 * no copy of another in other bytes. Faces are looked for when the session is judged.
 * @throws ImageRefused for the first that is none of these
 */
export async function requirePictures(jpegs: readonly Uint8Array[]): Promise<void> {
  const grids: GreyGrid[] = [];
  for (const jpeg of jpegs) {
    const grid = greyGrid(await decodeImage(jpeg, false));
    if (deviationOf(grid) < LEAST_DEVIATION) throw new ImageRefused('The image shows one colour.');
    if (grids.some((other) => grid.every((grey, i) => grey === other[i]))) {
      throw new ImageRefused('The image shows the same as another.');
    }
    grids.push(grid);
  }
}

/** How far the grey values are from their mean, in the root of the mean square. */
function deviationOf(grid: GreyGrid): number {
  const mean = grid.reduce((sum, grey) => sum + grey, 0) / grid.length;
  return Math.sqrt(grid.reduce((sum, grey) => sum + (grey - mean) ** 2, 0) / grid.length);
}
