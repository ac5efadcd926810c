import type { RecentRest } from './recent-rest.ts';

/** How far the person has come with one gesture. A gesture counts only as a change: it begins at rest. */
export type GestureProgress = Resting | Ready | Reached | { readonly phase: 'seen' };

/** Asked; what was begun before does not count until the face has been at rest. */
export interface Resting {
  readonly phase: 'resting';
  readonly recent: RecentRest;
  readonly restSinceMs: number | undefined;
}

/** At rest: the gesture may begin. */
export interface Ready {
  readonly phase: 'ready';
  readonly recent: RecentRest;
  /** The last frame; absent when nothing could be judged in it. */
  readonly last: JudgedFrame | undefined;
}

/** Past the threshold; the clearest frame is being looked for. */
export interface Reached {
  readonly phase: 'reached';
  /** From before the gesture began. */
  readonly recent: RecentRest;
  /** When the threshold was passed, between two frames. */
  readonly beganAtMs: number;
  readonly reachedAtMs: number;
  readonly lastOver: JudgedFrame;
  readonly peak: number;
  readonly peakAtMs: number;
  readonly framesOver: number;
  /** For a sequence of peaks: how many peaks of each of its orders were passed. Else empty. */
  readonly passed: readonly number[];
}

/** How strong the gesture was in a frame. */
export interface JudgedFrame {
  readonly atMs: number;
  readonly strength: number;
}

/** The next progress, and whether this frame is the clearest so far. */
export interface GestureAdvance {
  readonly progress: GestureProgress;
  readonly clearest: boolean;
}

/** Where every gesture starts. */
export const ASKED: GestureProgress = { phase: 'resting', recent: [], restSinceMs: undefined };
