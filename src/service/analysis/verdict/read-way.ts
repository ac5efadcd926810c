import { GESTURES } from '../../../challenge/gesture.ts';
import type { WaySample } from '../../../challenge/way-between.ts';
import { changeOf } from '../comparison/measure-gestures.ts';
import { cellsWithin } from '../faces/grey-grid.ts';
import type { WayFindings } from '../faces/image-inspector.ts';
import type { FaceEvidence } from './evidence.ts';
import type { MeasuredGesture, Step } from './read-steps.ts';

/**
 * The frames from rest to the clearest of a step, as the rule wants them. Pure. Frames that show no face, or in which the
 * gesture cannot be measured, are left out: one that is lost is no fault.
 */
export function readWay(
  { asked, faces, neutral, ways = [] }: Pick<FaceEvidence, 'asked' | 'faces' | 'neutral' | 'ways'>,
  { number }: Pick<Step, 'number'>,
  { gesture, image }: MeasuredGesture,
): WaySample[] {
  const last = faces[image];
  const frames = ways
    .filter(({ step }) => step === number)
    .map(({ capturedAtMs, findings }) => ({ capturedAtMs, findings }));
  const all: { capturedAtMs: number; findings: WayFindings | undefined }[] = [
    ...frames,
    { capturedAtMs: asked?.[image]?.capturedAtMs ?? Infinity, findings: last?.asWay },
  ];
  const place = all.find(({ findings }) => findings)?.findings?.box;
  return all.flatMap(({ capturedAtMs, findings }) => {
    if (!findings || !place) return [];
    const { eyes, eyeSpan, grid, measured } = findings;
    // The band of the eyes belongs to the blink, whose way is not judged.
    const whole = { ...changeOf(measured, neutral.measured), eyeBandChange: 0 };
    const change = GESTURES[gesture].service.measure(whole);
    if (change === undefined) return [];
    return [{ capturedAtMs, change, look: { eyes, eyeSpan, place: cellsWithin(grid, place) } }];
  });
}
