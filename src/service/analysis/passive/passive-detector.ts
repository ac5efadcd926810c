import type { GestureName } from '../../../challenge/gesture.ts';

/** One decoded frame, as a passive detector gets it. */
export interface PassiveFrame {
  /** RGB, row by row from the top left, three bytes a pixel. */
  readonly pixels: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Where the face is, in pixels: the box of its mesh, forehead to chin. It may reach over the edge. */
  readonly face: {
    readonly left: number;
    readonly top: number;
    readonly widthPx: number;
    readonly heightPx: number;
  };
  /** What was asked for, in a paced session. */
  readonly shows: 'neutral' | GestureName | undefined;
}

/**
 * A passive anti-spoof detector that the operator brings: says of the frames of one session how surely they show a live
 * face, from 0 (an attack) to 1. It runs in the analysis threads and is the default export of its module.
 */
export type PassiveDetector = (frames: readonly PassiveFrame[]) => number | Promise<number>;

/** Which detector, and what it must say. */
export interface PassiveOptions {
  /** Path of the module, or of a description (`.json`); relative to the working directory. */
  readonly module: string;
  /** A session with a lower score is never live, whatever threshold the client sends. */
  readonly minimum: number;
}
