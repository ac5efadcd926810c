import type { AssetLocation } from './face-assets.ts';
import type { FaceTracker } from './face-tracker.ts';
import type { LoadProgress } from './load-assets.ts';
import { acquirePageTracker } from './page-tracker.ts';
import type { TrackerLease } from './shared-tracker.ts';

interface Hold {
  readonly key: string;
  readonly listeners: Set<LoadProgress>;
  readonly ending: AbortController;
  readonly lease: Promise<TrackerLease>;
}

/**
 * One element's hold on the page's tracker: taken at the first need, kept over retries, given back when the element
 * leaves. A tracker that failed is given back at once, so that the next need starts another.
 */
export class TrackerHold {
  #hold: Hold | undefined;

  /** The tracker for these assets; other assets than before release the one held. */
  async acquire(location: AssetLocation, onProgress: LoadProgress): Promise<FaceTracker> {
    const { assetUrl, modelUrl } = location;
    const key = JSON.stringify([assetUrl, modelUrl]);
    if (this.#hold && this.#hold.key !== key) this.release();
    this.#hold ??= take(key, { assetUrl, modelUrl });
    const hold = this.#hold;
    hold.listeners.add(onProgress);
    try {
      const { tracker, discard } = await hold.lease;
      return {
        track: (frame) =>
          tracker.track(frame).catch((cause: unknown) => {
            discard();
            if (this.#hold === hold) this.#hold = undefined;
            throw cause;
          }),
        close: () => this.release(),
      };
    } catch (cause) {
      if (this.#hold === hold) this.#hold = undefined;
      throw cause;
    } finally {
      hold.listeners.delete(onProgress);
    }
  }

  /** Gives the tracker back; safe to call when none is held. */
  release(): void {
    const hold = this.#hold;
    if (!hold) return;
    this.#hold = undefined;
    hold.ending.abort();
    hold.lease.then(
      (lease) => lease.release(),
      () => undefined,
    );
  }
}

function take(key: string, location: AssetLocation): Hold {
  const ending = new AbortController();
  const listeners = new Set<LoadProgress>();
  const report: LoadProgress = (loadedBytes, totalBytes) => {
    for (const listener of listeners) listener(loadedBytes, totalBytes);
  };
  return { key, listeners, ending, lease: acquirePageTracker(location, report, ending.signal) };
}
