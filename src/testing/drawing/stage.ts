import {
  CanvasTexture,
  Material,
  Mesh,
  type Object3D,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  ShaderMaterial,
  Texture,
} from 'three';
import type { DrawingKind } from './drawing-kind.ts';
import { openPainter } from './open-painter.ts';
import type { Painter, PictureSize } from './painter.ts';
import { paintRoom } from './room.ts';
import { createSoftMaterial } from './soft-material.ts';

/** The vertical field of view of a usual webcam. */
const VIEW_DEGREES = 40;
/** From the camera to the middle of the face, and to the wall behind, in centimetres. */
const FACE_DISTANCE = 50;
const WALL_DISTANCE = 110;

/** A room with a camera in it. Owns its painter and everything that is put on it, until `dispose`. */
export class Stage {
  readonly #painter: Painter;
  readonly #scene = new Scene();
  readonly #camera: PerspectiveCamera;

  /**
   * @param drawing Default: WebGL where the browser has it.
   * @throws Error when WebGL is asked for and is not there.
   */
  constructor({ widthPx, heightPx }: PictureSize, drawing?: DrawingKind) {
    this.#painter = openPainter({ widthPx, heightPx }, drawing);
    this.#camera = new PerspectiveCamera(VIEW_DEGREES, widthPx / heightPx, 1, 200);
    this.#camera.position.set(0, 0, FACE_DISTANCE);
    this.#scene.add(createWall(widthPx / heightPx));
  }

  /** How it is drawn. */
  get drawing(): DrawingKind {
    return this.#painter.drawing;
  }

  /** Puts something on the stage; from now on it is drawn, and disposed of with the stage. */
  add(...objects: readonly Object3D[]): void {
    this.#scene.add(...objects);
  }

  /** Draws the stage over the whole of a canvas. */
  draw(context: CanvasRenderingContext2D): void {
    this.#painter.paint(this.#scene, this.#camera);
    const { width, height } = context.canvas;
    context.drawImage(this.#painter.canvas, 0, 0, width, height);
  }

  /** Frees the painter, geometries, materials and textures. */
  dispose(): void {
    this.#scene.traverse((object) => {
      if (!(object instanceof Mesh)) return;
      object.geometry.dispose();
      for (const material of [object.material].flat()) disposeMaterial(material);
    });
    this.#painter.dispose();
  }
}

function disposeMaterial(material: unknown): void {
  if (!(material instanceof Material)) return;
  const uniforms = material instanceof ShaderMaterial ? Object.values(material.uniforms) : [];
  for (const { value } of uniforms) if (value instanceof Texture) value.dispose();
  material.dispose();
}

/** The room behind, which fills the picture. It is out of focus, so a small picture of it will do. */
function createWall(aspect: number): Mesh {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 48;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser cannot draw on a canvas');
  paintRoom(context, canvas.width, canvas.height);
  const height = 2 * WALL_DISTANCE * Math.tan((VIEW_DEGREES * Math.PI) / 360);
  const wall = new Mesh(
    new PlaneGeometry(height * aspect, height),
    createSoftMaterial({ map: new CanvasTexture(canvas), unlit: true }),
  );
  wall.position.z = FACE_DISTANCE - WALL_DISTANCE;
  return wall;
}
