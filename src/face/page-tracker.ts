import { startTrustedWorker } from '../edge/trusted-worker.ts';
import { LivenessError } from '../errors.ts';
import { startFaceTracker } from './face-tracker.ts';
import { TrackerPool } from './tracker-pool.ts';

/** The trackers of this page; each lives in a worker of its own. */
export const PAGE_TRACKERS = new TrackerPool(async (assets, onProgress, signal) =>
  startFaceTracker(startWorker(), assets, onProgress, { signal }),
);

function startWorker(): Worker {
  try {
    return startTrustedWorker(
      () =>
        // Written out in full, so that bundlers see the worker.
        new Worker(new URL('./tracker-worker.ts', import.meta.url), {
          type: 'module',
          name: 'nodeflux-liveness-face-tracker',
        }),
    );
  } catch (cause) {
    // A page may start workers from its own origin only, and its CSP may forbid even those.
    const detail =
      'the browser refused the worker; serve the module from the page’s own origin, and allow `worker-src` and, where it is asked for, `trusted-types nodeflux-liveness`';
    throw new LivenessError('tracker-failed', { cause, detail });
  }
}
