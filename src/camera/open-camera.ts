import { LivenessError } from '../errors.ts';
import { CAMERA_LIMITS, CameraFeed, type CameraLimits } from './camera-feed.ts';
import type { Frame } from './frame.ts';
import { keepScreenOn } from './keep-screen-on.ts';
import type { RankedCamera } from './rank-cameras.ts';
import { readFrames } from './read-frames.ts';

/** An open camera. Whoever opens it closes it. */
export interface Camera {
  /** Shows the camera; the UI places this very node. Muted, inline, playing; the same through every switch. */
  readonly video: HTMLVideoElement;
  /** The camera that is on: another object after each switch, even when it is the same camera again. */
  readonly current: RankedCamera;
  /** The cameras of this device, the best first; empty where the browser does not tell. */
  readonly devices: readonly RankedCamera[];
  /**
   * Frames, each asked for when the last one was taken back, so that a slow device skips frames instead of queueing them.
   * Every frame is closed when the next is asked for: clone what must live longer. A switch does not end them.
   * @throws {LivenessError} `camera-lost` when the camera ends, stays muted or falls silent
   */
  frames(signal: AbortSignal): AsyncGenerator<Frame, never>;
  /**
   * Changes to another camera, and resolves when there are pictures again. One that cannot be opened is left, and the one
   * before goes on; when that cannot be had either, the frames end with the error.
   */
  switchTo(deviceId: string): Promise<void>;
  /** Calls back when `devices` has changed (a camera was connected or unplugged, or the list came late), until the camera is closed. */
  onDevicesChanged(listener: () => void): void;
  /** Stops the camera: the indicator light goes off. Safe to call twice. */
  close(): void;
}

/**
 * Asks for the front camera and starts it. When the browser gives one that does not show the person well and there is
 * a better one, that one is taken. A camera that the person has chosen before, `wantedId`, comes before all others.
 * @throws {LivenessError} `insecure-context`, `unsupported-browser` or one of the `camera-…` codes
 */
export async function openCamera(
  signal: AbortSignal,
  wantedId?: string,
  changed: Partial<CameraLimits> = {},
): Promise<Camera> {
  signal.throwIfAborted();
  if (!globalThis.isSecureContext) throw new LivenessError('insecure-context');
  const { mediaDevices } = navigator;
  if (!mediaDevices?.getUserMedia) throw new LivenessError('unsupported-browser');
  const limits = { ...CAMERA_LIMITS, ...changed };
  const video = inlineVideo();
  const closing = new AbortController();
  const listeners = new Set<() => void>();
  const tellDevices = (): void => {
    if (!closing.signal.aborted) for (const listener of listeners) listener();
  };
  const feed = new CameraFeed(video, limits, tellDevices);
  const close = (): void => {
    closing.abort();
    feed.close();
  };
  try {
    await feed.start(signal, wantedId);
  } catch (error) {
    close();
    throw error;
  }
  keepScreenOn(closing.signal);
  mediaDevices.addEventListener(
    'devicechange',
    () => void feed.refreshDevices().then(tellDevices),
    { signal: closing.signal },
  );
  return {
    video,
    get current() {
      return feed.current;
    },
    get devices() {
      return feed.devices;
    },
    frames: (framesSignal) =>
      readFrames(video, () => feed.settled(), limits.silenceMs, framesSignal),
    switchTo: (deviceId) => feed.switchTo(deviceId),
    onDevicesChanged: (listener) => {
      listeners.add(listener);
    },
    close,
  };
}

function inlineVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  // iOS opens a full-screen player without it.
  video.playsInline = true;
  video.disablePictureInPicture = true;
  return video;
}
