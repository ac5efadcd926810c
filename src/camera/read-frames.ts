import { abortable } from '../abortable.ts';
import type { Frame } from './frame.ts';
import { LatestPicture } from './latest-picture.ts';
import { REPLACED, type TrackLife } from './track-life.ts';
import { whileCameraLives } from './while-camera-lives.ts';

/**
 * Reads frames off a playing video, and closes each when the next is asked for. One that came meanwhile waits, the newest
 * alone: frames are dropped, never queued.
 * `settled` gives the camera that is on; when that one is changed for another, the frames go on with the other.
 * @throws {LivenessError} `camera-lost`
 */
export async function* readFrames(
  video: HTMLVideoElement,
  settled: () => Promise<TrackLife>,
  silenceLimitMs: number,
  signal: AbortSignal,
): AsyncGenerator<Frame, never> {
  const latest = new LatestPicture(video);
  let life: TrackLife | undefined;
  try {
    for (;;) {
      const current = await abortable(settled(), signal);
      // What waits is of the camera before.
      if (life !== current) latest.drop();
      life = current;
      const arrived = await whileCameraLives<true>(
        [signal, current.over],
        silenceLimitMs,
        (resolve) => latest.whenThere(() => resolve(true)),
      ).catch((reason: unknown) => {
        if (reason !== REPLACED) throw reason;
        return false;
      });
      const frame = arrived && (await latest.take());
      if (!frame) continue;
      try {
        yield frame;
      } finally {
        frame.image.close();
      }
    }
  } finally {
    latest.close();
  }
}
