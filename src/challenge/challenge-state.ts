import type { FaceMeasurements } from '../face/face-signals.ts';
import type { GestureName } from './gesture.ts';
import type { GestureProgress } from './gesture-progress.ts';
import type { Hint } from './hint.ts';
import type { NeutralFace } from './neutral-face.ts';

/** What one check asks for. */
export interface ChallengePlan {
  /** One sequence for each attempt: a time-out goes on to the next, and fails when there is none. */
  readonly attempts: readonly (readonly GestureName[])[];
  /** Longest time from the first gesture to the last. */
  readonly timeoutMs: number;
  /** Longest time for one gesture. */
  readonly gestureToleranceMs: number;
}

interface Attempt {
  /** 0-based index into the plan's attempts. */
  readonly attempt: number;
  /** When this phase began, on the clock of the check. */
  readonly sinceMs: number;
}

/** Where the person is in the challenge. */
export type ChallengeState =
  | (Attempt & {
      readonly phase: 'positioning';
      readonly hint: Hint;
      /** Since when nothing has been wrong with the position. */
      readonly wellSinceMs: number | undefined;
    })
  | (Attempt & {
      readonly phase: 'holding';
      /** The faces of the frames held so far. */
      readonly held: readonly FaceMeasurements[];
    })
  | (Attempt & {
      readonly phase: 'gesture';
      readonly neutral: NeutralFace;
      readonly index: number;
      readonly progress: GestureProgress;
      readonly askedAtMs: number;
      /** When one single face was last measured. */
      readonly faceSeenAtMs: number;
      readonly hint: Hint | undefined;
    })
  | { readonly phase: 'complete' }
  | { readonly phase: 'failed'; readonly code: 'gesture-timeout' | 'check-timeout' };
