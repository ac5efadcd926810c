import { abortable } from '../edge/abortable.ts';
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
  let latest: LatestPicture | undefined;
  let life: TrackLife | undefined;
  try {
    for (;;) {
      const current = await abortable(settled(), signal);
      if (!latest || life !== current) {
        // What waits is of the camera before.
        latest?.close();
        latest = new LatestPicture(video, current);
        life = current;
      }
      const waiting = latest;
      const arrived = await whileCameraLives<true>(
        [signal, current.over],
        silenceLimitMs,
        (resolve) => waiting.whenThere(() => resolve(true)),
      ).catch((reason: unknown) => {
        if (reason !== REPLACED) throw reason;
        return false;
      });
      const frame = arrived && (await waiting.take());
      if (!frame) continue;
      try {
        yield frame;
      } finally {
        frame.image.close();
      }
    }
  } finally {
    latest?.close();
  }
}
