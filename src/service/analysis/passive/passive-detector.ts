import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GestureName } from '../../../challenge/gesture.ts';
import { configuredDetector } from './configured-detector.ts';
import { readDetectorConfig } from './detector-config.ts';

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

/**
 * Loads the detector of a module, or the one that a `.json` file describes.
 * @throws Error when there is no such module, its default export is no function, or the description cannot be used
 */
export async function loadPassiveDetector(module: string): Promise<PassiveDetector> {
  const path = isAbsolute(module) ? module : resolve(module);
  if (path.endsWith('.json')) return configuredDetector(await readDetectorConfig(path));
  const loaded: unknown = await import(pathToFileURL(path).href);
  const detector = (loaded as { default?: unknown }).default;
  if (typeof detector !== 'function') {
    throw new Error(`The passive detector ${module} has no function as its default export.`);
  }
  return detector as PassiveDetector;
}
