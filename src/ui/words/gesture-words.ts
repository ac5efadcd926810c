import type { FreeGestureName, GestureName } from '../../challenge/gesture.ts';
import type { DotDirection } from '../../challenge/gestures/follow-dot.ts';

/** Name of the text that asks for a gesture. A near dot and a far one are asked for in the same words. */
export function gestureWords(
  gesture: GestureName,
): `gesture.${FreeGestureName | `dot-${DotDirection}`}` {
  const name = gesture.replace(/-(near|far)$/u, '') as FreeGestureName | `dot-${DotDirection}`;
  return `gesture.${name}`;
}
