import { GESTURES, movesHead } from '../../../../challenge/gesture.ts';
import { findWayFault, WAY, type WayFault } from '../../../../challenge/way-between.ts';
import { readWay } from '../read-way.ts';
import type { FaceRule } from '../rule.ts';

const SAYS: Readonly<Record<WayFault, string>> = {
  'nothing-between': 'shows too little of the movement between rest and the clearest image',
  'one-step': 'changes in one step',
  leap: 'shows a face that leaps from one place to another',
  mixture: 'fades from one picture into another',
};

/**
 * Still pictures have the ends of a movement and nothing between. Mouths open in 0.1 s, which a slow camera cannot show, so
 * that theirs counts only where no movement of the head was seen.
 */
export const MOVEMENT_NOT_SEEN: FaceRule = {
  code: 'movement-not-seen',
  needs: 'faces',
  outcome: 'not-live',
  description:
    'A gesture is seen, and the way there is not: still pictures have nothing between. For expressions only in sessions without a movement of the head.',
  measures: 'frames between rest and the clearest',
  limits: `${WAY.between[0]} to ${WAY.between[1]} of the change: ≥ ${GESTURES['turn-left'].fewestBetween} of a head, ≥ ${GESTURES.smile.fewestBetween} of a mouth`,
  find(evidence) {
    const { steps } = evidence;
    const hasMovedHead = steps.some(({ asked, seen }) => asked && seen && movesHead(seen.gesture));
    return steps.flatMap((step) => {
      const { asked: gesture, number, seen } = step;
      if (!gesture || !seen || (hasMovedHead && !movesHead(gesture))) return [];
      const { fewestBetween: limit } = GESTURES[gesture];
      if (limit === 0) return [];
      const way = readWay(evidence, step, seen);
      const fault = findWayFault(way, limit);
      if (!fault) return [];
      const message = `Step ${number} (${gesture}) ${SAYS[fault]}.`;
      const measured = Math.max(0, way.length - 2);
      return [{ message, step: number, image: seen.image, gesture, measured, limit }];
    });
  },
};
