import type { CameraScene } from '../camera-scene.ts';
import { DEFAULT_APPEARANCE, SECOND_APPEARANCE } from '../drawing/appearance.ts';
import { loadCanonicalFace } from '../drawing/canonical-face-data.ts';
import { createPersonFigure } from '../drawing/person-figure.ts';
import { Stage } from '../drawing/stage.ts';
import { addExpressions } from '../expression.ts';
import { createIdleMotion } from '../idle-motion.ts';

/** A scene that owns what it is drawn with. */
export interface TwoPeople extends CameraScene {
  /** Frees what it is drawn with. */
  dispose(): void;
}

/** Where they sit, in centimetres from where one person would. */
const PLACES = [
  { x: -10.5, z: -7 },
  { x: 10.5, z: -9 },
] as const;

/**
 * Two people side by side, both wholly in the picture.
 *
 * @throws Error when `canonical-face.json` is not next to the modules.
 *
 * @example
 * ```ts
 * import { createTwoPeople, installSimulatedCamera } from 'nodeflux-liveness/testing';
 * installSimulatedCamera(await createTwoPeople());
 * ```
 */
export async function createTwoPeople(
  options: { readonly widthPx?: number; readonly heightPx?: number } = {},
): Promise<TwoPeople> {
  const { widthPx = 640, heightPx = 480 } = options;
  const face = await loadCanonicalFace();
  const stage = new Stage({ widthPx, heightPx });
  const people = PLACES.map((place, index) => {
    const figure = createPersonFigure(face, index === 0 ? DEFAULT_APPEARANCE : SECOND_APPEARANCE);
    stage.add(figure.group);
    return { figure, place, idleMotion: createIdleMotion(index + 1) };
  });
  return {
    draw(context, nowMs) {
      for (const { figure, place, idleMotion } of people) {
        figure.apply(addExpressions(place, idleMotion(nowMs)));
      }
      stage.draw(context);
    },
    dispose: () => stage.dispose(),
  };
}
