import type { PerspectiveCamera, Scene } from 'three';
import type { DrawingKind } from './drawing-kind.ts';

/** What turns a scene into a picture. */
export interface Painter {
  readonly drawing: DrawingKind;
  /** The last picture. */
  readonly canvas: HTMLCanvasElement;
  paint(scene: Scene, camera: PerspectiveCamera): void;
  /** Frees what it paints with; the scene is not its own. */
  dispose(): void;
}

/** The size of a picture. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}
