import { GESTURES, type GestureName } from '../../../../src/challenge/gesture.ts';
import { pickWay, type WaySample } from '../../../../src/challenge/way-between.ts';
import { measureMesh } from '../../../../src/mesh/measure-mesh.ts';
import { changeOf } from '../../../../src/service/analysis/comparison/measure-gestures.ts';
import type { FaceTracer } from '../clients/face-tracer.ts';

/** Enough to find the parts of a movement, of which each costs a look. */
const MOST_LOOKED_AT = 14;

/**
 * Of the frames between rest and the clearest those that a page would send: at even parts of the movement, not of the time. Places among
 * the frames, in their order; both ends are among them.
 */
export async function wayThrough(
  frames: readonly Buffer[],
  { from, to }: { readonly from: number; readonly to: number },
  gesture: GestureName,
  most: number,
  tracer: FaceTracer,
): Promise<number[]> {
  const start = frames[from];
  if (!start || to <= from) return [to];
  const rest = measureMesh(await tracer.trace(start));
  const step = Math.max(1, Math.ceil((to - from) / MOST_LOOKED_AT));
  const samples: WaySample[] = [];
  for (let place = from; place < to + step; place += step) {
    const at = Math.min(place, to);
    const frame = frames[at];
    const points = frame && (await tracer.trace(frame).catch(() => undefined));
    if (!points) continue;
    const whole = { ...changeOf(measureMesh(points), rest), eyeBandChange: 0 };
    const change = GESTURES[gesture].service.measure(whole);
    if (change !== undefined) samples.push({ change, capturedAtMs: at });
  }
  return pickWay(samples, most).map(({ capturedAtMs }) => capturedAtMs);
}
