import type { Frame } from '../camera/frame.ts';
import type { CapturedImage } from '../capture/captured-image.ts';
import type { ChallengePlan } from '../challenge/challenge-state.ts';
import { drawSequence } from '../challenge/draw-sequence.ts';
import type { GestureName } from '../challenge/gesture.ts';
import type { StepCommit } from '../submission/session-wire.ts';
import type { SessionOptions, SessionParts } from './session-options.ts';

/** Where the gestures of a check come from: drawn here, or told one by one by the service. */
export interface GestureSource {
  readonly isPaced: boolean;
  /** The challenge, as far as it is known now. Throws what ended the session at the service. */
  plan(): ChallengePlan;
  /** A step is done (0 is the neutral face), and this is its clearest frame. It is read before this returns. */
  stepDone(step: number, shows: CapturedImage['shows'], frame: Frame): void;
  /** Everything starts again from a neutral face. */
  startedOver(): void;
  /** The evidence of a session that the service paced; `undefined` when it did not. */
  finish(): Promise<PacedEvidence | undefined>;
}

/** What a paced session ends with. */
export interface PacedEvidence {
  /** The neutral face first. All but the last are at the service already. */
  readonly images: readonly CapturedImage[];
  /** Commits to the last one; goes with the submission. */
  readonly commit: StepCommit;
}

/** The native SDK starts again once after a time-out. */
export const ATTEMPTS = 2;

/** Gestures that are drawn in the page, for services that do not pace. */
export function drawnGestures(
  options: SessionOptions,
  { randomInt }: Pick<SessionParts, 'randomInt'>,
): GestureSource {
  const draw = (): GestureName[] => drawSequence(options.gestures, options.gestureCount, randomInt);
  const plan: ChallengePlan = {
    attempts: Array.from({ length: ATTEMPTS }, draw),
    timeoutMs: options.timeoutMs,
    gestureToleranceMs: options.gestureToleranceMs,
    imageQualityFilter: options.imageQualityFilter ?? true,
  };
  return {
    isPaced: false,
    plan: () => plan,
    stepDone: () => undefined,
    startedOver: () => undefined,
    finish: async () => undefined,
  };
}
