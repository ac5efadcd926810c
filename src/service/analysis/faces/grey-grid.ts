import type { FaceBox } from '../../../mesh/face-box.ts';
import { luma } from '../../../mesh/raster.ts';
import type { Picture } from './decode-image.ts';

/** A whole picture in {@link GRID_CELLS}² grey values, 0..255, row by row: coarse enough to compare pictures of any size. */
export type GreyGrid = Float32Array;

/** Cells along each side. A face at arm's length covers about 20 × 25 of them. */
const GRID_CELLS = 64;
/** So many points of a cell along each side make its mean. */
const POINTS_PER_CELL = 3;

/** Samples the grid of a picture. */
export function greyGrid({ pixels, widthPx, heightPx }: Picture): GreyGrid {
  const points = GRID_CELLS * POINTS_PER_CELL;
  const grid = new Float32Array(GRID_CELLS ** 2);
  for (let row = 0; row < points; row++) {
    const y = Math.floor(((row + 0.5) / points) * heightPx);
    const cellRow = Math.floor(row / POINTS_PER_CELL) * GRID_CELLS;
    for (let column = 0; column < points; column++) {
      const x = Math.floor(((column + 0.5) / points) * widthPx);
      const i = 3 * (y * widthPx + x);
      const cell = cellRow + Math.floor(column / POINTS_PER_CELL);
      const grey = luma(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0);
      grid[cell] = (grid[cell] ?? 0) + grey / POINTS_PER_CELL ** 2;
    }
  }
  return grid;
}

/** The values of the cells whose middle lies in the box, which is in fractions of the picture. */
export function cellsWithin(grid: GreyGrid, { x, y, width, height }: FaceBox): number[] {
  const cells: number[] = [];
  grid.forEach((grey, i) => {
    const cellX = ((i % GRID_CELLS) + 0.5) / GRID_CELLS;
    const cellY = (Math.floor(i / GRID_CELLS) + 0.5) / GRID_CELLS;
    const isWithin = cellX >= x && cellX <= x + width && cellY >= y && cellY <= y + height;
    if (isWithin) cells.push(grey);
  });
  return cells;
}
