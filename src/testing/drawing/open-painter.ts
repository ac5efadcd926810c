import type { DrawingKind } from './drawing-kind.ts';
import type { Painter, PictureSize } from './painter.ts';
import { openPixelPainter } from './pixel-painter.ts';
import { openWebglPainter } from './webgl-painter.ts';

/**
 * Opens the painter that is asked for; by default WebGL where the browser has it, else pixels.
 *
 * @throws Error when WebGL is asked for and is not there.
 */
export function openPainter(size: PictureSize, wanted?: DrawingKind): Painter {
  const painter = wanted === '2d' ? undefined : openWebglPainter(size);
  if (painter) return painter;
  if (wanted === 'webgl') throw new Error('this browser has no WebGL; `drawing: "2d"` needs none');
  return openPixelPainter(size);
}
