/**
 * How a scene gets from three to pixels: by WebGL, or by a program that fills them one by one and hands them to a canvas.
 * Both draw the same figures in the same light; `2d` has no smoothed edges. A picture of 640 × 480, until it can be read, on two
 * busy cores without a graphics card: 15–25 ms by `2d`, 110–130 ms by Chromium's WebGL in software.
 *
 * @example
 * ```ts
 * import { createSimulatedPerson, type DrawingKind } from 'nodeflux-liveness/testing';
 * const drawing: DrawingKind = '2d';
 * const person = await createSimulatedPerson({ drawing });
 * ```
 */
export type DrawingKind = 'webgl' | '2d';
