/**
 * Where the oval lies, in units of a 300 × 400 drawing that is as high as the camera box and centred in it.
 * In a 4:3 box the drawing is the middle; the oval keeps its share of the picture's height.
 */
export const OVAL = {
  viewWidth: 300,
  viewHeight: 400,
  centerX: 150,
  centerY: 176,
  radiusX: 94,
  radiusY: 120,
} as const;

const { centerX, centerY, radiusX, radiusY } = OVAL;

/** The oval as a closed path that starts at the top and runs clockwise. */
export const OVAL_PATH =
  `M${centerX} ${centerY - radiusY}` +
  `A${radiusX} ${radiusY} 0 0 1 ${centerX} ${centerY + radiusY}` +
  `A${radiusX} ${radiusY} 0 0 1 ${centerX} ${centerY - radiusY}Z`;

/** Everything around the oval, far beyond any box, for the even-odd rule. */
export const SURROUND_PATH = `M-1200-800H1500V1200H-1200Z${OVAL_PATH}`;
