import { Mesh, type PerspectiveCamera, type Scene } from 'three';
import type { Painter, PictureSize } from './painter.ts';
import type { PixelRaster } from './pixel-raster.ts';
import { SeenMesh } from './seen-mesh.ts';

const OPAQUE_BLACK = 0xff000000;

/** Paints without WebGL: fills one pixel after the other, and puts them on a canvas. */
export function openPixelPainter({ widthPx, heightPx }: PictureSize): Painter {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  // In memory, where the pixels come from.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('this browser cannot draw on a canvas');
  const picture = context.createImageData(widthPx, heightPx);
  const whole = new Uint32Array(picture.data.buffer);
  const raster: PixelRaster = {
    width: widthPx,
    height: heightPx,
    pixels: picture.data,
    depths: new Float32Array(widthPx * heightPx),
  };
  /** What does not move, painted once. */
  const backdrop = {
    meshes: [] as readonly SeenMesh[],
    whole: whole.slice().fill(OPAQUE_BLACK),
    depths: raster.depths.slice(),
  };
  const known = new Map<Mesh, SeenMesh>();

  const see = (scene: Scene, camera: PerspectiveCamera): SeenMesh[] => {
    const seen: SeenMesh[] = [];
    scene.updateMatrixWorld();
    camera.updateMatrixWorld();
    scene.traverseVisible((object) => {
      if (!(object instanceof Mesh)) return;
      const mesh = known.get(object) ?? new SeenMesh(object);
      known.set(object, mesh);
      mesh.look(camera, raster);
      seen.push(mesh);
    });
    return seen;
  };
  return {
    drawing: '2d',
    canvas,
    paint(scene, camera) {
      const seen = see(scene, camera);
      const [still, moved] = [true, false].map((wanted) =>
        // The nearest first: what is behind it is then not painted at all.
        seen
          .filter(({ isStill }) => isStill === wanted)
          .sort((one, other) => other.nearness - one.nearness),
      ) as [SeenMesh[], SeenMesh[]];
      if (!sameMeshes(still, backdrop.meshes)) {
        whole.fill(OPAQUE_BLACK);
        raster.depths.fill(0);
        for (const mesh of still) mesh.fill(raster);
        backdrop.whole.set(whole);
        backdrop.depths.set(raster.depths);
        backdrop.meshes = still;
      } else {
        whole.set(backdrop.whole);
        raster.depths.set(backdrop.depths);
      }
      for (const mesh of moved) mesh.fill(raster);
      context.putImageData(picture, 0, 0);
    },
    dispose: () => known.clear(),
  };
}

const sameMeshes = (some: readonly SeenMesh[], others: readonly SeenMesh[]): boolean =>
  some.length === others.length && some.every((mesh, index) => mesh === others[index]);
