import { SKIN } from './landmark-indices.ts';
import type { Point } from './mesh-points.ts';
import { luma, type Raster } from './raster.ts';

/** Signs that something covers a part of a face. Natural logarithms of ratios: 0 is no difference. */
export interface FaceCover {
  /** How far the colour of the nose is from that of the forehead, brightness apart. A mask covers the nose; a beard does not. */
  readonly noseColour: number;
  /** How much darker it is below the eyes than on the cheeks. Dark glasses reach there. */
  readonly eyeShade: number;
}

/** Half of the side of the square that is averaged about a point, in widths of the face. */
const REACH = 1 / 100;
/** Added to each value, 0..255: in the dark, noise must not look like colour. */
const FLOOR = 8;

type Colour = readonly [red: number, green: number, blue: number];

/**
 * Measures the cover of a traced face on some 20 small squares of its picture. Pure.
 *
 * @param at where a point of the mesh lies in the raster, in pixels
 */
export function measureCover(
  raster: Raster,
  at: (index: number) => Point,
  faceWidthPx: number,
): FaceCover {
  const reachPx = Math.max(1, Math.round(faceWidthPx * REACH));
  const colourOf = (indices: readonly number[]): Colour =>
    meanColour(raster, indices.map(at), reachPx);
  return {
    noseColour: colourDistance(colourOf(SKIN.nose), colourOf(SKIN.forehead)),
    eyeShade: Math.log(luma(...colourOf(SKIN.cheeks)) / luma(...colourOf(SKIN.underEyes))),
  };
}

function colourDistance([r1, g1, b1]: Colour, [r2, g2, b2]: Colour): number {
  return Math.hypot(Math.log((r1 * g2) / (g1 * r2)), Math.log((b1 * g2) / (g1 * b2)));
}

/** Mean over small squares about the points; what lies outside of the picture is left out. Never 0. */
function meanColour(
  { bytesPerPixel, heightPx, pixels, widthPx }: Raster,
  points: readonly Point[],
  reachPx: number,
): Colour {
  let red = 0;
  let green = 0;
  let blue = 0;
  let count = 0;
  for (const point of points) {
    const [centreX, centreY] = [Math.round(point[0]), Math.round(point[1])];
    const top = Math.max(0, centreY - reachPx);
    const bottom = Math.min(heightPx - 1, centreY + reachPx);
    const left = Math.max(0, centreX - reachPx);
    const right = Math.min(widthPx - 1, centreX + reachPx);
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const first = bytesPerPixel * (y * widthPx + x);
        red += pixels[first] ?? 0;
        green += pixels[first + 1] ?? 0;
        blue += pixels[first + 2] ?? 0;
        count++;
      }
    }
  }
  const mean = (sum: number): number => sum / Math.max(1, count) + FLOOR;
  return [mean(red), mean(green), mean(blue)];
}
