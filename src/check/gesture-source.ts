import type { CameraKind } from '../camera/camera-kind.ts';
import type { Frame } from '../camera/frame.ts';
import type { CapturedImage } from '../capture/captured-image.ts';
import type { ChallengePlan } from '../challenge/challenge-state.ts';
import type { StepCommit } from '../submission/session-wire.ts';

/** Where the gestures of a check come from: drawn here, or told one by one by the service. */
export interface GestureSource {
  readonly isPaced: boolean;
  /** The challenge, as far as it is known now. Throws what ended the session at the service. */
  plan(): Omit<ChallengePlan, 'maySwap'>;
  /** Whether the person may have another gesture instead of this one. */
  canSwap(attempt: number, index: number): boolean;
  /** Whether another gesture was asked for and is not known yet. */
  readonly isSwapping: boolean;
  /**
   * Asks for another gesture, of the same kind (head or expression) while there is one; until it is known, the plan holds
   * none in this place.
   */
  swap(attempt: number, index: number): void;
  /** The time of this gesture was up, and it is asked again, as the plan allowed. */
  askAgain(attempt: number, index: number): void;
  /** All limits of the plan become {@link MORE_TIME_FACTOR} times as long, as far as the service allows. */
  giveMoreTime(): void;
  /** A step is done. Its frames are read before this returns. */
  stepDone(done: PerformedStep): void;
  /** Everything starts again from a neutral face. */
  startedOver(): void;
  /** The evidence of a session that the service paced; `undefined` when it did not. */
  finish(): Promise<PacedEvidence | undefined>;
}

/** A step that was done. */
export interface PerformedStep {
  /** 0 is the neutral face. */
  readonly step: number;
  readonly shows: CapturedImage['shows'];
  /** Its clearest frame. */
  readonly frame: Frame;
  /** Small frames on the way there, in the order taken; none where the way is not judged. */
  readonly way: readonly Frame[];
  /** What took it. */
  readonly camera: CameraKind;
}

/** What a paced session ends with. */
export interface PacedEvidence {
  /** What each step shows at its clearest, the neutral face first. All but the last are at the service already. */
  readonly images: readonly CapturedImage[];
  /** All frames of the last step, in the order taken. */
  readonly lastFrames: readonly CapturedImage[];
  /** Commits to these; goes with the submission. */
  readonly commit: StepCommit;
}

/** The native SDK starts again once after a time-out. */
export const ATTEMPTS = 2;

/**
 * How many gestures a person may decline in one check, as a service that paces allows by default: two serve everybody who can
 * neither turn nor nod, and a third serves attackers (docs/attacks.md).
 */
export const SWAPS = 2;

/** WCAG 2.2.1 asks that a time limit can be made at least ten times as long. */
export const MORE_TIME_FACTOR = 10;
