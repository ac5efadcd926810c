import type { FaceBox, FaceCover } from './face-signals.ts';
import type { Pixels } from './measure-quality.ts';

// Points of the mesh; "left" and "right" of a pair are the person's own.
const FOREHEAD = [151, 108, 337, 9, 69, 299] as const;
const NOSE = [5, 195, 4] as const;
const CHEEKS = [50, 101, 118, 280, 330, 347] as const;
const UNDER_EYES = [230, 450, 119, 348] as const;

/** Half of the side of the square that is averaged about a point, in widths of the face. */
const REACH = 1 / 100;
/** Added to each value, 0..255: in the dark, noise must not look like colour. */
const FLOOR = 8;

type Colour = readonly [red: number, green: number, blue: number];

/**
 * Measures signs that something covers a part of the face, on the small picture that is tracked: some 20 squares of
 * 3 × 3 pixels. `points` are x, y, z of the mesh in fractions of the picture. Pure.
 */
export function measureCover(pixels: Pixels, points: Float32Array, box: FaceBox): FaceCover {
  const reachPx = Math.max(1, Math.round(box.width * pixels.width * REACH));
  const colourOf = (indices: readonly number[]): Colour =>
    meanColour(pixels, points, indices, reachPx);
  return {
    noseColour: colourDistance(colourOf(NOSE), colourOf(FOREHEAD)),
    eyeShade: brightness(colourOf(CHEEKS)) - brightness(colourOf(UNDER_EYES)),
  };
}

function colourDistance([r1, g1, b1]: Colour, [r2, g2, b2]: Colour): number {
  return Math.hypot(Math.log((r1 * g2) / (g1 * r2)), Math.log((b1 * g2) / (g1 * b2)));
}

/** Logarithm of the luma of Rec. 709. */
function brightness([red, green, blue]: Colour): number {
  return Math.log(0.2126 * red + 0.7152 * green + 0.0722 * blue);
}

/** Mean over small squares about the points; what lies outside of the picture is left out. Never 0. */
function meanColour(
  { data, width, height }: Pixels,
  points: Float32Array,
  indices: readonly number[],
  reachPx: number,
): Colour {
  let red = 0;
  let green = 0;
  let blue = 0;
  let count = 0;
  for (const index of indices) {
    const centreX = Math.round((points[3 * index] ?? 0) * width);
    const centreY = Math.round((points[3 * index + 1] ?? 0) * height);
    const top = Math.max(0, centreY - reachPx);
    const bottom = Math.min(height - 1, centreY + reachPx);
    const left = Math.max(0, centreX - reachPx);
    const right = Math.min(width - 1, centreX + reachPx);
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const at = 4 * (y * width + x);
        red += data[at] ?? 0;
        green += data[at + 1] ?? 0;
        blue += data[at + 2] ?? 0;
        count++;
      }
    }
  }
  const mean = (sum: number): number => sum / Math.max(1, count) + FLOOR;
  return [mean(red), mean(green), mean(blue)];
}
