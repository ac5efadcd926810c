/** The gestures that can be asked, in the vocabulary of the native SDKs. Left and right are the person's own. */
export const GESTURE_NAMES = [
  'blink',
  'smile',
  'turn-left',
  'turn-right',
  'nod-up',
  'nod-down',
  'open-mouth',
] as const;

/** One of {@link GESTURE_NAMES}. */
export type GestureName = (typeof GESTURE_NAMES)[number];
