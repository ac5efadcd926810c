import type { CameraScene } from '../camera-scene.ts';
import { paintRoom } from '../drawing/room.ts';

/** An empty room. */
export function createNobody(): CameraScene {
  let paintedOn: CanvasRenderingContext2D | undefined;
  return {
    draw(context) {
      if (paintedOn === context) return;
      paintedOn = context;
      paintRoom(context, context.canvas.width, context.canvas.height);
    },
  };
}
