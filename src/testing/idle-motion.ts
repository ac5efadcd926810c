import { addExpressions, type Expression } from './expression.ts';
import { seededRandom } from './seeded-random.ts';

type Axis = 'yawDegrees' | 'pitchDegrees' | 'rollDegrees' | 'x' | 'y';

/** Largest sway of somebody who sits and looks at a screen: degrees, and centimetres. */
const SWAY: Readonly<Record<Axis, number>> = {
  yawDegrees: 0.7,
  pitchDegrees: 0.5,
  rollDegrees: 0.4,
  x: 0.12,
  y: 0.08,
};
/** Two slow swings per axis, which do not repeat together. */
const PERIODS_MS = [2900, 5300] as const;

/** The small motion of a living head, a pure function of time; the same for the same seed. */
export function createIdleMotion(seed: number): (nowMs: number) => Expression {
  const random = seededRandom(seed);
  const axes = Object.entries(SWAY).map(([axis, sway]) => ({
    axis: axis as Axis,
    swings: PERIODS_MS.map((periodMs) => ({
      periodMs: periodMs * (0.85 + 0.3 * random()),
      phase: random() * 2 * Math.PI,
      sway: sway / PERIODS_MS.length,
    })),
  }));
  return (nowMs) => {
    const motion: Record<Axis, number> = {
      yawDegrees: 0,
      pitchDegrees: 0,
      rollDegrees: 0,
      x: 0,
      y: 0,
    };
    for (const { axis, swings } of axes) {
      for (const { periodMs, phase, sway } of swings) {
        motion[axis] += sway * Math.sin((2 * Math.PI * nowMs) / periodMs + phase);
      }
    }
    return addExpressions(motion);
  };
}
