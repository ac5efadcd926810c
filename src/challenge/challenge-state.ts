import type { FaceMeasurements } from '../face/face-signals.ts';
import type { FaceBox } from '../mesh/face-box.ts';
import type { KeptEvidence } from './choose-evidence.ts';
import type { Effort } from './effort.ts';
import type { Way } from './follow-way.ts';
import type { GestureName } from './gesture.ts';
import type { GestureProgress } from './gesture-progress.ts';
import type { AimPoint } from './gestures/gesture-record.ts';
import type { Hint } from './hint.ts';
import type { NeutralFace } from './neutral-face.ts';
import type { SteadyHint } from './steady-hint.ts';
import type { WaySample } from './way-between.ts';

/** What one check asks for. */
export interface ChallengePlan {
  /** One sequence for each attempt: where no help is left, a time-out goes on to the next, and fails when there is none. */
  readonly attempts: readonly (readonly GestureName[])[];
  /**
   * How many gestures an attempt asks for, when its sequence may not be known to its end yet. Until the next gesture is in
   * the plan, nothing is asked and no clock of it runs.
   */
  readonly gestureCount?: number;
  /** Longest time from the first gesture to the last. */
  readonly timeoutMs: number;
  /** Longest time for one gesture, and for each further try where its way was not seen; guided ones have more. */
  readonly gestureToleranceMs: number;
  /** Longest time for all tries of one gesture: the service's. Absent: no other than theirs. */
  readonly stepLimitMs?: number;
  /** Whether each gesture must show its way from rest, and is asked for once more, slower, where it does not. Absent: no. */
  readonly judgesWay?: boolean;
  /** Whether no movement of the head was or will be asked for, so that the service judges the way of a mouth, too. Absent: no. */
  readonly movesNoHead?: boolean;
  /** Whether a gesture whose time was up for the first time may be asked again, and what was done stays done. Absent: no. */
  readonly mayAskAgain?: boolean;
  /** Whether another gesture may come in the place of one whose time was up again. Absent: no. */
  readonly maySwap?: boolean;
  /** Whether the neutral image must have light, sharpness and pixels enough. Absent: it must. */
  readonly imageQualityFilter?: boolean;
}

/** What the search for a neutral face tells the person, and since when. */
export interface NeutralSearch extends SteadyHint {
  /** When the search began in this attempt. */
  readonly searchSinceMs: number;
  /** When each hint with a time limit was first shown in this attempt. */
  readonly toldSinceMs: Readonly<Partial<Record<Hint, number>>>;
}

/** How many gestures an attempt asks for, known or not. */
export function gestureCountOf(plan: ChallengePlan, attempt: number): number {
  return plan.gestureCount ?? plan.attempts[attempt]?.length ?? 0;
}

interface Attempt {
  /** 0-based index into the plan's attempts. */
  readonly attempt: number;
  /** When this phase began, on the clock of the check. */
  readonly sinceMs: number;
}

/** Where the person is in the challenge. */
export type ChallengeState =
  | (Attempt &
      NeutralSearch & {
        readonly phase: 'positioning';
        /** Since when nothing has been wrong with the position. */
        readonly wellSinceMs: number | undefined;
      })
  | (Attempt &
      NeutralSearch & {
        readonly phase: 'holding';
        /** The faces of the frames held so far. */
        readonly held: readonly FaceMeasurements[];
      })
  | (Attempt &
      SteadyHint & {
        readonly phase: 'gesture';
        readonly neutral: NeutralFace;
        readonly index: number;
        readonly progress: GestureProgress;
        /** How near the person has come to it. */
        readonly effort: Effort;
        /** When it was asked for, or for once more. */
        readonly askedAtMs: number;
        /** When it was first asked for. */
        readonly firstAskedAtMs: number;
        /** Where the nose pointed when one single face was last measured. */
        readonly pointsAt: AimPoint;
        /** When one single face was last measured. */
        readonly faceSeenAtMs: number;
        /** Where it was then. */
        readonly faceBox: FaceBox | undefined;
        /** The frame that is kept as evidence of this gesture so far. */
        readonly evidence: KeptEvidence | undefined;
        /** The way there so far. */
        readonly way: Way;
        /** That frame's place on the way. */
        readonly clearest: WaySample | undefined;
        /** How many times this gesture was asked for once more because its way was not seen. */
        readonly askedSlower: number;
        /** Whether its time was up before, and it was asked again. */
        readonly askedAgain: boolean;
      })
  | { readonly phase: 'complete' }
  | {
      readonly phase: 'failed';
      readonly code: 'gesture-timeout' | 'check-timeout';
      /** What was in the way of a neutral face to the end. */
      readonly hint?: Hint;
    };

/** A gesture is asked for, or the next one is waited for. */
export type Performing = Extract<ChallengeState, { phase: 'gesture' }>;
