import type { ComplexAttributeConverter } from 'lit';
import { GESTURE_NAMES, type GestureName } from '../challenge/gesture.ts';

/**
 * `gestures="blink smile"` ⇄ `['blink', 'smile']`. Without the attribute all gestures may be asked;
 * names that there are not are an error in the page's source and are refused loudly.
 */
export const gestureListConverter: ComplexAttributeConverter<readonly GestureName[]> = {
  fromAttribute(value) {
    const names = (value ?? '').split(/[\s,]+/).filter(Boolean);
    const unknown = names.filter((name) => !isGesture(name));
    if (unknown.length > 0) {
      throw new TypeError(
        `Unknown gestures: ${unknown.join(', ')}. There are: ${GESTURE_NAMES.join(', ')}.`,
      );
    }
    return names.length > 0 ? names.filter(isGesture) : GESTURE_NAMES;
  },
  toAttribute: (gestures) => gestures.join(' '),
};

function isGesture(name: string): name is GestureName {
  return (GESTURE_NAMES as readonly string[]).includes(name);
}
