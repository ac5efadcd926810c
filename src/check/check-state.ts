import type { GestureName } from '../challenge/gesture.ts';
import type { AimPoint } from '../challenge/gestures/gesture-record.ts';
import type { Hint } from '../challenge/hint.ts';
import type { LivenessError } from '../errors.ts';
import type { RuntimeFallback } from '../face/runtime-fault.ts';
import type { Verdict } from '../submission/verdict.ts';

/** Where a check is, with the data of that place. The UI is one view per member. */
export type CheckState =
  /** Nothing runs; the camera is off. */
  | { readonly name: 'idle' }
  /**
   * The camera is being asked for and the face tracker is loading. `totalBytes` is 0 until it is known. `fallback` says why
   * the whole runtime is loaded after the small one, which can be in the middle of a check.
   */
  | {
      readonly name: 'preparing';
      readonly loadedBytes: number;
      readonly totalBytes: number;
      readonly fallback?: RuntimeFallback;
    }
  /**
   * The person brings the face into the oval. `restarted` says that a time-out sent them back here, `insists` that the same
   * hint is there for long: it is said louder, with a drawing.
   */
  | {
      readonly name: 'positioning';
      readonly hint: Hint;
      readonly restarted: boolean;
      readonly insists?: boolean;
    }
  /** The face is in place and still; the neutral face is being taken. `progress` runs 0..1. */
  | { readonly name: 'holding'; readonly progress: number }
  /**
   * One gesture is asked for. `hint` is what keeps it from being seen, if anything does. `canSwap` says whether the person
   * may have another one instead, and `swapping` that it was asked for and is on its way. `strength` says how far the
   * person has come with it, 0 at rest to 1 where it counts. `timeLeft` runs 1..0. `again` says that its time was up once, and
   * it is asked again. `dot` and
   * `pointsAt` are there while a dot is to be followed: where it is, and where the nose points.
   */
  | {
      readonly name: 'gesture';
      readonly gesture: GestureName;
      /** 0-based. */
      readonly index: number;
      readonly count: number;
      readonly hint: Hint | undefined;
      readonly canSwap: boolean;
      readonly swapping?: boolean;
      readonly strength: number;
      readonly timeLeft: number;
      readonly again?: boolean;
      readonly dot?: AimPoint;
      readonly pointsAt?: AimPoint;
    }
  /** The check is done on a phone, and this page waits for it; `isOpened` once it was begun there. The camera here stays off. */
  | { readonly name: 'handoff'; readonly isOpened: boolean }
  /** The images are on their way; the camera is off from here on. */
  | { readonly name: 'submitting' }
  /** The job is accepted and the integrator's backend is asked for the verdict. */
  | { readonly name: 'judging'; readonly jobId: string }
  /** Finished. The verdict is there only when a result provider was given. */
  | { readonly name: 'done'; readonly jobId: string; readonly verdict: Verdict | undefined }
  | { readonly name: 'failed'; readonly error: LivenessError }
  | { readonly name: 'cancelled' };

/** Name of a check state. */
export type CheckStateName = CheckState['name'];
