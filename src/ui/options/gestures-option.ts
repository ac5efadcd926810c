import { type FreeGestureName, GESTURE_NAMES } from '../../challenge/gesture.ts';
import type { Option } from './option.ts';

/** `gestures="blink smile"`, or `['blink', 'smile']`: which may be asked. Empty is all, as is the attribute left out. */
export const gesturesOption: Option<readonly FreeGestureName[]> = {
  name: 'gestures',
  otherwise: GESTURE_NAMES,
  accepts: `names out of ${GESTURE_NAMES.join(', ')}`,
  read(given) {
    if (typeof given === 'string') {
      const names = given.split(/[\s,]+/).filter(Boolean);
      return names.length === 0 ? GESTURE_NAMES : known(names);
    }
    return Array.isArray(given) && given.length > 0 ? known(given) : undefined;
  },
};

function known(names: readonly unknown[]): readonly FreeGestureName[] | undefined {
  const gestures = names.filter(isGesture);
  return gestures.length === names.length ? gestures : undefined;
}

function isGesture(name: unknown): name is FreeGestureName {
  return (GESTURE_NAMES as readonly unknown[]).includes(name);
}
