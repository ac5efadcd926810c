import { eyeSpan, pointAt } from '../../../mesh/mesh-points.ts';
import { normalise, residual, similarity, spread } from './align-points.ts';

/**
 * How much the shape of one traced face differs from that of another, once it is moved, turned and scaled onto it: root
 * mean square over the whole mesh, in distances between the eye corners. Light and encoding hardly change it, an
 * expression or a turn of the head does.
 * @param a x, y, z of the 468 points; z is not used
 */
export function meshDifference(a: Float32Array, b: Float32Array): number {
  const rawTo = allPoints(b);
  const from = normalise(allPoints(a));
  const to = normalise(rawTo);
  const unit = eyeSpan(b) / spread(rawTo);
  return residual(similarity(from, to), from, to) / unit;
}

function allPoints(points: Float32Array) {
  return Array.from({ length: points.length / 3 }, (_, i) => pointAt(points, i));
}
