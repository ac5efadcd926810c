import type { FaceSignals } from '../face/face-signals.ts';
import { THRESHOLDS as T } from './challenge-thresholds.ts';
import type { FaceChange } from './face-change.ts';
import type { GestureRecord } from './gestures/gesture-record.ts';
import { GUIDANCE as G } from './guidance-thresholds.ts';
import { HINTS, type Hint } from './hint.ts';
import { isDark, isOverLimit, isUnderLimit, offCentre } from './hint-rules.ts';
import type { HintContext } from './position-hint.ts';

/**
 * What keeps the asked gesture from being seen, or `undefined`. It stops nothing: gestures are judged all the same,
 * so the limits are wider than those of a neutral face. `change` is the face's from neutral. Pure.
 */
export function gestureHint(
  gesture: GestureRecord,
  { faceCount, face, picture }: FaceSignals,
  change: FaceChange | undefined,
  { last, judgesImage }: HintContext,
): Hint | undefined {
  if (picture) return `camera-${picture}`;
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
      isOverLimit(Math.abs(degrees), G.gestureAngleDegrees, lasting),
    );
  const faults: Partial<Readonly<Record<Hint, (lasting: boolean) => boolean>>> = {
    'too-dark': (lasting) => judgesImage && isDark(face, lasting),
    'move-closer': (lasting) =>
      isUnderLimit(box.height, [smallest, smallest + G.heightMargin], lasting),
    'move-back': (lasting) => isOverLimit(box.height, [largest, largest - G.heightMargin], lasting),
    'move-left': (lasting) => isOverLimit(-x, [farX, farX - G.offCentreMargin], lasting),
    'move-right': (lasting) => isOverLimit(x, [farX, farX - G.offCentreMargin], lasting),
    'move-up': (lasting) => isOverLimit(y, [farY, farY - G.offCentreMargin], lasting),
    'move-down': (lasting) => isOverLimit(-y, [farY, farY - G.offCentreMargin], lasting),
    // A head that moves as asked looks away.
    ...(gesture.moves === 'head' ? {} : { 'look-straight': isAway }),
  };
  return HINTS.find((hint) => faults[hint]?.(hint === last));
}
