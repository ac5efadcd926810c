/**
 * What a face does and where the head is, at one moment. Left and right are the person's own.
 * The first four run from 0 (not at all) to 1 (fully).
 */
export interface Expression {
  /** How far the left eye is shut. */
  readonly blinkLeft: number;
  /** How far the right eye is shut. */
  readonly blinkRight: number;
  /** A broad smile with closed lips. */
  readonly smile: number;
  /** A mouth opened wide. */
  readonly mouthOpen: number;
  /** Rotation about the vertical axis; positive towards the person's own left, which is the right of the picture. */
  readonly yawDegrees: number;
  /** Rotation about the ear-to-ear axis; positive looks up. */
  readonly pitchDegrees: number;
  /** Tilt in the picture plane; positive leans to the person's own left shoulder. */
  readonly rollDegrees: number;
  /** Where the head is, in centimetres: x to the person's own left, y up, z towards the camera. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * A relaxed face that looks straight into the camera.
 *
 * @example
 * ```ts
 * import { type Expression, NEUTRAL_EXPRESSION } from 'nodeflux-liveness/testing';
 * const wink: Expression = { ...NEUTRAL_EXPRESSION, blinkLeft: 1 };
 * ```
 */
export const NEUTRAL_EXPRESSION: Expression = {
  blinkLeft: 0,
  blinkRight: 0,
  smile: 0,
  mouthOpen: 0,
  yawDegrees: 0,
  pitchDegrees: 0,
  rollDegrees: 0,
  x: 0,
  y: 0,
  z: 0,
};

const KEYS = Object.keys(NEUTRAL_EXPRESSION) as (keyof Expression)[];

/** Adds expressions up, part by part: a resting pose, a gesture and the small motion of a living head. */
export function addExpressions(...parts: readonly Partial<Expression>[]): Expression {
  const sum = { ...NEUTRAL_EXPRESSION } as Record<keyof Expression, number>;
  for (const part of parts) for (const key of KEYS) sum[key] += part[key] ?? 0;
  return sum;
}

/** The same expression at a fraction of its strength: 0 is neutral, 1 is the whole of it. */
export function scaleExpression(expression: Partial<Expression>, amount: number): Expression {
  const scaled = { ...NEUTRAL_EXPRESSION } as Record<keyof Expression, number>;
  for (const key of KEYS) {
    // Adding zero turns −0 into 0, so that neutral equals neutral.
    scaled[key] = (expression[key] ?? 0) * amount + 0;
  }
  return scaled;
}

/** Whether two expressions draw the same picture. */
export function sameExpression(one: Expression, other: Expression): boolean {
  return KEYS.every((key) => one[key] === other[key]);
}
