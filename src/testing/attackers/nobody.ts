import type { CameraScene } from '../camera-scene.ts';
import { paintRoom } from '../drawing/room.ts';

/**
 * An empty room.
 *
 * @example
 * ```ts
 * import { createNobody, installSimulatedCamera } from 'nodeflux-liveness/testing';
 * installSimulatedCamera(createNobody());
 * ```
 */
export function createNobody(): CameraScene {
  let drawn = 0;
  return {
    draw(context) {
      const { width, height } = context.canvas;
      paintRoom(context, width, height);
      // No sensor gives the same picture twice.
      context.fillStyle = `rgb(255 255 255 / ${drawn++ % 2 ? 0.02 : 0})`;
      context.fillRect(0, 0, width, height);
    },
  };
}
