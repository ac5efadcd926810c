import type { InstructionName } from '../../../challenge/gesture.ts';
import type { Hint } from '../../../challenge/hint.ts';
import type { LivenessErrorCode } from '../../../errors.ts';

/** Which language it is, as the localizer registers it. */
interface Language {
  $code: string;
  $name: string;
  $dir: 'ltr' | 'rtl';
}

/** The words that stand alone, by view. */
interface ViewMessages {
  'start.title': string;
  'start.lead': string;
  /** About how long the check takes. */
  'start.duration': (seconds: number) => string;
  'start.step-position': string;
  'start.step-gestures': (count: number) => string;
  'start.step-passive': string;
  /** Who gets the pictures, and what for. Integrators put their own words in the `privacy` slot. */
  'start.privacy': (recipient: string) => string;
  /** How long the pictures are kept: until they are checked, for some days, or nobody has told the element. */
  'start.privacy-deleted': string;
  'start.privacy-kept': (days: number) => string;
  'start.privacy-unsaid': string;
  'preparing.title': string;
  'preparing.permission': string;
  'preparing.loading': (percent: number) => string;
  /** Said when a time-out sent the person back to the beginning. */
  'positioning.restarted': string;
  'holding.detail': string;
  'gesture.step': (step: number, count: number) => string;
  /** Button: the check is to be done on a phone. */
  'action.handoff': string;
  /** A code for the phone's camera is shown. */
  'handoff.title': string;
  'handoff.scan': string;
  /** Above the address that is in the code. */
  'handoff.address': string;
  'action.copy': string;
  'handoff.copied': string;
  /** The phone has begun. */
  'handoff.running-title': string;
  'handoff.running': string;
  'submitting.title': string;
  'submitting.detail': string;
  'judging.title': string;
  'judging.detail': string;
  /** Finished, and the verdict says live. */
  'passed.title': string;
  'passed.detail': string;
  /** Finished, and the verdict goes to somebody else. */
  'sent.title': string;
  'sent.detail': string;
  'cancelled.title': string;
  'cancelled.detail': string;
  /** Name of the list of cameras. */
  'camera.choose': string;
  /** Names of cameras that the device does not name for people. */
  'camera.front': string;
  'camera.back': string;
  'camera.numbered': (number: number) => string;
  'action.start': string;
  'action.cancel': string;
  'action.retry': string;
  /** Instead of a button to try again, where the page has no fresh token yet. */
  'retry.reload': string;
  /** Beneath what was wrong with the camera, where the page may be shown inside an app. */
  'retry.in-app': string;
  'action.restart': string;
  /** Button during a gesture: the person asks for another one. */
  'action.swap': string;
  /** Button: the person asks for longer limits. */
  'action.more-time': string;
  /** Said once the person has asked for more time. */
  'start.more-time': string;
  /** Buttons: the instructions are spoken aloud, or no longer. */
  'action.speak': string;
  'action.fall-silent': string;
  /** Label of the box that the person ticks before the camera opens. */
  'consent.label': string;
  /** Said when the person starts without having ticked it. */
  'consent.missed': string;
  /** Short praise when a gesture counted. */
  'gesture.counted': string;
  /** The code that support staff ask for. */
  'error.reference': (code: LivenessErrorCode) => string;
}

/**
 * Every text of the element in one language. A language that lacks a key, or has one too many, does not compile.
 * Texts are plain; markup belongs in slots.
 */
export type Messages = Language &
  ViewMessages & { [G in InstructionName as `gesture.${G}`]: string } & {
    [H in Hint as `hint.${H}`]: string;
  } & { [C in LivenessErrorCode as `error.${C}.title`]: string } & {
    /** What the person can do about it. */
    [C in LivenessErrorCode as `error.${C}.action`]: string;
  };

/** Name of one text. */
export type MessageKey = keyof Messages;

/** What a text is told: the parameters of its function, or nothing. */
export type TextParams<Text> = Text extends (...args: infer Params) => string ? Params : [];

/** Looks one text up in the language of the element. */
export type Term = <K extends MessageKey>(key: K, ...args: TextParams<Messages[K]>) => string;
