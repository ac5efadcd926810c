import { LivenessError } from '../errors.ts';
import { type AssetLocation, faceAssets } from './face-assets.ts';
import { startFaceTracker } from './face-tracker.ts';
import type { LoadProgress } from './load-assets.ts';
import { type TrackerLease, TrackerPool } from './shared-tracker.ts';

const pool = new TrackerPool();

/**
 * Holds the page's tracker, starting it if nobody does yet.
 * @throws {LivenessError} `assets-unreachable`, `assets-corrupt`, `unsupported-browser` or `tracker-failed`
 */
export function acquirePageTracker(
  location: AssetLocation,
  onProgress: LoadProgress,
  signal: AbortSignal,
): Promise<TrackerLease> {
  const assets = faceAssets(location);
  return pool.acquire(
    `${assets.wasm.url} ${assets.model.url}`,
    async (report) => startFaceTracker(startWorker(), assets, report),
    onProgress,
    signal,
  );
}

function startWorker(): Worker {
  try {
    // Written out in full, so that bundlers see the worker.
    return new Worker(new URL('./tracker-worker.ts', import.meta.url), {
      type: 'module',
      name: 'nodeflux-liveness-face-tracker',
    });
  } catch (cause) {
    // A page may start workers from its own origin only, and its CSP may forbid even those.
    const detail = 'the browser refused the worker; serve the module from the page’s own origin';
    throw new LivenessError('tracker-failed', { cause, detail });
  }
}
