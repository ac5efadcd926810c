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
    (report) =>
      startFaceTracker(
        new Worker(new URL('./tracker-worker.ts', import.meta.url), {
          type: 'module',
          name: 'nodeflux-liveness-face-tracker',
        }),
        assets,
        report,
      ),
    onProgress,
    signal,
  );
}
