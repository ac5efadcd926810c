import { isFacingAhead } from './facing-ahead.ts';
import type { GestureRecord } from './gesture-record.ts';
import { OPEN_MOUTH } from './open-mouth.ts';

/** Every number of a blink. A closure is the part of the eye's own opening that is closed, of the eye that closed less. */
export const BLINK = {
  page: {
    /** Closure from recent. Blinks 0.50–0.96, at 15 frames a second from 0.43; half blinks 0.35–0.42. */
    closureFromRecent: 0.44,
  },
  /** Closure from neutral: whatever the person has become used to, the image must show it. */
  closureFromNeutral: 0.25,
  /** The blink is over when both eyes are open again to this closure from recent. */
  reopenedClosure: 0.25,
  /** A blink that lasts longer is a person with closed eyes. Blinks 80–540 ms, the longest squeezed; closed eyes 1.3 s and more. */
  longestMs: 700,
  /** The page judges lids only below this opening of the mouth: wide open mouths pull them down by up to 0.46. */
  judgedBelowMouthOpening: 0.25,
  /** Closure in an image. Clips: 29 of 35 blinks 0.20–0.59, six less; at rest up to 0.15, attacks up to 0.13. */
  serviceClosure: 0.18,
  /** Change of grey value in the band of the eyes that an image must also show, 0..255. Clips: blinks 5.5 and more, rest 1–4. */
  serviceEyeBandChange: 4,
} as const;

/** Both eyes shut and open again; the eye that closed less decides. */
export const blink: GestureRecord = {
  moves: 'eyes',
  movement: 'close-eyes',
  mayGoUnseen: true,
  fewestBetween: 0,
  shortfall: { more: 'close-eyes-fully', rest: 'eyes-closed' },
  course: {
    kind: 'closing',
    longestMs: BLINK.longestMs,
    isReopened: ({ leftEyeClosure, rightEyeClosure }) =>
      Math.max(leftEyeClosure, rightEyeClosure) <= BLINK.reopenedClosure,
  },
  page: {
    smallestChange: BLINK.page,
    measure: (fromNeutral, fromRecent) => {
      if (!isFacingAhead(fromNeutral)) return undefined;
      if (fromNeutral.mouthOpening >= BLINK.judgedBelowMouthOpening) return undefined;
      return Math.min(
        closureOf(fromRecent) / BLINK.page.closureFromRecent,
        closureOf(fromNeutral) / BLINK.closureFromNeutral,
      );
    },
  },
  service: {
    smallestChange: BLINK.serviceClosure,
    measure: (change) =>
      isFacingAhead(change) &&
      change.mouthOpening < OPEN_MOUTH.serviceOpening &&
      change.eyeBandChange >= BLINK.serviceEyeBandChange
        ? closureOf(change)
        : undefined,
  },
};

interface Closures {
  readonly leftEyeClosure: number;
  readonly rightEyeClosure: number;
}

function closureOf({ leftEyeClosure, rightEyeClosure }: Closures): number {
  return Math.min(leftEyeClosure, rightEyeClosure);
}
