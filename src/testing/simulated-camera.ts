import type { CameraScene } from './camera-scene.ts';
import { FramePump, type SimulatedCameraOptions } from './frame-pump.ts';

/** A stream that shows a scene. */
export interface SimulatedCamera {
  readonly stream: MediaStream;
  /** Ends the stream's track and stops drawing. Stopping the track does the same. */
  stop(): void;
}

/**
 * Points a camera at a scene and gives its stream. The scene stays the caller's.
 *
 * @example
 * ```ts
 * import { createSimulatedCamera, createSimulatedPerson } from 'nodeflux-liveness/testing';
 * const { stream, stop } = createSimulatedCamera(await createSimulatedPerson());
 * document.querySelector('video')!.srcObject = stream;
 * ```
 */
export function createSimulatedCamera(
  scene: CameraScene,
  options: SimulatedCameraOptions = {},
): SimulatedCamera {
  const pump = new FramePump(scene, options);
  const stream = new MediaStream([pump.openTrack()]);
  return { stream, stop: () => pump.stop() };
}
