import type { Analysis } from './analysis.ts';
import type { Picture } from './decode-image.ts';
import type { PassiveFrame } from './passive-detector.ts';
import { FAULTY_SCORE_LIMIT } from './thresholds.ts';

/** A picture and the mesh that was traced in it, as a passive detector gets them. */
export function passiveFrameOf(
  picture: Picture,
  points: Float32Array,
  shows: PassiveFrame['shows'],
): PassiveFrame {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 3) {
    left = Math.min(left, points[i] ?? 0);
    right = Math.max(right, points[i] ?? 0);
    top = Math.min(top, points[i + 1] ?? 0);
    bottom = Math.max(bottom, points[i + 1] ?? 0);
  }
  return { ...picture, face: { left, top, widthPx: right - left, heightPx: bottom - top }, shows };
}

/**
 * Blends a passive detector's score in: the lower of the two counts, so that neither can make up for the other, and
 * below the operator's minimum nothing is live. Pure.
 * @throws RangeError when the score is no number from 0 to 1
 */
export function withPassiveScore(
  analysis: Extract<Analysis, { status: 'success' }>,
  score: number,
  { minimum, livenessThreshold }: { minimum: number; livenessThreshold: number },
): Analysis {
  if (!(score >= 0 && score <= 1)) throw new RangeError('The passive score is not from 0 to 1.');
  const isEnough = score >= minimum;
  const liveness = Math.min(analysis.liveness, score, isEnough ? 1 : FAULTY_SCORE_LIMIT);
  const reason = `passive ${score.toFixed(3)}`;
  return {
    ...analysis,
    live: analysis.live && isEnough && liveness >= livenessThreshold,
    liveness,
    reasons: [isEnough ? reason : `${reason}: below ${minimum}`, ...analysis.reasons],
  };
}
