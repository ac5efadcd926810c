import type { FaceSignals } from '../face/face-signals.ts';
import type { FaceChange } from './face-change.ts';
import type { GestureName } from './gesture.ts';
import { GUIDANCE as G } from './guidance-thresholds.ts';
import { HINTS, type Hint } from './hint.ts';
import { isAbove, isBelow, isDark, offCentre } from './hint-rules.ts';
import type { HintContext } from './position-hint.ts';
import { THRESHOLDS as T } from './thresholds.ts';

/** Gestures of the head: a face that looks away is what they ask for. */
const HEAD_GESTURES: readonly GestureName[] = ['turn-left', 'turn-right', 'nod-up', 'nod-down'];

/**
 * What keeps the asked gesture from being seen, or `undefined`. It stops nothing: gestures are judged all the same,
 * so the limits are wider than those of a neutral face. `change` is the face's from neutral. Pure.
 */
export function gestureHint(
  gesture: GestureName,
  { faceCount, face }: FaceSignals,
  change: FaceChange | undefined,
  { last, judgesImage }: HintContext,
): Hint | undefined {
  if (faceCount === 2) return 'multiple-faces';
  if (!face || !change) return 'no-face';
  const { box } = face;
  const { x, y } = offCentre(face);
  const smallest = T.smallestFaceHeight - G.gestureHeightSlack;
  const largest = T.largestFaceHeight + G.gestureHeightSlack;
  const farX = T.farthestOffCentreX + G.gestureOffCentreSlack;
  const farY = T.farthestOffCentreY + G.gestureOffCentreSlack;
  const isAway = (lasting: boolean): boolean =>
    [change.yawDegrees, change.pitchDegrees, change.rollDegrees].some((degrees) =>
      isAbove(Math.abs(degrees), G.gestureAngleDegrees, lasting),
    );
  const faults: Partial<Readonly<Record<Hint, (lasting: boolean) => boolean>>> = {
    'too-dark': (lasting) => judgesImage && isDark(face, lasting),
    'move-closer': (lasting) => isBelow(box.height, [smallest, smallest + G.heightMargin], lasting),
    'move-back': (lasting) => isAbove(box.height, [largest, largest - G.heightMargin], lasting),
    'move-left': (lasting) => isAbove(-x, [farX, farX - G.offCentreMargin], lasting),
    'move-right': (lasting) => isAbove(x, [farX, farX - G.offCentreMargin], lasting),
    'move-up': (lasting) => isAbove(y, [farY, farY - G.offCentreMargin], lasting),
    'move-down': (lasting) => isAbove(-y, [farY, farY - G.offCentreMargin], lasting),
    ...(HEAD_GESTURES.includes(gesture) ? {} : { 'look-straight': isAway }),
  };
  return HINTS.find((hint) => faults[hint]?.(hint === last));
}
