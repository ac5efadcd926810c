import { sleep } from '../edge/sleep.ts';
import { type StartedWorker, startWorker } from '../edge/start-worker.ts';
import { LivenessError } from '../errors.ts';
import { VERSION } from '../version.ts';
import type { FaceAssets } from './asset-source.ts';
import { type FaceTracker, ScriptNotLoadedError, startFaceTracker } from './face-tracker.ts';
import { startWithFallback } from './fallback-tracker.ts';
import type { LoadProgress } from './load-progress.ts';
import { TrackerPool } from './tracker-pool.ts';

/** The trackers of this page; each lives in a worker of its own. */
export const PAGE_TRACKERS = new TrackerPool((assets, onProgress, signal) =>
  startWithFallback(
    (these, onTheirProgress) => startTracker(these, onTheirProgress, signal),
    assets,
    onProgress,
    // biome-ignore lint/suspicious/noConsole: nothing else tells the developer that the small runtime lacks a function.
    (message) => console.warn(message),
  ),
);

/** A server in trouble often answers the next request. */
const SCRIPT_PAUSES_MS: readonly number[] = [300, 1000, 2000];

async function startTracker(
  assets: FaceAssets,
  onProgress: LoadProgress,
  signal: AbortSignal,
): Promise<FaceTracker> {
  for (let tried = 0; ; tried++) {
    try {
      const { worker, url } = startTrackerWorker(assets);
      return await startFaceTracker(worker, assets, onProgress, { signal, scriptUrl: url });
    } catch (error) {
      const pauseMs = SCRIPT_PAUSES_MS[tried];
      const isMissing =
        error instanceof LivenessError && error.cause instanceof ScriptNotLoadedError;
      if (!isMissing || pauseMs === undefined) throw error;
      await sleep(pauseMs, signal);
    }
  }
}

function startTrackerWorker({ workerUrl }: FaceAssets): StartedWorker {
  try {
    return startWorker(
      () =>
        // Written out in full, so that bundlers see the worker.
        new Worker(new URL('./tracker-worker.ts', import.meta.url), {
          type: 'module',
          // Some call the file so, without a hash: two versions in one cache are two files.
          name: `nodeflux-liveness-face-tracker-${VERSION}`,
        }),
      workerUrl ? { url: workerUrl, name: `nodeflux-liveness-face-tracker-${VERSION}` } : undefined,
    );
  } catch (cause) {
    // A page's CSP may forbid workers, and a bundle that is no module does not know where its own is.
    const detail =
      'the browser refused the worker; allow `worker-src` and, where it is asked for, `trusted-types nodeflux-liveness`, and set `asset-url` where the bundle is no module';
    throw new LivenessError('tracker-failed', { cause, detail });
  }
}
