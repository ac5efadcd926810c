import { WebGLRenderer } from 'three';
import type { Painter, PictureSize } from './painter.ts';

/** Paints by WebGL; nothing where the browser has none. Owns a context until `dispose`. */
export function openWebglPainter({ widthPx, heightPx }: PictureSize): Painter | undefined {
  const canvas = document.createElement('canvas');
  // Asked for here: three would write errors to the console, and throw.
  const context = canvas.getContext('webgl2', { antialias: true, stencil: false });
  if (!context) return undefined;
  const renderer = new WebGLRenderer({ canvas, context });
  renderer.setSize(widthPx, heightPx, false);
  return {
    drawing: 'webgl',
    canvas,
    paint: (scene, camera) => renderer.render(scene, camera),
    dispose() {
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}
