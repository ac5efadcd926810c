import {
  CanvasTexture,
  DirectionalLight,
  HemisphereLight,
  Material,
  Mesh,
  type Object3D,
  PerspectiveCamera,
  Scene,
  SRGBColorSpace,
  Texture,
  WebGLRenderer,
} from 'three';
import { paintRoom } from './room.ts';

/** A lit room with a camera in it. Owns a WebGL context and everything that is put on it, until `dispose`. */
export class Stage {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera: PerspectiveCamera;

  /** @throws Error when the browser has no WebGL. */
  constructor({ widthPx, heightPx }: { widthPx: number; heightPx: number }) {
    this.#renderer = new WebGLRenderer({ antialias: true });
    this.#renderer.setSize(widthPx, heightPx, false);
    // The vertical field of view of a usual webcam, half a metre from the face.
    this.#camera = new PerspectiveCamera(40, widthPx / heightPx, 1, 200);
    this.#camera.position.set(0, 0, 52);
    const key = new DirectionalLight('#fff4e6', 1.7);
    key.position.set(-18, 22, 40);
    const rim = new DirectionalLight('#dfeaff', 0.5);
    rim.position.set(30, 8, 10);
    this.#scene.add(new HemisphereLight('#ffffff', '#b08f7d', 1.75), key, rim);
    this.#scene.background = roomTexture(widthPx, heightPx);
  }

  /** Puts something on the stage; from now on it is drawn, and disposed of with the stage. */
  add(...objects: readonly Object3D[]): void {
    this.#scene.add(...objects);
  }

  /** Draws the stage over the whole of a canvas. */
  draw(context: CanvasRenderingContext2D): void {
    this.#renderer.render(this.#scene, this.#camera);
    context.drawImage(this.#renderer.domElement, 0, 0, context.canvas.width, context.canvas.height);
  }

  /** Frees the WebGL context, geometries, materials and textures. */
  dispose(): void {
    this.#scene.traverse((object) => {
      if (object instanceof Mesh) {
        object.geometry.dispose();
        for (const material of [object.material].flat()) disposeMaterial(material);
      }
    });
    if (this.#scene.background instanceof Texture) this.#scene.background.dispose();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
  }
}

function disposeMaterial(material: unknown): void {
  if (!(material instanceof Material)) return;
  for (const value of Object.values(material)) if (value instanceof Texture) value.dispose();
  material.dispose();
}

function roomTexture(widthPx: number, heightPx: number): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser cannot draw on a canvas');
  paintRoom(context, widthPx, heightPx);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return texture;
}
