import { GESTURES } from '../../../challenge/gesture.ts';
import type { WayPoint } from '../../../challenge/way-between.ts';
import { changeOf } from '../comparison/measure-gestures.ts';
import { cellsWithin } from '../faces/grey-grid.ts';
import type { FaceEvidence } from './evidence.ts';
import type { MeasuredGesture, Step } from './read-steps.ts';

/**
 * The frames from rest to the clearest of a step, as the rule wants them. Pure. Frames that show no face, or in which the
 * gesture cannot be measured, are left out: one that is lost is no fault.
 */
export function readWay(
  { faces, neutral, ways = [] }: Pick<FaceEvidence, 'faces' | 'neutral' | 'ways'>,
  { number }: Pick<Step, 'number'>,
  { gesture, image }: MeasuredGesture,
): WayPoint[] {
  const { service } = GESTURES[gesture];
  const before = ways.flatMap(({ step, findings }) =>
    step === number && findings ? findings : [],
  );
  const all = [...before, ...(faces[image] ? [faces[image].asWay] : [])];
  const place = all[0]?.box;
  if (!place) return [];
  return all.flatMap(({ eyes, eyeSpan, grid, measured }) => {
    // The band of the eyes belongs to the blink, whose way is not judged.
    const whole = { ...changeOf(measured, neutral.measured), eyeBandChange: 0 };
    const change = (service.along ?? service.measure)(whole);
    if (change === undefined) return [];
    return [{ change, look: { eyes, eyeSpan, place: cellsWithin(grid, place) } }];
  });
}
