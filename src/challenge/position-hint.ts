import type { FaceMeasurements, FaceSignals } from '../face/face-signals.ts';
import { LENIENT_NEUTRAL, STRICT_NEUTRAL, THRESHOLDS as T } from './challenge-thresholds.ts';
import { GUIDANCE as G } from './guidance-thresholds.ts';
import { HINTS, type Hint, isAdvice } from './hint.ts';
import {
  type HintRule,
  hasFewPixels,
  hasShutEyes,
  isBacklit,
  isBlurred,
  isBright,
  isCovered,
  isDark,
  isFar,
  isGrimacing,
  isNear,
  isOverLimit,
  isTurnedAway,
  isWhole,
  offCentre,
} from './hint-rules.ts';

/** What the last frame was told, and how much is asked of a neutral image. */
export interface HintContext {
  /** The fault of the last frame: it ends later than it began. */
  readonly last?: Hint | undefined;
  /** Whether light, sharpness and pixels count: the native SDK's image-quality filter. */
  readonly judgesImage: boolean;
  /** Hints that have been shown for long enough: pose and mouth are then judged by the wider limits. */
  readonly toldForLong?: readonly Hint[];
  /** Whether patience with advice is over: what else is wrong then counts all the same. */
  readonly skipsAdvice?: boolean;
  /** Whether the mouth may be as it is. */
  readonly skipsMouth?: boolean;
}

/** Rules of where the face is: at most so far from the middle, in frame widths and heights. */
function moveRules(farthestX: number, farthestY: number) {
  const limitX = [farthestX, farthestX - G.offCentreMargin];
  const limitY = [farthestY, farthestY - G.offCentreMargin];
  // Left and right are the person's own, which in the unmirrored frame are the right and the left.
  return {
    'move-left': (face, lasting) => isOverLimit(-offCentre(face).x, limitX, lasting),
    'move-right': (face, lasting) => isOverLimit(offCentre(face).x, limitX, lasting),
    'move-up': (face, lasting) => isOverLimit(offCentre(face).y, limitY, lasting),
    'move-down': (face, lasting) => isOverLimit(-offCentre(face).y, limitY, lasting),
  } satisfies Partial<Record<Hint, HintRule>>;
}

const MOVES = moveRules(T.farthestOffCentreX, T.farthestOffCentreY);
const LENIENT_MOVES = moveRules(T.lenientOffCentreX, T.lenientOffCentreY);

/** Whether the hint says where the face should be. */
export function isMove(hint: Hint): hint is keyof typeof MOVES {
  return hint in MOVES;
}

const POSITION_RULES: Partial<Readonly<Record<Hint, HintRule>>> = {
  ...MOVES,
  'move-closer': isFar,
  'move-back': isNear,
  'uncover-face': isCovered,
  'look-straight': isTurnedAway(STRICT_NEUTRAL),
  'relax-face': isGrimacing(STRICT_NEUTRAL),
  'eyes-closed': hasShutEyes,
};

const LENIENT_RULES: typeof POSITION_RULES = {
  ...POSITION_RULES,
  ...Object.fromEntries(
    (Object.keys(MOVES) as (keyof typeof MOVES)[]).map((hint): [Hint, HintRule] => [
      hint,
      (face, lasting) =>
        MOVES[hint](face, lasting) && (!isWhole(face) || LENIENT_MOVES[hint](face, lasting)),
    ]),
  ),
  'look-straight': isTurnedAway(LENIENT_NEUTRAL),
  'relax-face': isGrimacing(LENIENT_NEUTRAL),
};

const IMAGE_RULES: Partial<Readonly<Record<Hint, HintRule>>> = {
  'too-dark': isDark,
  'too-bright': isBright,
  'move-closer': hasFewPixels,
  backlit: isBacklit,
  blurred: isBlurred,
};

/** The most urgent thing that keeps this face from being a good neutral face, or `undefined` when it is one. Pure. */
export function positionHint(
  { faceCount, face, picture }: FaceSignals,
  { last, judgesImage, toldForLong = [], skipsAdvice, skipsMouth }: HintContext = {
    judgesImage: true,
  },
): Hint | undefined {
  // A picture that shows nothing has no face for that reason alone.
  if (picture) return `camera-${picture}`;
  if (faceCount === 2) return 'multiple-faces';
  if (!face) return 'no-face';
  const ruleFor = (hint: Hint): HintRule | undefined =>
    (toldForLong.includes(hint) ? LENIENT_RULES : POSITION_RULES)[hint];
  return HINTS.find(
    (hint) =>
      !(skipsAdvice && isAdvice(hint)) &&
      !(skipsMouth && hint === 'relax-face') &&
      (breaks(ruleFor(hint), face, hint === last) ||
        (judgesImage && breaks(IMAGE_RULES[hint], face, hint === last))),
  );
}

function breaks(rule: HintRule | undefined, face: FaceMeasurements, lasting: boolean): boolean {
  return rule?.(face, lasting) ?? false;
}
