import type { Attacker } from './attacker.ts';

/** The light of a room. */
export interface RoomLight {
  /** 1 is daylight, 0 is none. */
  readonly brightness: number;
  /** A CSS colour that everything is tinted with, such as that of a lamp. Default none. */
  readonly tint?: string;
}

/**
 * The same scene in other light.
 *
 * @example
 * ```ts
 * import { createSimulatedPerson, inLight, installSimulatedCamera } from 'nodeflux-liveness/testing';
 * const person = await createSimulatedPerson();
 * installSimulatedCamera(inLight(person, { brightness: 0.3 }));
 * ```
 */
export function inLight(scene: Attacker, { brightness, tint }: RoomLight): Attacker {
  const grey = Math.round(255 * brightness);
  return {
    ...performerOf(scene),
    draw(context, nowMs) {
      const { width, height } = context.canvas;
      // A scene that has not changed draws nothing, and must not be darkened twice.
      const own = layerFor(context);
      scene.draw(own, nowMs);
      context.drawImage(own.canvas, 0, 0);
      context.save();
      context.globalCompositeOperation = 'multiply';
      for (const colour of [`rgb(${grey}, ${grey}, ${grey})`, ...(tint ? [tint] : [])]) {
        context.fillStyle = colour;
        context.fillRect(0, 0, width, height);
      }
      context.restore();
    },
  };
}

/**
 * Somebody who holds a hand before the mouth.
 *
 * @example
 * ```ts
 * import { createSimulatedPerson, installSimulatedCamera, withCoveredMouth } from 'nodeflux-liveness/testing';
 * installSimulatedCamera(withCoveredMouth(await createSimulatedPerson()));
 * ```
 */
export function withCoveredMouth(scene: Attacker): Attacker {
  return {
    ...performerOf(scene),
    draw(context, nowMs) {
      const own = layerFor(context);
      scene.draw(own, nowMs);
      context.drawImage(own.canvas, 0, 0);
      const { width, height } = context.canvas;
      context.fillStyle = '#c48e6f';
      context.beginPath();
      context.ellipse(
        width / 2,
        height * 0.655,
        width * 0.13,
        height * 0.085,
        -0.15,
        0,
        2 * Math.PI,
      );
      context.fill();
      context.fillRect(width * 0.53, height * 0.64, width * 0.12, height * 0.4);
    },
  };
}

/** What a scene does, bound to it. */
function performerOf(scene: Attacker): Omit<Attacker, 'draw'> {
  return {
    perform: (...how) => scene.perform(...how),
    pause: (durationMs) => scene.pause(durationMs),
    relax: () => scene.relax(),
    dispose: () => scene.dispose(),
  };
}

const layers = new WeakMap<CanvasRenderingContext2D, CanvasRenderingContext2D>();

/** A canvas of the same size that keeps what was drawn last. */
function layerFor(context: CanvasRenderingContext2D): CanvasRenderingContext2D {
  const known = layers.get(context);
  if (known) return known;
  const canvas = document.createElement('canvas');
  canvas.width = context.canvas.width;
  canvas.height = context.canvas.height;
  const layer = canvas.getContext('2d', { alpha: false });
  if (!layer) throw new Error('this browser cannot draw on a canvas');
  layers.set(context, layer);
  return layer;
}
