import { abortable } from '../edge/abortable.ts';
import type { FaceTracker } from './face-tracker.ts';
import type { LoadProgress } from './load-assets.ts';

/** A user's hold on the page's tracker. Release it on every path; the last one out ends the worker. */
export interface TrackerLease {
  readonly tracker: FaceTracker;
  release(): void;
  /** Releases a tracker that no longer works: whoever asks next gets another, even while somebody still holds this one. */
  discard(): void;
}

/** Starts a tracker for a key (its asset URLs). */
export type StartTracker = (onProgress: LoadProgress) => Promise<FaceTracker>;

interface Shared {
  readonly starting: Promise<FaceTracker>;
  readonly listeners: Set<LoadProgress>;
  holders: number;
}

/**
 * One tracker per page and set of assets, however many elements there are: a second wasm heap would not fit a cheap phone.
 * A tracker that failed to start is forgotten, so that the next attempt starts afresh.
 */
export class TrackerPool {
  readonly #shared = new Map<string, Shared>();

  /** Waits for the tracker; rejects when it cannot start or when `signal` aborts. */
  async acquire(
    key: string,
    start: StartTracker,
    onProgress: LoadProgress,
    signal: AbortSignal,
  ): Promise<TrackerLease> {
    signal.throwIfAborted();
    const shared = this.#shared.get(key) ?? this.#start(key, start);
    shared.holders++;
    shared.listeners.add(onProgress);
    let released = false;
    const release = (): void => {
      if (released) return;
      released = true;
      shared.listeners.delete(onProgress);
      if (--shared.holders === 0) this.#end(key, shared);
    };
    const discard = (): void => {
      this.#forget(key, shared);
      release();
    };
    try {
      return { tracker: await abortable(shared.starting, signal), release, discard };
    } catch (error) {
      release();
      throw error;
    }
  }

  #start(key: string, start: StartTracker): Shared {
    const listeners = new Set<LoadProgress>();
    const starting = start((loadedBytes, totalBytes) => {
      for (const listener of listeners) listener(loadedBytes, totalBytes);
    });
    const shared: Shared = { starting, listeners, holders: 0 };
    this.#shared.set(key, shared);
    starting.catch(() => this.#forget(key, shared));
    return shared;
  }

  #forget(key: string, shared: Shared): void {
    if (this.#shared.get(key) === shared) this.#shared.delete(key);
  }

  #end(key: string, shared: Shared): void {
    this.#forget(key, shared);
    shared.starting.then(
      (tracker) => tracker.close(),
      () => undefined,
    );
  }
}
