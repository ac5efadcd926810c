/** A camera and a face that are told what to do: what is tried is the network, and a small machine plays several of them. */
import type { Frame } from '../../../src/camera/frame.ts';
import type { Camera } from '../../../src/camera/open-camera.ts';
import type { CheckState } from '../../../src/check/check-state.ts';
import type { FaceMeasurements } from '../../../src/face/face-signals.ts';
import type { Wish } from './chaos-requests.ts';

const NEUTRAL: FaceMeasurements = {
  yawDegrees: 0,
  pitchDegrees: 0,
  rollDegrees: 0,
  eyeAspectRatioLeft: 0.3,
  eyeAspectRatioRight: 0.3,
  mouthWidthRatio: 0.55,
  mouthOpeningRatio: 0.02,
  cornerToEyeLeft: 0.8,
  cornerToEyeRight: 0.8,
  box: { x: 0.3, y: 0.25, width: 0.4, height: 0.5 },
  interocularPx: 120,
};
const PEAK: Readonly<Record<string, Partial<FaceMeasurements>>> = {
  'turn-left': { yawDegrees: 28 },
  'turn-right': { yawDegrees: -28 },
  'nod-up': { pitchDegrees: 20 },
  'nod-down': { pitchDegrees: -20 },
};
const FRAME_MS = 80;
const WIDTH_PX = 320;
const HEIGHT_PX = 240;
/** From the request to the gesture, on the clock of the frames. */
const REACTION_MS = 500;

/** From rest to the peak. */
const RISE_MS = 4 * FRAME_MS;

/** A camera whose clock runs with its frames, so that a busy machine loses no gesture; and whether it is on. */
export class ScriptedCamera implements Camera {
  readonly video = document.createElement('video');
  readonly devices = [];
  readonly current = { deviceId: 'scripted', label: 'Front Camera', kind: 'front' } as const;
  readonly #canvas = new OffscreenCanvas(WIDTH_PX, HEIGHT_PX);
  #on = true;
  #taken = 0;
  readonly #openedAtMs = performance.now();

  get isOn(): boolean {
    return this.#on;
  }

  async *frames(signal: AbortSignal): AsyncGenerator<Frame, never> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, FRAME_MS));
      signal.throwIfAborted();
      const image = this.#draw();
      const capturedAtMs = this.#openedAtMs + ++this.#taken * FRAME_MS;
      yield { image, widthPx: WIDTH_PX, heightPx: HEIGHT_PX, capturedAtMs };
      image.close();
    }
  }

  async switchTo(): Promise<void> {}
  onDevicesChanged(): void {}
  close(): void {
    this.#on = false;
  }

  /** No two alike, and none of one colour: the service takes neither. */
  #draw(): ImageBitmap {
    const context = this.#canvas.getContext('2d');
    if (!context) throw new TypeError('This browser has no 2d canvas.');
    context.fillStyle = `hsl(${(this.#taken * 37) % 360} 60% 50%)`;
    context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
    context.fillStyle = 'black';
    context.fillRect(0, 0, WIDTH_PX / 2, HEIGHT_PX);
    context.fillStyle = 'white';
    context.fillText(`${this.#taken} ${this.#openedAtMs}`, 20, 120);
    return this.#canvas.transferToImageBitmap();
  }
}

/** Somebody who does what is asked; but misses the first gesture once, or goes away from it, so that all starts over. */
export class ScriptedFace {
  #asked = '';
  #askedAtMs = 0;
  #fails: 'misses' | 'leaves' | undefined;

  constructor(wish: Wish | undefined) {
    if (wish === 'repeat') this.#fails = 'misses';
    if (wish === 'restart') this.#fails = 'leaves';
  }

  /** `undefined` while the face is away. */
  look(state: CheckState, atMs: number): FaceMeasurements | undefined {
    const wasAsked = this.#asked !== '';
    if (state.name === 'gesture' && state.again) this.#fails = undefined;
    if (state.name !== 'gesture') {
      if (wasAsked && this.#fails === 'leaves') this.#fails = undefined;
      this.#asked = '';
      return NEUTRAL;
    }
    const now = `${state.index} ${state.gesture} ${state.again ?? false}`;
    if (now !== this.#asked) {
      this.#asked = now;
      this.#askedAtMs = atMs;
    }
    const sinceMs = atMs - this.#askedAtMs - REACTION_MS;
    if (this.#fails === 'leaves') return undefined;
    if (this.#fails === 'misses' || sinceMs < 0) return NEUTRAL;
    return partOf(PEAK[state.gesture] ?? {}, Math.min(1, (sinceMs + FRAME_MS) / RISE_MS));
  }
}

/** The face on its way: a part of what moves, 0..1. */
function partOf(peak: Partial<FaceMeasurements>, part: number): FaceMeasurements {
  const { yawDegrees = 0, pitchDegrees = 0 } = peak;
  return { ...NEUTRAL, yawDegrees: part * yawDegrees, pitchDegrees: part * pitchDegrees };
}
