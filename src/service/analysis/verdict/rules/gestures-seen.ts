import { GESTURES } from '../../../../challenge/gesture.ts';
import type { Measurement } from '../../../../submission/details-wire.ts';
import type { Step } from '../read-steps.ts';
import type { FaceRule } from '../rule.ts';

/** Fewer different gestures are never live, whatever the score. */
export const MIN_DIFFERENT_GESTURES = 2;

/** One gesture can be luck; a lone image shows no change at all. */
export const TOO_FEW_GESTURES: FaceRule = {
  code: 'too-few-gestures',
  needs: 'faces',
  outcome: 'not-live',
  description: 'Too few different gestures could be judged.',
  measures: 'different gestures',
  limits: `≥ ${MIN_DIFFERENT_GESTURES}`,
  find({ steps }) {
    const different = new Set(steps.flatMap((step) => judgedGesture(step) ?? []));
    if (different.size >= MIN_DIFFERENT_GESTURES) return [];
    const message = 'Fewer different gestures can be seen than a verdict needs.';
    return [{ message, measured: different.size, limit: MIN_DIFFERENT_GESTURES }];
  },
  measure: ({ steps }) => steps.map(clearnessOf),
};

/** What was asked must be seen, but for what may go unseen. */
export const GESTURE_NOT_SEEN: FaceRule = {
  code: 'gesture-not-seen',
  needs: 'faces',
  outcome: 'not-live',
  description: 'A gesture that was asked cannot be seen in any image of its step. Not for blinks.',
  measures: 'change ÷ smallest change that counts',
  limits: '≥ 1',
  find: ({ steps }) =>
    steps.flatMap(({ asked: gesture, clearest, number: step, repeats, seen }) => {
      if (!gesture || GESTURES[gesture].mayGoUnseen || seen || repeats) return [];
      const message = `Step ${step} does not show what was asked: ${gesture}.`;
      const measured = clearest && { image: clearest.image, measured: clearest.clearness };
      return [{ message, step, gesture, ...measured, limit: 1 }];
    }),
};

/** Two still pictures could make a session in which the head never moves and the blinks cannot be seen. */
export const BLINK_NOT_SEEN: FaceRule = {
  code: 'blink-not-seen',
  needs: 'faces',
  outcome: 'not-live',
  description:
    'A blink that was asked cannot be seen, in a session in which no movement of the head was asked.',
  measures: 'change ÷ smallest change that counts',
  limits: '≥ 1',
  find({ steps }) {
    if (steps.some(({ asked }) => asked && GESTURES[asked].moves === 'head')) return [];
    return steps.flatMap(({ asked: gesture, clearest, number: step, seen }) => {
      if (!gesture || !GESTURES[gesture].mayGoUnseen || seen) return [];
      const message = `Step ${step}: the ${gesture} cannot be seen, and no movement of the head was asked.`;
      const measured = clearest && { image: clearest.image, measured: clearest.clearness };
      return [{ message, step, gesture, ...measured, limit: 1 }];
    });
  },
};

/** Which gesture a step is judged by. One that was asked and is not seen has a fault of its own. */
function judgedGesture({ asked, seen }: Step) {
  return asked && !GESTURES[asked].mayGoUnseen ? asked : seen?.gesture;
}

function clearnessOf({ asked, clearest, images, number, repeats, seen }: Step): Measurement {
  const name = asked ? `Step ${number}` : `Image ${number}`;
  const place = asked ? { step: number } : {};
  const gesture = asked ?? seen?.gesture;
  const message = seen
    ? `${name} shows ${seen.gesture}, ${seen.clearness.toFixed(1)} times as clear as it must be.`
    : repeats
      ? `${name} shows the picture of image ${repeats.image} again.`
      : `${name} ${asked ? `does not show ${asked}` : 'shows no gesture'}.`;
  return {
    code: 'gesture-clearness',
    message,
    ...place,
    image: clearest?.image ?? images[0] ?? 0,
    ...(gesture && { gesture }),
    ...(clearest && { measured: clearest.clearness }),
    limit: 1,
  };
}
