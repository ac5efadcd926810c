import type { FaceChange } from '../face-change.ts';
import { isFacingAhead } from './facing-ahead.ts';
import type { GestureMeasure, GestureRecord } from './gesture-record.ts';

/**
 * Every number of a smile. When it counts on the page is `page`, at the service `serviceWidening`; the others say what is no smile.
 * A widening is the growth of the mouth's width over its width at rest.
 */
export const SMILE = {
  page: {
    /** Widening from recent. Smiles 0.13–0.66; at rest up to 0.05. Speech reaches 0.25, but not for long. */
    wideningFromRecent: 0.15,
    /** Widening from neutral. Smiles 0.15–0.45. */
    wideningFromNeutral: 0.12,
    /** Part of the way to the eye that both corners rise, from recent. Smiles 0.06–0.22; lips pressed 0.08, a grimace 0.05, speech 0.02. */
    cornerLiftFromRecent: 0.1,
  },
  /** Part of its own threshold that each of width and lift must reach, however much the other shows. */
  minimumOfEach: 0.5,
  /** How far an opening of 1 mouth width pulls the corners down, in the unit of the lift. */
  cornerDropByOpening: 0.25,
  /** Largest difference of the two corners' lifts. Smiles up to 0.08; smirks 0.13–0.20. */
  unevenness: 0.1,
  /** A mouth that is open wider is no smile, however wide: toothy smiles open by up to 0.28, a shout by 0.85. */
  belowMouthOpening: 0.4,
  /** From threshold to threshold, between frames. Smiles 350 ms and more; vowels spread the mouth for 0.1–0.3 s. */
  shortestMs: 345,
  /** Widening in an image. Clips: smiles 0.14–0.40; attacks up to 0.05. */
  serviceWidening: 0.1,
} as const;

/**
 * The mouth grows wider and both its corners rise, while the head faces ahead. Lips that are pressed or stretched in
 * speech do the one without the other. A wide open mouth is not a smile, however wide, and neither is a smirk,
 * which pulls up one corner alone.
 */
const measureSmile: GestureMeasure = (fromNeutral, fromRecent) => {
  if (!isFacingAhead(fromNeutral)) return undefined;
  if (fromNeutral.mouthOpening >= SMILE.belowMouthOpening) return undefined;
  if (Math.min(unevenness(fromNeutral), unevenness(fromRecent)) > SMILE.unevenness) return 0;
  const width = fromRecent.mouthWidening / SMILE.page.wideningFromRecent;
  const lift = cornerLift(fromRecent) / SMILE.page.cornerLiftFromRecent;
  return Math.min(
    (width + lift) / 2,
    width / SMILE.minimumOfEach,
    lift / SMILE.minimumOfEach,
    fromNeutral.mouthWidening / SMILE.page.wideningFromNeutral,
  );
};

/** See the measure. Frames in which the mouth cannot be judged restart the gesture: it may not have lasted. */
export const smile: GestureRecord = {
  moves: 'mouth',
  movement: 'smile',
  fewestBetween: 1,
  shortfall: { more: 'smile-wider', rest: 'relax-face' },
  course: { kind: 'held', shortestMs: SMILE.shortestMs, whenDisturbed: 'start-over' },
  page: { smallestChange: SMILE.page, measure: measureSmile },
  service: {
    smallestChange: SMILE.serviceWidening,
    measure: (change) => (isFacingAhead(change) ? change.mouthWidening : undefined),
  },
};

/** How far the corner that rose less has risen. A jaw that drops takes the corners with it, which is made up for. */
function cornerLift({ leftCornerLift, rightCornerLift, mouthOpening }: FaceChange): number {
  return (
    Math.min(leftCornerLift, rightCornerLift) +
    SMILE.cornerDropByOpening * Math.max(0, mouthOpening)
  );
}

function unevenness({ leftCornerLift, rightCornerLift }: FaceChange): number {
  return Math.abs(leftCornerLift - rightCornerLift);
}
