import { GESTURES } from '../../../../challenge/gesture.ts';
import { measurePlanarity, PLANARITY_MINIMUM } from '../../comparison/planarity.ts';
import type { FaceEvidence } from '../evidence.ts';
import type { FaceRule } from '../rule.ts';

/** A flat picture that is turned shows the same face, only narrower. */
export const FLAT_TURN: FaceRule = {
  code: 'flat-turn',
  needs: 'faces',
  outcome: 'not-live',
  description: 'A turn is that of a flat picture: tilting a plane explains it.',
  measures: 'what a homography leaves over ÷ what a similarity leaves over',
  limits: `≥ ${PLANARITY_MINIMUM}`,
  find: (evidence) =>
    depthsOf(evidence).flatMap((depth) => {
      if (!(depth.measured < PLANARITY_MINIMUM)) return [];
      const message = `Step ${depth.step} (${depth.gesture}) is the turn of a flat picture.`;
      return [{ message, ...depth }];
    }),
  measure: (evidence) =>
    depthsOf(evidence).map((depth) => ({
      code: 'turn-depth',
      message: `The ${depth.gesture} of step ${depth.step} has a depth of ${depth.measured.toFixed(2)}.`,
      ...depth,
    })),
};

function depthsOf({ faces, neutral, steps }: Pick<FaceEvidence, 'faces' | 'neutral' | 'steps'>) {
  return steps.flatMap(({ number: step, seen }) => {
    const turned = seen && faces[seen.image];
    if (!seen || !turned || !GESTURES[seen.gesture].showsDepth) return [];
    const { ratio: measured } = measurePlanarity(neutral.points, turned.points);
    const { gesture, image } = seen;
    return [{ step, image, gesture, measured, limit: PLANARITY_MINIMUM }];
  });
}
