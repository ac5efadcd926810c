import type { Point } from '../../../mesh/mesh-points.ts';
import type { Picture } from './decode-image.ts';

/** A square in a picture, in pixels; it may reach over the edge. */
export interface Square {
  readonly centreX: number;
  readonly centreY: number;
  readonly sidePx: number;
  /** Clockwise as seen in the picture. */
  readonly angleRadians: number;
}

/** The smallest upright square that holds the whole picture, centred: what the detector looks at. */
export function squareAround({ widthPx, heightPx }: Picture): Square {
  return {
    centreX: widthPx / 2,
    centreY: heightPx / 2,
    sidePx: Math.max(widthPx, heightPx),
    angleRadians: 0,
  };
}

/** Where a point of the square (0..1 along its own axes) lies in the picture. */
export function fromSquare(square: Square, u: number, v: number): Point {
  const cos = Math.cos(square.angleRadians);
  const sin = Math.sin(square.angleRadians);
  const x = (u - 0.5) * square.sidePx;
  const y = (v - 0.5) * square.sidePx;
  return [square.centreX + x * cos - y * sin, square.centreY + x * sin + y * cos];
}

/**
 * The square's content at `sizePx` × `sizePx`, RGB, each value `low` for black to `high` for white.
 * Bilinear, and averaged over the area where the picture is finer than the output; black outside the picture.
 */
export function sampleSquare(
  picture: Picture,
  square: Square,
  sizePx: number,
  [low, high]: readonly [low: number, high: number],
): Float32Array {
  const taps = Math.min(3, Math.max(1, Math.round(square.sidePx / sizePx)));
  const scale = (high - low) / 255 / taps ** 2;
  const out = new Float32Array(sizePx * sizePx * 3).fill(low);
  const step = 1 / (sizePx * taps);
  const origin = fromSquare(square, step / 2, step / 2);
  const alongU = minus(fromSquare(square, step * 1.5, step / 2), origin);
  const alongV = minus(fromSquare(square, step / 2, step * 1.5), origin);
  for (let row = 0; row < sizePx * taps; row++) {
    for (let column = 0; column < sizePx * taps; column++) {
      // Pixel centres lie at halves.
      const x = origin[0] + column * alongU[0] + row * alongV[0] - 0.5;
      const y = origin[1] + column * alongU[1] + row * alongV[1] - 0.5;
      const at = (Math.floor(row / taps) * sizePx + Math.floor(column / taps)) * 3;
      addBilinear(picture, x, y, scale, out, at);
    }
  }
  return out;
}

function addBilinear(
  { pixels, widthPx, heightPx }: Picture,
  x: number,
  y: number,
  scale: number,
  out: Float32Array,
  at: number,
): void {
  // Over the edge, the outermost pixel would smear; black is what the models were trained with.
  if (x < 0 || y < 0 || x >= widthPx - 1 || y >= heightPx - 1) return;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const fx = x - left;
  const fy = y - top;
  const topLeft = (1 - fx) * (1 - fy) * scale;
  const topRight = fx * (1 - fy) * scale;
  const bottomLeft = (1 - fx) * fy * scale;
  const bottomRight = fx * fy * scale;
  const a = (top * widthPx + left) * 3;
  const b = a + widthPx * 3;
  for (let c = 0; c < 3; c++) {
    out[at + c] =
      (out[at + c] as number) +
      (pixels[a + c] as number) * topLeft +
      (pixels[a + c + 3] as number) * topRight +
      (pixels[b + c] as number) * bottomLeft +
      (pixels[b + c + 3] as number) * bottomRight;
  }
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]];
}
