import { LivenessError } from '../errors.ts';
import { cameraError } from './camera-error.ts';
import type { Frame } from './frame.ts';
import { readFrames } from './read-frames.ts';
import { SILENCE_LIMIT_MS, whileCameraLives } from './while-camera-lives.ts';

/** An open camera. Whoever opens it closes it. */
export interface Camera {
  /** Shows the camera; the UI places this very node. Muted, inline, playing. */
  readonly video: HTMLVideoElement;
  /** What the browser calls the camera. */
  readonly label: string;
  /**
   * Frames, each asked for when the last one was taken back, so that a slow device skips frames instead of queueing them.
   * Every frame is closed when the next is asked for: clone what must live longer.
   * @throws {LivenessError} `camera-lost` when the camera ends or falls silent
   */
  frames(signal: AbortSignal): AsyncGenerator<Frame, never>;
  /** Stops every track: the indicator light goes off. Safe to call twice. */
  close(): void;
}

/** The front camera at 720p or the nearest that there is. */
const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
};

/**
 * Asks for the camera and starts it. A camera that gives no picture for `silenceLimitMs` is taken for lost.
 * @throws {LivenessError} `insecure-context`, `unsupported-browser` or one of the `camera-…` codes
 */
export async function openCamera(
  signal: AbortSignal,
  silenceLimitMs = SILENCE_LIMIT_MS,
): Promise<Camera> {
  signal.throwIfAborted();
  if (!globalThis.isSecureContext) throw new LivenessError('insecure-context');
  if (!navigator.mediaDevices?.getUserMedia) throw new LivenessError('unsupported-browser');
  const stream = await navigator.mediaDevices.getUserMedia(WANTED).catch((cause: unknown) => {
    throw cameraError(cause, cameraAllowedByPolicy(document));
  });
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  const video = document.createElement('video');
  try {
    // The person may have cancelled while the browser's question was open.
    signal.throwIfAborted();
    const track = stream.getVideoTracks()[0];
    if (!track) throw new LivenessError('camera-missing');
    await whileCameraLives<void>(track, silenceLimitMs, signal, (resolve, reject) => {
      play(video, stream).then(resolve, reject);
      return () => undefined;
    });
    return {
      video,
      label: track.label,
      frames: (framesSignal) => readFrames(video, track, silenceLimitMs, framesSignal),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Resolves with the first picture. */
async function play(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.muted = true;
  // iOS opens a full-screen player without it.
  video.playsInline = true;
  video.disablePictureInPicture = true;
  video.srcObject = stream;
  await video.play().catch((cause: unknown) => {
    throw new LivenessError('camera-lost', { cause });
  });
}

/** `undefined` where the browser does not tell. */
function cameraAllowedByPolicy(document: Document): boolean | undefined {
  const { featurePolicy } = document as Document & {
    featurePolicy?: { allowsFeature(feature: string): boolean };
  };
  return featurePolicy?.allowsFeature('camera');
}
