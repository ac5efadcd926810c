import { outerEyeCorners, type Point } from '../../../mesh/mesh-points.ts';
import { luma } from '../../../mesh/raster.ts';
import type { Picture } from './decode-image.ts';
import { sampleSquare } from './sample-square.ts';

/**
 * A face at 48 × 48 grey pixels, upright, with the eyes always in the same places, and at a contrast that does not
 * depend on the light: mean 0, standard deviation 50.
 */
export type FaceThumbnail = Float32Array;

/** How much two thumbnails differ: mean absolute difference of grey values, which lie about 0 with a deviation of 50. */
export interface ThumbnailDifference {
  readonly face: number;
  /** The band of the eyes alone, in which a blink is not lost among the rest. */
  readonly eyes: number;
}

const SIZE_PX = 48;
const CONTRAST = 50;
/** The square is twice as wide as the eyes, and its centre this far below them: brow to chin. Lengths in eye spans. */
const SIDE_IN_EYE_SPANS = 2;
const CENTRE_BELOW_EYES = 0.55;
/** Rows and columns of the thumbnail that hold both eyes, lids included. */
const EYE_BAND = { top: 7, bottom: 15, left: 10, right: 38 } as const;

/** Cuts the thumbnail of a traced face out of its picture. */
export function faceThumbnail(picture: Picture, points: Float32Array): FaceThumbnail {
  const { left, right } = outerEyeCorners(points);
  const across: Point = [left[0] - right[0], left[1] - right[1]];
  const rgb = sampleSquare(
    picture,
    {
      centreX: (right[0] + left[0]) / 2 - across[1] * CENTRE_BELOW_EYES,
      centreY: (right[1] + left[1]) / 2 + across[0] * CENTRE_BELOW_EYES,
      sidePx: Math.hypot(...across) * SIDE_IN_EYE_SPANS,
      angleRadians: Math.atan2(across[1], across[0]),
    },
    SIZE_PX,
    [0, 255],
  );
  const grey = Float32Array.from({ length: SIZE_PX ** 2 }, (_, i) =>
    luma(rgb[3 * i] ?? 0, rgb[3 * i + 1] ?? 0, rgb[3 * i + 2] ?? 0),
  );
  return withEqualContrast(grey);
}

/** In the dark everything differs little; at equal contrast the same change counts the same in any light. */
function withEqualContrast(grey: Float32Array): FaceThumbnail {
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  const variance = grey.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grey.length;
  const gain = CONTRAST / Math.max(1, Math.sqrt(variance));
  return grey.map((value) => (value - mean) * gain);
}

/** Compares two thumbnails. */
export function thumbnailDifference(a: FaceThumbnail, b: FaceThumbnail): ThumbnailDifference {
  return {
    face: meanDifference(a, b, { top: 0, bottom: SIZE_PX, left: 0, right: SIZE_PX }),
    eyes: meanDifference(a, b, EYE_BAND),
  };
}

function meanDifference(
  a: FaceThumbnail,
  b: FaceThumbnail,
  area: { top: number; bottom: number; left: number; right: number },
): number {
  let sum = 0;
  for (let row = area.top; row < area.bottom; row++) {
    for (let column = area.left; column < area.right; column++) {
      const i = row * SIZE_PX + column;
      sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
    }
  }
  return sum / ((area.bottom - area.top) * (area.right - area.left));
}
