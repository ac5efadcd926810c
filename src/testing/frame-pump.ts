import type { CameraScene } from './camera-scene.ts';
import { type FedTrack, openFedTrack } from './video-track.ts';

/** A camera's size and speed. */
export interface SimulatedCameraOptions {
  /** Default 640. */
  readonly widthPx?: number;
  /** Default 480. */
  readonly heightPx?: number;
  /** At most; a slow machine gives fewer. Default 30. */
  readonly framesPerSecond?: number;
  /** The scene's clock, in milliseconds. Default `performance.now`. */
  readonly now?: () => number;
}

/** Slower drawing than this does not slow the camera down further. */
const SLOWED_INTERVAL_MS = 120;

/**
 * The name that device lists and tracks show.
 *
 * @example
 * ```ts
 * import { SIMULATED_CAMERA_LABEL } from 'nodeflux-liveness/testing';
 * const devices = await navigator.mediaDevices.enumerateDevices();
 * const isSimulated = devices.some(({ label }) => label === SIMULATED_CAMERA_LABEL);
 * ```
 */
export const SIMULATED_CAMERA_LABEL = 'Simulated camera';
/**
 * The `deviceId` of the simulated camera.
 *
 * @example
 * ```ts
 * import { SIMULATED_CAMERA_ID } from 'nodeflux-liveness/testing';
 * const stream = await navigator.mediaDevices.getUserMedia({
 *   video: { deviceId: { exact: SIMULATED_CAMERA_ID } },
 * });
 * ```
 */
export const SIMULATED_CAMERA_ID = 'simulated-camera';

/** Draws a scene as long as somebody watches, and feeds any number of tracks with it. */
export class FramePump {
  readonly #scene: CameraScene;
  readonly #context: CanvasRenderingContext2D;
  readonly #framesPerSecond: number;
  readonly #now: () => number;
  readonly #fed = new Set<FedTrack>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** From the start of the last picture to its being taken. */
  #frameMs = 0;

  /** @throws RangeError when size or speed make no camera. */
  constructor(scene: CameraScene, options: SimulatedCameraOptions = {}) {
    const { widthPx = 640, heightPx = 480, framesPerSecond = 30 } = options;
    if (!(widthPx >= 1 && heightPx >= 1 && framesPerSecond > 0 && framesPerSecond <= 120)) {
      throw new RangeError(`no camera gives ${widthPx}×${heightPx} at ${framesPerSecond} a second`);
    }
    const canvas = document.createElement('canvas');
    canvas.width = widthPx;
    canvas.height = heightPx;
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('this browser cannot draw on a canvas');
    this.#scene = scene;
    this.#context = context;
    this.#framesPerSecond = framesPerSecond;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Whether the scene is being drawn: as long as a track lives. */
  get running(): boolean {
    return this.#timer !== undefined;
  }

  /** Opens a fresh track and starts drawing. Stop the track to end it. */
  openTrack(): MediaStreamTrack {
    const fed = openFedTrack(this.#context.canvas, this.#framesPerSecond);
    describeTrack(fed.track, this.#context.canvas, this.#framesPerSecond);
    this.#fed.add(fed);
    if (this.#timer === undefined) this.#timer = setTimeout(this.#tick, 0);
    return fed.track;
  }

  /** Ends all tracks and stops drawing. */
  stop(): void {
    for (const fed of this.#fed) fed.end();
    this.#fed.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #tick = (): void => {
    // A track that is stopped says nothing; it is found out here.
    for (const fed of this.#fed) if (fed.track.readyState === 'ended') this.#drop(fed);
    if (this.#fed.size === 0) {
      this.stop();
      return;
    }
    const startedAtMs = performance.now();
    this.#feed(startedAtMs);
    const spentMs = performance.now() - startedAtMs;
    this.#timer = setTimeout(this.#tick, Math.max(1, this.#intervalMs() - spentMs));
  };

  /** Draws and hands on, unless every track still has the last picture: pictures would queue for seconds. */
  #feed(startedAtMs: number): void {
    const ready = [...this.#fed].filter((fed) => fed.ready);
    if (ready.length === 0) return;
    const nowMs = this.#now();
    this.#scene.draw(this.#context, nowMs);
    for (const fed of ready) {
      void fed.push(nowMs).then(() => {
        this.#frameMs = performance.now() - startedAtMs;
      });
    }
  }

  /** Slow drawing means software rendering: half of the CPU is left to the consumer of the frames. */
  #intervalMs(): number {
    const fastestMs = 1000 / this.#framesPerSecond;
    return Math.max(fastestMs, Math.min(2 * this.#frameMs, SLOWED_INTERVAL_MS));
  }

  #drop(fed: FedTrack): void {
    fed.end();
    this.#fed.delete(fed);
  }
}

/** Gives the track what a camera's track says of itself. */
function describeTrack(
  track: MediaStreamTrack,
  { width, height }: HTMLCanvasElement,
  frameRate: number,
): void {
  const settings = {
    deviceId: SIMULATED_CAMERA_ID,
    groupId: SIMULATED_CAMERA_ID,
    facingMode: 'user',
    width,
    height,
    frameRate,
    aspectRatio: width / height,
  };
  Object.defineProperties(track, {
    label: { value: SIMULATED_CAMERA_LABEL, configurable: true },
    getSettings: { value: () => ({ ...settings }), configurable: true },
  });
}
