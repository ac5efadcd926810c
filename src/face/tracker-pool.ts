import { waitFor } from '../edge/wait-for.ts';
import type { FaceAssets } from './asset-source.ts';
import { type AssetLocation, faceAssets } from './face-assets.ts';
import type { FaceTracker } from './face-tracker.ts';
import type { LoadProgress } from './load-progress.ts';

/** Starts a tracker on these assets; the signal ends it, even while it loads. */
export type StartTracker = (
  assets: FaceAssets,
  onProgress: LoadProgress,
  signal: AbortSignal,
) => Promise<FaceTracker>;

/** What is told of a tracker that loads. */
interface Loading {
  readonly listeners: Set<LoadProgress>;
  /** What was told last, for who joins later: how far it is. Why another runtime is loaded is news for who was there. */
  told?: [loadedBytes: number, totalBytes: number];
}

/** A tracker that several elements use. */
interface Shared {
  readonly key: string;
  readonly starting: Promise<FaceTracker>;
  readonly loading: Loading;
  readonly ending: AbortController;
  holders: number;
}

/**
 * One tracker per page and set of assets, however many elements there are: a second wasm heap would not fit a cheap phone.
 * A tracker that failed is forgotten, so that the next attempt starts afresh; the last holder to let go ends the worker.
 */
export class TrackerPool {
  readonly #start: StartTracker;
  readonly #shared = new Map<string, Shared>();

  constructor(start: StartTracker) {
    this.#start = start;
  }

  /** A lease for one element; it holds nothing before its first `acquire`. */
  lease(): TrackerLease {
    return new TrackerLease(this);
  }

  /** Adds a holder of the tracker for these assets; the first holder starts it. @internal */
  hold(location: AssetLocation): Shared {
    const assets = faceAssets(location);
    const key = `${assets.wasm.url} ${assets.model.url}`;
    const shared = this.#shared.get(key) ?? this.#open(key, assets);
    shared.holders++;
    return shared;
  }

  /** Removes a holder; the last one ends the tracker. @internal */
  letGo(shared: Shared): void {
    if (--shared.holders > 0) return;
    this.forget(shared);
    // Stops what is still being fetched.
    shared.ending.abort(new DOMException('nobody holds the tracker', 'AbortError'));
    shared.starting.then(
      (tracker) => tracker.close(),
      () => undefined,
    );
  }

  /** Takes the tracker out of the pool: the next lease starts another, even while this one is still held. @internal */
  forget(shared: Shared): void {
    if (this.#shared.get(shared.key) === shared) this.#shared.delete(shared.key);
  }

  #open(key: string, assets: FaceAssets): Shared {
    const loading: Loading = { listeners: new Set() };
    const ending = new AbortController();
    const report: LoadProgress = (...progress) => {
      loading.told = [progress[0], progress[1]];
      for (const listener of loading.listeners) listener(...progress);
    };
    const starting = this.#start(assets, report, ending.signal);
    const shared: Shared = { key, starting, loading, ending, holders: 0 };
    this.#shared.set(key, shared);
    starting.catch(() => this.forget(shared));
    return shared;
  }
}

interface Held {
  readonly shared: Shared;
  /** Given in the attributes; as long as they stay, so does the tracker. */
  readonly place: string;
  readonly ending: AbortController;
}

/**
 * One element's lease of a pool's tracker: taken at the first need, kept over retries, given back when the element
 * leaves. A tracker that failed is given back at once, so that the next need starts another.
 */
export class TrackerLease {
  readonly #pool: TrackerPool;
  #held: Held | undefined;

  constructor(pool: TrackerPool) {
    this.#pool = pool;
  }

  /**
   * The tracker for these assets; other assets than before release the one that is held. Rejects with an `AbortError`
   * when the lease is released meanwhile.
   * @throws {LivenessError} `assets-unreachable`, `assets-corrupt`, `unsupported-browser` or `tracker-failed`
   */
  async acquire(location: AssetLocation, onProgress: LoadProgress): Promise<FaceTracker> {
    const { assetUrl, modelUrl, runtime } = location;
    const place = JSON.stringify([assetUrl, modelUrl, runtime]);
    if (this.#held && this.#held.place !== place) this.release();
    this.#held ??= {
      shared: this.#pool.hold({ assetUrl, modelUrl, runtime }),
      place,
      ending: new AbortController(),
    };
    const held = this.#held;
    const { shared, ending } = held;
    shared.loading.listeners.add(onProgress);
    const { told } = shared.loading;
    if (told) onProgress(...told);
    try {
      // Loading has limits of its own; the release of the lease ends the wait.
      const tracker = await waitFor(shared.starting, {
        what: 'the face tracker',
        signal: ending.signal,
        limitMs: 'limited-inside',
      });
      return {
        track: async (frame) => {
          // A picture can make the tracker load another runtime.
          shared.loading.listeners.add(onProgress);
          try {
            return await tracker.track(frame);
          } catch (cause) {
            this.#pool.forget(shared);
            this.#giveBack(held);
            throw cause;
          } finally {
            shared.loading.listeners.delete(onProgress);
          }
        },
        close: () => this.release(),
      };
    } catch (cause) {
      this.#giveBack(held);
      throw cause;
    } finally {
      shared.loading.listeners.delete(onProgress);
    }
  }

  /** Gives the tracker back; safe to call when none is held. */
  release(): void {
    if (this.#held) this.#giveBack(this.#held);
  }

  #giveBack(held: Held): void {
    if (held.ending.signal.aborted) return;
    if (this.#held === held) this.#held = undefined;
    held.ending.abort();
    this.#pool.letGo(held.shared);
  }
}
