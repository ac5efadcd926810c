import * as Comlink from 'comlink';
import type { Frame } from '../camera/frame.ts';
import { afterVisible } from '../edge/after-visible.ts';
import { isOtherOrigin } from '../edge/start-worker.ts';
import { WaitTimeoutError, waitFor } from '../edge/wait-for.ts';
import { LivenessError } from '../errors.ts';
import type { FaceAssets } from './asset-source.ts';
import type { FaceSignals } from './face-signals.ts';
import { fetchFiles } from './fetch-files.ts';
import type { FetchFile } from './load-assets.ts';
import type { LoadProgress } from './load-progress.ts';
import type { TrackerWorkerApi } from './tracker-worker.ts';
import { readWireError } from './worker-errors.ts';

/** Tells what is in a frame. One frame at a time: ask again when the last answer is there. */
export interface FaceTracker {
  /**
   * Resolves with the signals of this very frame, which stays the caller's.
   * @throws {LivenessError} `tracker-failed`
   */
  track(frame: Frame): Promise<FaceSignals>;
  /** Frees everything. */
  close(): void;
}

/**
 * A worker that says nothing for this long while the page is visible is gone: browsers end workers without a word when
 * memory runs out. The slowest honest answers are those of a phone that is out of breath, a second.
 */
const ANSWER_LIMIT_MS = 15_000;
/** Longest until the worker's script runs: 90 kB, for which nobody shows any progress while the camera is on. */
const SCRIPT_LIMIT_MS = 14_000;

/** The worker's script was not loaded, or not allowed: browsers say no more. It may load at the next try. */
export class ScriptNotLoadedError extends Error {
  override readonly name = 'ScriptNotLoadedError';
}

/** What ends a tracker besides its owner. */
export interface TrackerLimits {
  /** Ends the worker, and with it whatever is still being fetched. */
  readonly signal?: AbortSignal;
  /** Where the worker's script comes from, to be told where it does not come. */
  readonly scriptUrl?: string;
  readonly answerLimitMs?: number;
  readonly scriptLimitMs?: number;
}

/**
 * Starts a tracker in a module worker.
 * @throws {LivenessError} `assets-unreachable`, `assets-corrupt`, `unsupported-browser` or `tracker-failed`
 */
export async function startFaceTracker(
  worker: Worker,
  assets: FaceAssets,
  onProgress: LoadProgress,
  {
    signal,
    scriptUrl,
    answerLimitMs = ANSWER_LIMIT_MS,
    scriptLimitMs = SCRIPT_LIMIT_MS,
  }: TrackerLimits = {},
): Promise<FaceTracker> {
  const fetching = new AbortController();
  const fetchFile = fetchFiles(assets, onProgress, fetching.signal);
  const remote = Comlink.wrap<TrackerWorkerApi>(worker);
  // Comlink never settles a call whose worker died, so every call races against the worker's own error.
  const { promise: died, reject: die } = withResolvers<never>();
  died.catch(() => undefined);
  worker.addEventListener('error', (event) => {
    // Handled: it is reported as an error of the check. Keeps it from window.onerror.
    event.preventDefault();
    die(
      event.message
        ? new LivenessError('tracker-failed', { detail: event.message })
        : new LivenessError('assets-unreachable', {
            cause: new ScriptNotLoadedError(),
            detail: whyNotLoaded(scriptUrl),
            errors: scriptUrl ? [scriptUrl] : [],
          }),
    );
  });
  let isClosed = false;
  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    fetching.abort();
    remote[Comlink.releaseProxy]();
    worker.terminate();
    die(new LivenessError('tracker-failed', { detail: 'the tracker was closed' }));
  };
  signal?.addEventListener('abort', close, { once: true });
  try {
    signal?.throwIfAborted();
    await Promise.race([scriptRuns(remote, scriptLimitMs), died]);
    const failure = await Promise.race([
      remote.load(assets, Comlink.proxy(handOver(fetchFile))),
      died,
    ]);
    if (failure) throw readWireError(failure);
  } catch (error) {
    close();
    throw error;
  }
  return {
    async track({ image, widthPx, heightPx, capturedAtMs }) {
      const copy = image instanceof ImageBitmap ? await createImageBitmap(image) : image.clone();
      const callOff = afterVisible(answerLimitMs, () => {
        die(new LivenessError('tracker-failed', { detail: 'the worker does not answer' }));
      });
      const ask = async () =>
        remote.track(Comlink.transfer(copy, [copy]), { widthPx, heightPx }, capturedAtMs);
      const answer = await Promise.race([died, ask()]).finally(() => {
        callOff();
        // Only a copy that was never sent is still open here.
        copy.close();
      });
      if ('failed' in answer) throw readWireError(answer);
      return answer;
    },
    close,
  };
}

/** The worker becomes the owner of what was fetched: nothing of a megabyte is copied. */
function handOver(fetchFile: FetchFile): FetchFile {
  return async (part, cache) => {
    const file = await fetchFile(part, cache);
    return 'failed' in file ? file : Comlink.transfer(file, [file.bytes.buffer]);
  };
}

/** A script that a server drips, or never answers, ends in no error of the worker's. */
async function scriptRuns(
  remote: Comlink.Remote<TrackerWorkerApi>,
  limitMs: number,
): Promise<void> {
  const greeting = remote.greet();
  try {
    await waitFor(greeting, { what: 'the tracker’s worker', limitMs, clock: afterVisible });
  } catch (cause) {
    if (cause instanceof WaitTimeoutError) {
      throw new LivenessError('assets-unreachable', { cause, detail: cause.message });
    }
    // Whatever else it says, it runs.
  }
}

/** Browsers say nothing of why a worker's script was not taken. */
function whyNotLoaded(url?: string): string {
  const fact = `${url ?? 'the worker'} did not load`;
  if (url && isOtherOrigin(url)) {
    return `${fact}; its host must send Access-Control-Allow-Origin, and a policy of this page allow \`worker-src blob: ${new URL(url).origin}\``;
  }
  return globalThis.crossOriginIsolated
    ? `${fact}; this page sends Cross-Origin-Embedder-Policy, so the worker’s host must send it with the worker too`
    : fact;
}

function withResolvers<T>(): { promise: Promise<T>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((_, no) => {
    reject = no;
  });
  return { promise, reject };
}
