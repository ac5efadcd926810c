import type { TriangleMap } from './texels.ts';

/** Pixels with depth. */
export interface PixelRaster {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha; alpha is never written. */
  readonly pixels: Uint8ClampedArray;
  /** 1/w of what is seen; 0 is nothing. */
  readonly depths: Float32Array;
}

/** Numbers of a vertex: x and y in pixels, then {@link BLENDED} that are blended between the corners. */
export const VERTEX_SIZE = 8;
/** 1/w; red, green and blue, of which 1 is full; u/w and v/w. */
const BLENDED = 6;
type Blended = [number, number, number, number, number, number];

/** What is blended, at the middle of the first pixel of a row, and what a pixel to the right and a row down add to it. */
const atStart: Blended = [0, 0, 0, 0, 0, 0];
const perPixel: Blended = [0, 0, 0, 0, 0, 0];
const perRow: Blended = [0, 0, 0, 0, 0, 0];

/**
 * Fills the pixels whose middle is in a triangle and before what is there. Triangles that share an edge leave no gap and no
 * pixel twice. Which way round the corners go does not matter.
 *
 * @param vertices {@link VERTEX_SIZE} numbers each.
 * @param first Index of a corner, as the other two.
 */
export function fillTriangle(
  raster: PixelRaster,
  vertices: Float32Array,
  first: number,
  second: number,
  third: number,
  map?: TriangleMap,
): void {
  // From the top down: an edge is then the same numbers to both its triangles.
  let [top, middle, bottom] = [first * VERTEX_SIZE, second * VERTEX_SIZE, third * VERTEX_SIZE];
  if ((vertices[middle + 1] as number) < (vertices[top + 1] as number))
    [top, middle] = [middle, top];
  if ((vertices[bottom + 1] as number) < (vertices[top + 1] as number))
    [top, bottom] = [bottom, top];
  if ((vertices[bottom + 1] as number) < (vertices[middle + 1] as number))
    [middle, bottom] = [bottom, middle];
  const [topX, topY] = [vertices[top] as number, vertices[top + 1] as number];
  const [middleX, middleY] = [vertices[middle] as number, vertices[middle + 1] as number];
  const [bottomX, bottomY] = [vertices[bottom] as number, vertices[bottom + 1] as number];
  const firstRow = Math.max(0, Math.ceil(topY - 0.5));
  const lastRow = Math.min(raster.height, Math.ceil(bottomY - 0.5));
  const area = (middleX - topX) * (bottomY - topY) - (bottomX - topX) * (middleY - topY);
  if (area === 0 || firstRow >= lastRow) return;

  for (let part = 0; part < BLENDED; part += 1) {
    const value = vertices[top + 2 + part] as number;
    const toMiddle = (vertices[middle + 2 + part] as number) - value;
    const toBottom = (vertices[bottom + 2 + part] as number) - value;
    perPixel[part] = (toMiddle * (bottomY - topY) - toBottom * (middleY - topY)) / area;
    perRow[part] = (toBottom * (middleX - topX) - toMiddle * (bottomX - topX)) / area;
  }
  const longSlope = (bottomX - topX) / (bottomY - topY);
  const upperSlope = (middleX - topX) / (middleY - topY);
  const lowerSlope = (bottomX - middleX) / (bottomY - middleY);
  for (let row = firstRow; row < lastRow; row += 1) {
    const y = row + 0.5;
    const onLong = topX + (y - topY) * longSlope;
    const onShort =
      y < middleY ? topX + (y - topY) * upperSlope : middleX + (y - middleY) * lowerSlope;
    const from = Math.max(0, Math.ceil(Math.min(onLong, onShort) - 0.5));
    const to = Math.min(raster.width, Math.ceil(Math.max(onLong, onShort) - 0.5));
    if (from >= to) continue;
    const [right, down] = [from + 0.5 - topX, y - topY];
    for (let part = 0; part < BLENDED; part += 1) {
      atStart[part] =
        (vertices[top + 2 + part] as number) +
        right * (perPixel[part] as number) +
        down * (perRow[part] as number);
    }
    const place = row * raster.width + from;
    if (map) fillMapped(raster, place, place + to - from, map);
    else fillPlain(raster, place, place + to - from);
  }
}

/** Fills pixels of a row, as {@link atStart} and {@link perPixel} say. */
function fillPlain({ pixels, depths }: PixelRaster, from: number, to: number): void {
  let [depth, red, green, blue] = atStart;
  const [depthStep, redStep, greenStep, blueStep] = perPixel;
  for (let pixel = from; pixel < to; pixel += 1) {
    if (depth > (depths[pixel] as number)) {
      depths[pixel] = depth;
      pixels[pixel * 4] = red * 255;
      pixels[pixel * 4 + 1] = green * 255;
      pixels[pixel * 4 + 2] = blue * 255;
    }
    depth += depthStep;
    red += redStep;
    green += greenStep;
    blue += blueStep;
  }
}

/** The same with a picture, blended between its four nearest pixels. */
function fillMapped(
  { pixels, depths }: PixelRaster,
  from: number,
  to: number,
  { hasHoles, repeats, texels: { width, height, values } }: TriangleMap,
): void {
  let [depth, red, green, blue, across, up] = atStart;
  const [depthStep, redStep, greenStep, blueStep, acrossStep, upStep] = perPixel;
  const [lastX, lastY] = [width - 1, height - 1];
  for (let pixel = from; pixel < to; pixel += 1) {
    if (depth > (depths[pixel] as number)) {
      const distance = 1 / depth;
      // A picture that goes on is begun one earlier: what is cut off is then never below zero.
      const begun = repeats ? width : 0;
      const x = Math.max(0, across * distance * width - 0.5 + begun);
      const y = Math.max(0, (1 - up * distance) * height - 0.5);
      const left = repeats ? x & lastX : Math.min(x | 0, lastX);
      const right = repeats ? (left + 1) & lastX : Math.min(left + 1, lastX);
      const row = Math.min(y | 0, lastY);
      const upper = row * width;
      const lower = Math.min(row + 1, lastY) * width;
      const a = values[upper + left] as number;
      if (!hasHoles || a >>> 24 > 127) {
        const partX = ((x - (x | 0)) * PARTS) | 0;
        const partY = ((y - (y | 0)) * PARTS) | 0;
        const b = values[upper + right] as number;
        const c = values[lower + left] as number;
        const d = values[lower + right] as number;
        const redAndBlue = blend(
          blend(a & EVEN, b & EVEN, partX),
          blend(c & EVEN, d & EVEN, partX),
          partY,
        );
        const justGreen = blend(
          blend((a >>> 8) & 255, (b >>> 8) & 255, partX),
          blend((c >>> 8) & 255, (d >>> 8) & 255, partX),
          partY,
        );
        depths[pixel] = depth;
        pixels[pixel * 4] = red * (redAndBlue & 255);
        pixels[pixel * 4 + 1] = green * justGreen;
        pixels[pixel * 4 + 2] = blue * (redAndBlue >>> 16);
      }
    }
    depth += depthStep;
    red += redStep;
    green += greenStep;
    blue += blueStep;
    across += acrossStep;
    up += upStep;
  }
}

/** Every other channel of a texel: two at a time, with room for products beside each. */
const EVEN = 0x00ff00ff;
/** Steps between two texels: that many times two channels are still a small integer to the engines. */
const PARTS = 128;
/** Half of a step of both channels, so that what is cut off was rounded. */
const HALVES = 0x00400040;

/** Channels of two texels, with this many parts of the second. */
const blend = (one: number, other: number, part: number): number =>
  ((one * (PARTS - part) + other * part + HALVES) >>> 7) & EVEN;
