import type { Appearance } from '../drawing/appearance.ts';
import { loadCanonicalFace } from '../drawing/canonical-face-data.ts';
import { createPersonFigure } from '../drawing/person-figure.ts';
import { type Proportions, reshapeFace } from '../drawing/proportions.ts';
import { Stage } from '../drawing/stage.ts';
import { addExpressions, type Expression } from '../expression.ts';

/** Who is on the photos; the usual person unless said otherwise. */
export interface PhotoSubject {
  readonly appearance?: Appearance;
  readonly proportions?: Proportions;
}

/** Size of a photo, which fills the picture of a camera. */
export const PHOTO = { widthPx: 640, heightPx: 480 } as const;

/**
 * Takes photos of the simulated person, one for each expression.
 *
 * @throws Error when `canonical-face.json` is not next to the modules.
 */
export async function takePhotos(
  expressions: readonly Partial<Expression>[],
  { appearance, proportions }: PhotoSubject = {},
): Promise<HTMLCanvasElement[]> {
  const canonical = await loadCanonicalFace();
  const face = proportions ? reshapeFace(canonical, proportions) : canonical;
  const figure = createPersonFigure(face, appearance);
  const stage = new Stage(PHOTO);
  try {
    stage.add(figure.group);
    return expressions.map((expression) => {
      const canvas = document.createElement('canvas');
      canvas.width = PHOTO.widthPx;
      canvas.height = PHOTO.heightPx;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('this browser cannot draw on a canvas');
      figure.apply(addExpressions(expression));
      stage.draw(context);
      return canvas;
    });
  } finally {
    stage.dispose();
  }
}
