import type { Frame } from '../../src/camera/frame.ts';
import type { Camera } from '../../src/camera/open-camera.ts';
import type { RankedCamera } from '../../src/camera/rank-cameras.ts';
import type { JpegEncoder } from '../../src/capture/jpeg-encoder.ts';
import type { CheckOptions, CheckParts } from '../../src/check/check-options.ts';
import type { CheckState, CheckStateName } from '../../src/check/check-state.ts';
import { PersonRequests } from '../../src/check/person-requests.ts';
import { runCheck } from '../../src/check/run-check.ts';
import type { FaceSignals } from '../../src/face/face-signals.ts';
import { ObedientPerson } from './obedient-person.ts';

const FRAME_MS = 40;

/** What a tracker would say; the state is what the person has been asked. */
export type Look = (state: CheckState, atMs: number) => Promise<FaceSignals> | FaceSignals;

/** Lets everything happen that waits for nothing but promises. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Pictures are counted, so that a test can say that none was left open. */
class Pictures {
  open = 0;
  take(atMs: number): ImageBitmap {
    this.open++;
    const close = () => {
      this.open--;
      // A picture that is closed twice would hide one that is not closed at all.
      picture.close = () => {
        throw new Error('closed twice');
      };
    };
    const picture = { width: 640, height: 480, atMs, close };
    return picture as unknown as ImageBitmap;
  }
}

/** One check with a camera, a tracker and a service that only exist in the test; its time runs with its frames. */
export class ScriptedCheck {
  readonly states: CheckState[] = [];
  readonly gestures: string[] = [];
  readonly previews: boolean[] = [];
  readonly pictures = new Pictures();
  readonly ending = new AbortController();
  readonly pausesMs: number[] = [];
  /** What a picture becomes. */
  encode: JpegEncoder['encode'] = async ({ widthPx, heightPx, capturedAtMs }, shows) => {
    const dataUri = `data:image/jpeg;base64,${shows}`;
    return { image: { dataUri, shows, widthPx, heightPx, capturedAtMs }, jpeg: new Uint8Array() };
  };
  encodersOpen = 0;
  camerasOpen = 0;
  camerasOpened = 0;
  tokensFetched = 0;
  framesTaken = 0;
  /** The camera that is on. */
  current: RankedCamera = { deviceId: 'a', label: 'Front Camera', kind: 'front' };
  /** Called by whoever connects a camera. */
  devicesChanged: () => void = () => undefined;
  submitted: Parameters<CheckParts['submit']>[0] | undefined;
  /** Called on each new state, after it was noted. */
  onState: (state: CheckState) => void = () => undefined;

  options: CheckOptions = {
    fetchToken: async () => `token ${++this.tokensFetched}`,
    apiUrl: 'https://service.test',
    gestures: ['smile', 'turn-left', 'blink'],
    gestureCount: 3,
    threshold: 0.7,
    timeoutMs: 15_000,
    gestureToleranceMs: 3000,
    pacing: 'offered',
    requests: new PersonRequests(),
    askResult: undefined,
  };
  parts: CheckParts;

  constructor(look: Look = obedient()) {
    globalThis.createImageBitmap = (async ({ atMs }: { atMs: number }) =>
      this.pictures.take(atMs)) as unknown as typeof createImageBitmap;
    this.parts = {
      missingEngine: () => [],
      openCamera: async () => this.camera(),
      acquireTracker: async (onProgress) => {
        onProgress(5, 10);
        return {
          track: async ({ capturedAtMs }) => look(this.states.at(-1) ?? IDLE, capturedAtMs),
          close: () => undefined,
        };
      },
      openEncoder: () => this.encoder(),
      submit: async (submission) => {
        this.submitted = submission;
        return 'job 1';
      },
      openSession: async () => undefined,
      randomInt: () => 0,
      sleep: async (ms) => {
        this.pausesMs.push(ms);
        await settle();
      },
    };
  }

  /** Counted, so that a test can say that it was closed. */
  encoder(): JpegEncoder {
    this.encodersOpen++;
    return {
      encode: (frame, shows) => this.encode(frame, shows),
      close: () => {
        this.encodersOpen--;
      },
    };
  }

  camera(): Camera {
    this.camerasOpen++;
    this.camerasOpened++;
    const check = this;
    return {
      video: {} as HTMLVideoElement,
      get current() {
        return check.current;
      },
      devices: [],
      frames: (signal) => this.#frames(signal),
      switchTo: async () => undefined,
      onDevicesChanged: (listener) => {
        this.devicesChanged = listener;
      },
      close: () => {
        this.camerasOpen--;
      },
    };
  }

  run() {
    const { options, parts, ending } = this;
    return runCheck(
      options,
      parts,
      {
        onState: (state) => {
          this.states.push(state);
          this.onState(state);
        },
        onCamera: (camera) => this.previews.push(camera !== undefined),
        onGesture: (gesture, index, count) =>
          this.gestures.push(`${gesture} ${index + 1}/${count}`),
      },
      ending.signal,
    );
  }

  /** The names of the states, each once in a row. */
  get path(): CheckStateName[] {
    return this.states.map(({ name }) => name).filter((name, at, all) => name !== all[at - 1]);
  }

  async *#frames(signal: AbortSignal): AsyncGenerator<Frame, never> {
    for (;;) {
      await settle();
      signal.throwIfAborted();
      const capturedAtMs = this.framesTaken++ * FRAME_MS;
      const image = this.pictures.take(capturedAtMs);
      try {
        yield { image, widthPx: 640, heightPx: 480, capturedAtMs };
      } finally {
        image.close();
      }
    }
  }
}

const IDLE: CheckState = { name: 'idle' };

/** One face, which does what it is asked. */
export function obedient(): (state: CheckState, atMs: number) => FaceSignals {
  const person = new ObedientPerson();
  return (state, atMs) => ({ capturedAtMs: atMs, faceCount: 1, face: person.face(state, atMs) });
}
