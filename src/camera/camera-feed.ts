import { anySignal } from '../edge/any-signal.ts';
import { type Wait, waitFor } from '../edge/wait-for.ts';
import { LivenessError } from '../errors.ts';
import { keepPlaying } from './keep-playing.ts';
import { LIST_LIMIT_MS, listCameras } from './list-cameras.ts';
import { betterCamera, choosableCameras, type RankedCamera } from './rank-cameras.ts';
import {
  BUSY_PAUSES_MS,
  OPENING_LIMIT_MS,
  type OpeningPatience,
  OTHER_OPENING_LIMIT_MS,
  requestCamera,
} from './request-camera.ts';
import { tellCameraKind } from './tell-camera-kind.ts';
import {
  MUTE_LIMIT_MS,
  REPLACED,
  SILENCE_LIMIT_MS,
  TrackLife,
  whileCameraLives,
} from './track-life.ts';

/** How long a camera may take to open, and be without pictures before it is taken for lost, while the page is visible. */
export interface CameraLimits extends OpeningPatience {
  readonly silenceMs: number;
  readonly muteMs: number;
  /** Longest wait for the list of devices before the camera that was given is played. */
  readonly listMs: number;
}

/** The limits of the element. */
export const CAMERA_LIMITS: CameraLimits = {
  silenceMs: SILENCE_LIMIT_MS,
  muteMs: MUTE_LIMIT_MS,
  listMs: LIST_LIMIT_MS,
  busyPausesMs: BUSY_PAUSES_MS,
  openingMs: OPENING_LIMIT_MS,
};

const CLOSED = new DOMException('the camera was closed', 'AbortError');

/**
 * Owns the open camera and plays it in one video node. At most one camera is open at a time, because phones refuse to open
 * two. The creator of a feed must close it.
 */
export class CameraFeed {
  readonly #video: HTMLVideoElement;
  readonly #limits: CameraLimits;
  readonly #closed = new AbortController();
  #devices: readonly RankedCamera[] = [];
  #on: { readonly life: TrackLife; readonly camera: RankedCamera } | undefined;
  /** The switch that is under way; each begins when the one before is through. */
  #switching: Promise<void> = Promise.resolve();

  readonly #tellDevices: () => void;

  /** `tellDevices` is called when a list of devices arrives after the start. */
  constructor(video: HTMLVideoElement, limits: CameraLimits, tellDevices: () => void) {
    this.#video = video;
    this.#limits = limits;
    this.#tellDevices = tellDevices;
  }

  /** The cameras of the device, the best first. Empty where the browser does not tell. */
  get devices(): readonly RankedCamera[] {
    return this.#devices;
  }

  /** The camera that is on: another object after each switch, even when it is the same camera again. */
  get current(): RankedCamera {
    if (!this.#on) throw new LivenessError('camera-lost', { detail: 'no camera is on' });
    return this.#on.camera;
  }

  /** Opens the wanted camera, else the front camera or the best that there is, and plays it. */
  async start(signal: AbortSignal, wantedId?: string): Promise<void> {
    const within = anySignal(signal, this.#closed.signal);
    // One that was wanted may be gone by now.
    const wanted = wantedId ? await this.#open(within, wantedId).catch(() => undefined) : undefined;
    // The person may have cancelled while the browser's question was open.
    within.throwIfAborted();
    const given = wanted ?? (await this.#openAny(within));
    // Only now does the browser tell what the cameras are called.
    await waitFor(this.refreshDevices(), listing(within));
    const better = wanted ? undefined : betterCamera(given, this.#devices);
    await (better ? this.#replace(better.deviceId, within) : this.#play(within));
  }

  /** Reads the devices anew. Never fails: a camera that works is not given up because no list can be had in time. */
  async refreshDevices(): Promise<void> {
    const listing = listCameras('limited-inside').then((devices) => {
      this.#devices = devices ?? [];
    });
    const wait = { what: 'the list of cameras', limitMs: this.#limits.listMs };
    await waitFor(listing, wait).catch(() => {
      // It may still come.
      void listing.then(this.#tellDevices);
    });
  }

  /** Changes to another camera; goes back to the one before when that cannot be opened. */
  switchTo(deviceId: string): Promise<void> {
    const begun = this.#switching.then(() => this.#replace(deviceId, this.#closed.signal));
    this.#switching = begun;
    // When no camera is left, the next caller that asks for pictures gets the error.
    return begun.catch(() => undefined);
  }

  /** The life of the camera that is on, once no switch is under way. */
  async settled(): Promise<TrackLife> {
    for (let awaited: Promise<void> | undefined; awaited !== this.#switching; ) {
      awaited = this.#switching;
      await awaited;
    }
    if (!this.#on) throw CLOSED;
    return this.#on.life;
  }

  /** Switches the camera off, and any that is still being opened as soon as it is there. Safe to call twice. */
  close(): void {
    this.#closed.abort(CLOSED);
    this.#on?.life.end(CLOSED);
    this.#video.srcObject = null;
  }

  async #replace(deviceId: string, signal: AbortSignal): Promise<void> {
    const before = this.current;
    this.#on?.life.end(REPLACED);
    try {
      await this.#open(signal, deviceId);
      await this.#play(signal);
    } catch {
      signal.throwIfAborted();
      this.#on?.life.end(REPLACED);
      await this.#open(signal, before.deviceId);
      await this.#play(signal);
    }
  }

  async #open(signal: AbortSignal, deviceId?: string): Promise<RankedCamera> {
    return this.#adopt(await requestCamera(this.#limits, signal, deviceId));
  }

  /** The front camera, or the best of those that are free when that one stays busy. */
  async #openAny(signal: AbortSignal): Promise<RankedCamera> {
    try {
      return await this.#open(signal);
    } catch (refusal) {
      signal.throwIfAborted();
      if (!(refusal instanceof LivenessError && refusal.code === 'camera-in-use')) throw refusal;
      const listed = (await waitFor(listCameras(this.#limits.listMs), listing(signal))) ?? [];
      for (const { deviceId } of choosableCameras(listed)) {
        const once = { busyPausesMs: [], openingMs: OTHER_OPENING_LIMIT_MS };
        const stream = await requestCamera(once, signal, deviceId).catch(() => undefined);
        signal.throwIfAborted();
        if (stream) return this.#adopt(stream);
      }
      throw refusal;
    }
  }

  /** Takes over a stream, which may come after the end. */
  #adopt(stream: MediaStream): RankedCamera {
    const [track] = stream.getVideoTracks();
    if (!track) throw new LivenessError('camera-missing', { detail: 'the stream has no pictures' });
    const life = new TrackLife(track, this.#limits.muteMs);
    if (this.#closed.signal.aborted) {
      life.end(CLOSED);
      throw CLOSED;
    }
    this.#on = { life, camera: this.#describe(track) };
    this.#video.srcObject = stream;
    keepPlaying(this.#video, this.#limits.silenceMs, life.over, () => {
      life.end(new LivenessError('camera-lost', { detail: 'the video stays paused' }));
    });
    return this.#on.camera;
  }

  /** Resolves with the first picture. */
  async #play(signal: AbortSignal): Promise<void> {
    const life = this.#on?.life;
    if (!life) throw CLOSED;
    await whileCameraLives<void>([signal, life.over], this.#limits.silenceMs, (resolve, reject) => {
      this.#video.play().then(resolve, (cause: unknown) => {
        reject(new LivenessError('camera-lost', { cause }));
      });
      return () => undefined;
    });
  }

  #describe(track: MediaStreamTrack): RankedCamera {
    const { deviceId = '', facingMode } = track.getSettings();
    const listed = this.#devices.find((device) => device.deviceId === deviceId);
    const kind = listed?.kind ?? tellCameraKind(track.label, facingMode);
    return { deviceId, label: track.label, kind };
  }
}

function listing(signal: AbortSignal): Wait {
  return { what: 'the list of cameras', signal, limitMs: 'limited-inside' };
}
