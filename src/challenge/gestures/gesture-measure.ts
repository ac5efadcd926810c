import type { FaceChange } from '../face-change.ts';

/**
 * How far a gesture has gone: 0 at rest, 1 where it counts, more when clearer.
 * `undefined` where this frame says nothing about it, because something else in the face disturbs the signal.
 */
export type GestureMeasure = (change: FaceChange) => number | undefined;
