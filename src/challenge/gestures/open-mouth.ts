import { facesCamera, isFacingAhead } from './facing-ahead.ts';
import type { GestureRecord } from './gesture-record.ts';

/** Every number of an open mouth. An opening is the growth of lip distance ÷ mouth width. */
export const OPEN_MOUTH = {
  page: {
    /** Opening from neutral. Open mouths 0.46–1.10; speech up to 0.39. */
    openingFromNeutral: 0.42,
    /** Opening from recent. Speech that reaches 0.42 from neutral has a median of 0.1 and more just before. */
    openingFromRecent: 0.3,
  },
  /** Speech opens the mouth wide for up to 80 ms; open mouths last 130 ms and more. */
  shortestMs: 105,
  /** Degrees of pitch from neutral within which the page judges an open mouth: a dropping jaw tips the head. */
  judgedWithinPitchDegrees: 18,
  /** Opening in an image. Clips: open mouths 0.26–0.60; attacks up to 0.02. */
  serviceOpening: 0.2,
} as const;

/** The lips part while the head faces ahead, and further than they did in the last moments: who talks opens them all the time. */
export const openMouth: GestureRecord = {
  moves: 'mouth',
  movement: 'open-mouth',
  fewestBetween: 1,
  shortfall: { more: 'open-wider', rest: 'relax-face' },
  course: { kind: 'held', shortestMs: OPEN_MOUTH.shortestMs, whenDisturbed: 'wait' },
  page: {
    smallestChange: OPEN_MOUTH.page,
    measure: (fromNeutral, fromRecent) => {
      const isJudged =
        facesCamera(fromNeutral.yawDegrees) &&
        Math.abs(fromNeutral.pitchDegrees) < OPEN_MOUTH.judgedWithinPitchDegrees;
      if (!isJudged) return undefined;
      return Math.min(
        fromNeutral.mouthOpening / OPEN_MOUTH.page.openingFromNeutral,
        fromRecent.mouthOpening / OPEN_MOUTH.page.openingFromRecent,
      );
    },
  },
  service: {
    smallestChange: OPEN_MOUTH.serviceOpening,
    measure: (change) => (isFacingAhead(change) ? change.mouthOpening : undefined),
  },
};
