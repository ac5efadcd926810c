import sharp from 'sharp';
import type { Point } from '../../../../src/mesh/mesh-points.ts';

/** The displacement is worked out at every so many pixels, and between these it is even. */
const CELL_PX = 8;
/** Points that stay, along each side of the picture. */
const STILL_POINTS = 6;

/**
 * A picture bent so that what is at `from` comes to `to`: each pixel moves as the points near it do. The edge stays.
 * An attack of fifty lines; better tools are free.
 */
export async function warped(
  jpeg: Buffer,
  from: readonly Point[],
  to: readonly Point[],
): Promise<Buffer> {
  const { data, info } = await sharp(jpeg)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const moved = Buffer.alloc(data.length);
  const shiftAt = shifts(from, to, width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = shiftAt(x, y);
      sample(data, width, height, x + dx, y + dy, moved, 3 * (y * width + x));
    }
  }
  return sharp(moved, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** From where a pixel comes, as a distance: a mean of what the points do, the nearer the heavier. */
function shifts(
  from: readonly Point[],
  to: readonly Point[],
  width: number,
  height: number,
): (x: number, y: number) => Point {
  const still = Array.from({ length: STILL_POINTS }, (_, i) => i / (STILL_POINTS - 1)).flatMap(
    (part): Point[] => [
      [part * width, 0],
      [part * width, height],
      [0, part * height],
      [width, part * height],
    ],
  );
  const sources = [...from, ...still];
  const targets = [...to, ...still];
  const columns = Math.ceil(width / CELL_PX) + 2;
  const rows = Math.ceil(height / CELL_PX) + 2;
  const grid = new Float32Array(2 * columns * rows);
  for (let cell = 0; cell < columns * rows; cell += 1) {
    const [x, y] = [(cell % columns) * CELL_PX, Math.floor(cell / columns) * CELL_PX];
    let [sum, dx, dy] = [0, 0, 0];
    for (const [i, [tx, ty]] of targets.entries()) {
      const [sx, sy] = sources[i] ?? [tx, ty];
      const weight = 1 / ((tx - x) ** 2 + (ty - y) ** 2 + 4) ** 2;
      sum += weight;
      dx += weight * (sx - tx);
      dy += weight * (sy - ty);
    }
    grid[2 * cell] = dx / sum;
    grid[2 * cell + 1] = dy / sum;
  }
  return (x, y) => {
    const [column, row] = [Math.floor(x / CELL_PX), Math.floor(y / CELL_PX)];
    const [fx, fy] = [x / CELL_PX - column, y / CELL_PX - row];
    const at = (axis: number): number => {
      const i = 2 * (row * columns + column) + axis;
      const above = (grid[i] ?? 0) * (1 - fx) + (grid[i + 2] ?? 0) * fx;
      const below = (grid[i + 2 * columns] ?? 0) * (1 - fx) + (grid[i + 2 * columns + 2] ?? 0) * fx;
      return above * (1 - fy) + below * fy;
    };
    return [at(0), at(1)];
  };
}

/** Writes the colour at a place between pixels. */
function sample(
  data: Buffer,
  width: number,
  height: number,
  x: number,
  y: number,
  into: Buffer,
  place: number,
): void {
  const [cx, cy] = [
    Math.min(width - 1.001, Math.max(0, x)),
    Math.min(height - 1.001, Math.max(0, y)),
  ];
  const [left, top] = [Math.floor(cx), Math.floor(cy)];
  const [fx, fy] = [cx - left, cy - top];
  for (let channel = 0; channel < 3; channel += 1) {
    const i = 3 * (top * width + left) + channel;
    const above = (data[i] ?? 0) * (1 - fx) + (data[i + 3] ?? 0) * fx;
    const below = (data[i + 3 * width] ?? 0) * (1 - fx) + (data[i + 3 * width + 3] ?? 0) * fx;
    into[place + channel] = Math.round(above * (1 - fy) + below * fy);
  }
}
