import type { FaceChange } from '../face-change.ts';
import type { Hint } from '../hint.ts';

/** What a person may be unable to do. */
export type Movement = 'turn' | 'nod' | 'follow-dot' | 'close-eyes' | 'smile' | 'open-mouth';

/** Where the nose points, in parts of the way from the middle to the ring. Left is the person's own, and up is up. */
export interface AimPoint {
  readonly left: number;
  readonly up: number;
}

/** Everything that page and service know of one gesture. What cannot stand here is a `Record<GestureName, …>` elsewhere. */
export interface GestureRecord {
  /**
   * What moves. Movements of the head show depth, which a flat picture has not; expressions do not. An expression is judged
   * only in a face that looks ahead.
   */
  readonly moves: 'head' | 'eyes' | 'mouth';
  /** Gestures with one movement are declined together: a person who cannot turn left is not asked to turn right. */
  readonly movement: Movement;
  /** Other movements that it takes: who declined one of these is not asked for it. Absent: none. */
  readonly needs?: readonly Movement[];
  /** The dot that the nose follows, for gestures that are guided so. Such a pose is told from others only by who asked for it. */
  readonly aim?: AimPoint;
  /** Whether images of it are tested for depth. A sequence that the service draws holds such a gesture. Absent: no. */
  readonly showsDepth?: boolean;
  /** Whether it takes the face out of the detector's sight, so that a low detector score says nothing. Absent: no. */
  readonly hidesFace?: boolean;
  /**
   * Whether an honest image of it may show nothing: the service's mesh follows the lids only half-way. Not to be seen is then
   * no fault, and neither is an image with the shape of the neutral face. Absent: no.
   */
  readonly mayGoUnseen?: boolean;
  /**
   * How many frames between rest and the clearest must show a part of the change, where the service paces: a head takes its
   * time, a mouth can be open in 0.1 s. 0: the way there is not judged.
   */
  readonly fewestBetween: number;
  /** How many times the time of a gesture it may take. Absent: once. */
  readonly timeFactor?: number;
  /** Hints: `more` after an attempt that came near without counting, `rest` for a face that must relax before it can begin. */
  readonly shortfall: { readonly more: Hint; readonly rest: Hint };
  /** How the gesture runs in time, frame by frame. */
  readonly course: GestureCourse;
  /** How the page measures it in one frame. */
  readonly page: {
    /** The changes at which it counts, each in the unit of its name. The measure reads them from here. */
    readonly smallestChange: Readonly<Record<string, number>>;
    readonly measure: GestureMeasure;
  };
  /** How the service measures it in one image. */
  readonly service: {
    /** The change at which it counts, in the unit of the measure. Above 0. */
    readonly smallestChange: number;
    readonly measure: ImageMeasure;
    /** By what the way there is judged on both sides, where that is not the measure. 1 at the gesture. */
    readonly along?: ImageMeasure;
  };
}

/** How a gesture runs in time. It always begins from rest. */
export type GestureCourse =
  /** A peak that is held: counts when it has lasted, and is over or does not become clearer any more. */
  | {
      readonly kind: 'held';
      /** Less is a slip: speech moves the mouth for a moment. 0: as short as two frames. */
      readonly shortestMs: number;
      /** After a frame in which the face is seen and the gesture cannot be judged: wait for the next one, or begin again. */
      readonly whenDisturbed: 'wait' | 'start-over';
    }
  /** A closing that reopens: counts when it has reopened in time. */
  | {
      readonly kind: 'closing';
      /** Longer is a person who keeps it closed. */
      readonly longestMs: number;
      /** Whether it is open again. */
      readonly isReopened: (fromRecent: FaceChange) => boolean;
    }
  /** A sequence of peaks: counts when all peaks of one order were passed in time. */
  | {
      readonly kind: 'peaks';
      /** From the first peak to the last. */
      readonly longestMs: number;
      /** The orders in which the peaks may come, such as left, right or right, left. */
      readonly orders: readonly (readonly GestureMeasure[])[];
    };

/**
 * How strong a gesture is in one frame: 0 at rest, 1 where it counts, more when clearer. It must show both against the
 * neutral face, with which the service compares the image, and against the last moments, so that a person who has settled a
 * little differently by now does nothing by that.
 * `undefined` where this frame says nothing about it, because something else in the face disturbs the signal.
 */
export type GestureMeasure = (
  fromNeutral: FaceChange,
  fromRecent: FaceChange,
) => number | undefined;

/** The change of the gesture in one image, in its own unit; `undefined` where it cannot be judged. */
export type ImageMeasure = (fromNeutral: ImageChange) => number | undefined;

/** How the face in one image differs from the neutral one, as the service measures it. */
export interface ImageChange
  extends Pick<
    FaceChange,
    | 'yawDegrees'
    | 'pitchDegrees'
    | 'leftEyeClosure'
    | 'rightEyeClosure'
    | 'mouthWidening'
    | 'mouthOpening'
  > {
  /** Mean difference of grey value in the band of the eyes, 0..255. */
  readonly eyeBandChange: number;
}
