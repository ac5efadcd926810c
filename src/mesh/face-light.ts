import type { FaceBox } from './face-box.ts';
import { luma, type Raster } from './raster.ts';

/** How well a face can be seen in one frame. */
export interface FaceQuality {
  /** Mean luminance of the face, 0..255. */
  readonly luminance: number;
  /** Mean luminance of what is beside the face, 0..255. */
  readonly backgroundLuminance: number;
  /** Part of the face that is white without detail, 0..1. */
  readonly clippedShare: number;
  /** Fine detail ÷ contrast: variance of the Laplacian ÷ variance of the luminance. */
  readonly sharpness: number;
}

/** The face is sampled on a grid of at most this many points a side, so that the cost does not grow with the picture. */
const GRID = 64;
/** The part of the box that is skin and not what is beside it. */
const INNER = { left: 0.18, right: 0.82, top: 0.08, bottom: 0.94 } as const;
/** From here a pixel says nothing about the skin any more. */
const CLIPPED = 250;
/** Points of the background on each side: a grid of so many a side, … */
const AROUND = 16;
/** … that begins this far from the box and is this wide, in box widths, … */
const BESIDE = { from: 0.15, width: 0.5 } as const;
/** … and reaches from above the head to the lower part of the face, in box heights: not the shirt. */
const ABOVE = 0.25;

/**
 * Measures how well the face in `box` is lit and how sharp it is; `undefined` when there are too few pixels of it. Pure.
 * The page gives it the small picture that is tracked.
 */
export function measureQuality(raster: Raster, box: FaceBox): FaceQuality | undefined {
  const { heightPx: height, widthPx: width } = raster;
  const left = Math.max(1, Math.floor((box.x + box.width * INNER.left) * width));
  const right = Math.min(width - 2, Math.floor((box.x + box.width * INNER.right) * width));
  const top = Math.max(1, Math.floor((box.y + box.height * INNER.top) * height));
  const bottom = Math.min(height - 2, Math.floor((box.y + box.height * INNER.bottom) * height));
  if (right - left < 8 || bottom - top < 8) return undefined;
  const stepX = Math.max(1, (right - left) / GRID);
  const stepY = Math.max(1, (bottom - top) / GRID);
  let count = 0;
  let clipped = 0;
  let sum = 0;
  let squares = 0;
  let edges = 0;
  let edgeSquares = 0;
  for (let y = top; y <= bottom; y += stepY) {
    for (let x = left; x <= right; x += stepX) {
      const at = Math.floor(y) * width + Math.floor(x);
      const here = luminance(raster, at);
      const edge =
        luminance(raster, at - 1) +
        luminance(raster, at + 1) +
        luminance(raster, at - width) +
        luminance(raster, at + width) -
        4 * here;
      count++;
      if (here >= CLIPPED) clipped++;
      sum += here;
      squares += here * here;
      edges += edge;
      edgeSquares += edge * edge;
    }
  }
  const mean = sum / count;
  const contrast = squares / count - mean * mean;
  return {
    luminance: mean,
    backgroundLuminance: luminanceBeside(raster, box),
    clippedShare: clipped / count,
    sharpness: (edgeSquares / count - (edges / count) ** 2) / Math.max(1, contrast),
  };
}

/** Mean luminance left and right of the face. 0 when all of that is outside the picture. */
function luminanceBeside(raster: Raster, box: FaceBox): number {
  const { heightPx: height, widthPx: width } = raster;
  let sum = 0;
  let count = 0;
  for (let row = 0; row < AROUND; row++) {
    const y = Math.floor(
      (box.y + (box.height * (row + 0.5)) / AROUND - box.height * ABOVE) * height,
    );
    if (y < 0 || y >= height) continue;
    for (let column = 0; column < AROUND; column++) {
      const away = box.width * (BESIDE.from + (BESIDE.width * (column + 0.5)) / AROUND);
      for (const x of [box.x - away, box.x + box.width + away]) {
        const px = Math.floor(x * width);
        if (px < 0 || px >= width) continue;
        sum += luminance(raster, y * width + px);
        count++;
      }
    }
  }
  return count ? sum / count : 0;
}

/** Luma of one pixel, 0..255. */
function luminance({ bytesPerPixel, pixels }: Raster, pixel: number): number {
  const at = bytesPerPixel * pixel;
  return luma(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
}
