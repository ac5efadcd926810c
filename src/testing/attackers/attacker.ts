import type { CameraScene } from '../camera-scene.ts';
import type { Performer } from '../obey.ts';

/** Somebody who stands before the camera with an instrument, and does with it what can be done when a gesture is asked. */
export interface Attacker extends CameraScene, Performer {
  /** Frees what it draws with. */
  dispose(): void;
}
