import type { FaceChange } from '../face-change.ts';

/**
 * How far a gesture has gone: 0 at rest, 1 where it counts, more when clearer. It must show both against the neutral
 * face, with which the service compares the image, and against the last moments, so that a person who has
 * settled a little differently by now does nothing by that.
 * `undefined` where this frame says nothing about it, because something else in the face disturbs the signal.
 */
export type GestureMeasure = (
  fromNeutral: FaceChange,
  fromRecent: FaceChange,
) => number | undefined;
