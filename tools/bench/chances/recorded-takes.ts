import { GESTURES, type GestureName } from '../../../src/challenge/gesture.ts';
import { DOT } from '../../../src/challenge/gestures/follow-dot.ts';
import type { Repertoire } from './session-policy.ts';

/** Degrees of a turn and of a nod, as the service measures them. */
const COMMON = { turn: 30, nod: 20 } as const;

/**
 * The takes of a recorded session. Who followed a dot was as near to it as the page asks, and what the service takes for
 * another dot, a turn or a nod serves for that one, too; a turn or a nod, whose poses the page leaves open, is taken to be a
 * common one.
 */
export function recordedTakes(
  gestures: readonly GestureName[],
  random: () => number,
): Repertoire['takeFor'] {
  const takes = gestures.map((name) => ({ name, change: changeOf(name, random) }));
  return (asked) => {
    const { service } = GESTURES[asked];
    const fits = (change: (typeof takes)[number]['change']) =>
      change !== undefined && (service.measure(change) ?? 0) >= service.smallestChange;
    return takes.find(({ change, name }) => name === asked || fits(change))?.name;
  };
}

/** What the service measures in a take of a movement of the head; `undefined` for expressions. */
function changeOf(name: GestureName, random: () => number) {
  const { yaw, pitch } = DOT.serviceFarDegrees;
  const { aim } = GESTURES[name];
  const still = {
    leftEyeClosure: 0,
    rightEyeClosure: 0,
    mouthWidening: 0,
    mouthOpening: 0,
    eyeBandChange: 0,
  };
  if (!aim) {
    const poses: Partial<Record<GestureName, readonly [number, number]>> = {
      'turn-left': [COMMON.turn, 0],
      'turn-right': [-COMMON.turn, 0],
      'nod-up': [0, COMMON.nod],
      'nod-down': [0, -COMMON.nod],
    };
    const pose = poses[name];
    return pose && { ...still, yawDegrees: pose[0], pitchDegrees: pose[1] };
  }
  const angle = 2 * Math.PI * random();
  const off = DOT.page.withinOfDot * Math.sqrt(random());
  const yawDegrees = (aim.left + off * Math.cos(angle)) * yaw;
  return { ...still, yawDegrees, pitchDegrees: (aim.up + off * Math.sin(angle)) * pitch };
}
