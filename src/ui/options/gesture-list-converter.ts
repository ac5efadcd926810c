import type { ComplexAttributeConverter } from 'lit';
import { GESTURE_NAMES, type GestureName } from '../../challenge/gesture.ts';

/**
 * `gestures="blink smile"` ⇄ `['blink', 'smile']`. Without the attribute all gestures may be asked;
 * names that there are not are an error in the page's source and are refused loudly.
 */
export const gestureListConverter: ComplexAttributeConverter<readonly GestureName[]> = {
  fromAttribute(value) {
    const names = (value ?? '').split(/[\s,]+/).filter(Boolean);
    return names.length > 0 ? knownGestures(names) : GESTURE_NAMES;
  },
  toAttribute: (gestures) => gestures.join(' '),
};

/**
 * The names as gestures.
 * @throws TypeError that says which of them there are not, or that there are none to ask
 */
export function knownGestures(names: readonly string[]): readonly GestureName[] {
  const unknown = names.filter((name) => !isGesture(name));
  if (unknown.length === 0 && names.length > 0) return names.filter(isGesture);
  const wrong =
    unknown.length > 0 ? `Unknown gestures: ${unknown.join(', ')}` : 'No gestures to ask';
  throw new TypeError(`${wrong}. There are: ${GESTURE_NAMES.join(', ')}.`);
}

function isGesture(name: string): name is GestureName {
  return (GESTURE_NAMES as readonly string[]).includes(name);
}
