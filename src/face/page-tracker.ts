import { LivenessError } from '../errors.ts';
import { startFaceTracker } from './face-tracker.ts';
import { TrackerPool } from './tracker-pool.ts';

/** The trackers of this page; each lives in a worker of its own. */
export const PAGE_TRACKERS = new TrackerPool(async (assets, onProgress) =>
  startFaceTracker(startWorker(), assets, onProgress),
);

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
