import type { Picture } from './decode-image.ts';

/** Signs that something covers a part of the face. Natural logarithms of ratios: 0 is no difference. */
export interface FaceCover {
  /** How far the colour of the nose is from that of the forehead, brightness apart. A mask covers the nose; a beard does not. */
  readonly noseColour: number;
  /** How much darker it is below the eyes than on the cheeks. Dark glasses reach there. */
  readonly eyeShade: number;
}

// Points of the mesh. Left and right as in the picture.
const FOREHEAD = [151, 108, 337, 9, 69, 299] as const;
const NOSE = [5, 195, 4] as const;
const CHEEKS = [50, 101, 118, 280, 330, 347] as const;
const UNDER_EYES = [230, 450, 119, 348] as const;
const RIGHT_CHEEKBONE = 234;
const LEFT_CHEEKBONE = 454;

/** Half of the side of the square that is averaged about a point, in widths of the face. */
const REACH = 1 / 100;
/** Added to each value, 0..255: in the dark, noise must not look like colour. */
const FLOOR = 8;

type Colour = readonly [red: number, green: number, blue: number];

/** Measures the cover of a traced face. */
export function measureCover(picture: Picture, points: Float32Array): FaceCover {
  const widthPx = Math.hypot(
    (points[3 * LEFT_CHEEKBONE] ?? 0) - (points[3 * RIGHT_CHEEKBONE] ?? 0),
    (points[3 * LEFT_CHEEKBONE + 1] ?? 0) - (points[3 * RIGHT_CHEEKBONE + 1] ?? 0),
  );
  const reachPx = Math.max(1, Math.round(widthPx * REACH));
  const colourOf = (indices: readonly number[]) => meanColour(picture, points, indices, reachPx);
  return {
    noseColour: colourDistance(colourOf(NOSE), colourOf(FOREHEAD)),
    eyeShade: brightness(colourOf(CHEEKS)) - brightness(colourOf(UNDER_EYES)),
  };
}

function colourDistance([r1, g1, b1]: Colour, [r2, g2, b2]: Colour): number {
  return Math.hypot(Math.log((r1 * g2) / (g1 * r2)), Math.log((b1 * g2) / (g1 * b2)));
}

/** Logarithm of the luma of ITU-R BT.601. */
function brightness([red, green, blue]: Colour): number {
  return Math.log(0.299 * red + 0.587 * green + 0.114 * blue);
}

/** Mean over small squares about the points; what lies outside of the picture is left out. Never 0. */
function meanColour(
  { pixels, widthPx, heightPx }: Picture,
  points: Float32Array,
  indices: readonly number[],
  reachPx: number,
): Colour {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (const index of indices) {
    const centreX = Math.round(points[3 * index] ?? 0);
    const centreY = Math.round(points[3 * index + 1] ?? 0);
    for (let y = centreY - reachPx; y <= centreY + reachPx; y++) {
      for (let x = centreX - reachPx; x <= centreX + reachPx; x++) {
        if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) continue;
        const at = 3 * (y * widthPx + x);
        sum[0] += pixels[at] ?? 0;
        sum[1] += pixels[at + 1] ?? 0;
        sum[2] += pixels[at + 2] ?? 0;
        count += 1;
      }
    }
  }
  const mean = (value: number) => value / Math.max(1, count) + FLOOR;
  return [mean(sum[0]), mean(sum[1]), mean(sum[2])];
}
