import type { CameraScene } from '../camera-scene.ts';
import { paintRoom } from '../drawing/room.ts';
import { addExpressions, type Expression } from '../expression.ts';
import { createIdleMotion } from '../idle-motion.ts';
import { takePhotos } from './take-photos.ts';

/** What the photo shows and how it is held. */
export interface StillPhotoOptions {
  /** The face on the photo. Default neutral. */
  readonly expression?: Partial<Expression>;
  /** The print turned about its vertical axis, as somebody does who pretends to turn. Default 0. */
  readonly tiltDegrees?: number;
  /** Whether a hand holds it, which sways; else it lies still to the pixel. Default true. */
  readonly handHeld?: boolean;
  readonly seed?: number;
}

/** A print that can be turned while the camera runs. */
export interface StillPhoto extends CameraScene {
  /** Turns the print about its vertical axis. */
  tilt(degrees: number): void;
}

/** Share of the picture's width that the print takes. */
const PRINT_SHARE = 0.94;
/** From the camera to the print, in widths of the print. */
const DISTANCE = 1.6;
const STRIPS = 96;

/**
 * A printed photo of the simulated person, held into the camera.
 *
 * @throws Error when `canonical-face.json` is not next to the modules.
 *
 * @example
 * ```ts
 * import { createStillPhoto, installSimulatedCamera } from 'nodeflux-liveness/testing';
 * const photo = await createStillPhoto({ expression: { smile: 1 } });
 * installSimulatedCamera(photo);
 * photo.tilt(15);
 * ```
 */
export async function createStillPhoto(options: StillPhotoOptions = {}): Promise<StillPhoto> {
  const { expression = {}, handHeld = true, seed = 1 } = options;
  let tiltDegrees = options.tiltDegrees ?? 0;
  const [photo] = await takePhotos([expression]);
  if (!photo) throw new Error('no photo was taken');
  const hand = createIdleMotion(seed);
  return {
    tilt(degrees) {
      tiltDegrees = degrees;
    },
    draw(context, nowMs) {
      const { width, height } = context.canvas;
      paintRoom(context, width, height);
      const sway = handHeld ? hand(nowMs) : addExpressions();
      context.save();
      context.translate(width / 2 + sway.x * 60, height / 2 + sway.y * 60);
      context.rotate((sway.rollDegrees * 2 * Math.PI) / 180);
      drawTilted(context, photo, width * PRINT_SHARE, tiltDegrees + sway.yawDegrees * 3);
      context.restore();
    },
  };
}

/** Draws a flat picture, turned about its vertical axis, in strips that each have one distance. */
function drawTilted(
  context: CanvasRenderingContext2D,
  photo: HTMLCanvasElement,
  widthPx: number,
  degrees: number,
): void {
  const [sin, cos] = [Math.sin, Math.cos].map((of) => of((degrees * Math.PI) / 180)) as [
    number,
    number,
  ];
  const project = (share: number): { x: number; scale: number } => {
    // Positive degrees turn the print as a head turns: to the right of the picture, so its right edge goes away.
    const scale = DISTANCE / (DISTANCE + (share - 0.5) * sin);
    return { x: (share - 0.5) * cos * scale * widthPx, scale };
  };
  for (let strip = 0; strip < STRIPS; strip += 1) {
    const from = project(strip / STRIPS);
    const to = project((strip + 1) / STRIPS);
    const heightPx = ((widthPx * photo.height) / photo.width) * from.scale;
    context.drawImage(
      photo,
      (strip / STRIPS) * photo.width,
      0,
      photo.width / STRIPS,
      photo.height,
      from.x,
      -heightPx / 2,
      to.x - from.x + 0.7,
      heightPx,
    );
  }
}
