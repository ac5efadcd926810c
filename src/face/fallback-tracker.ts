import { LivenessError } from '../errors.ts';
import type { FaceAssets } from './asset-source.ts';
import type { FaceTracker } from './face-tracker.ts';
import type { LoadProgress } from './load-progress.ts';
import { type RuntimeFallback, RuntimeFault } from './runtime-fault.ts';

/** Starts one tracker on these assets, with the runtime that is `wasm`. */
export type StartOnce = (assets: FaceAssets, onProgress: LoadProgress) => Promise<FaceTracker>;

/** What a developer is told, once, as nothing of it reaches the person. */
export type TellDeveloper = (message: string) => void;

/**
 * Starts a tracker on the small runtime. Where that fails, at its start or at a picture, another one is started on the
 * whole runtime, which is fetched only then, and looks at the same picture again: whoever waits for an answer waits longer.
 * @throws {LivenessError} as {@link StartOnce}
 */
export async function startWithFallback(
  start: StartOnce,
  assets: FaceAssets,
  onProgress: LoadProgress,
  tell: TellDeveloper,
): Promise<FaceTracker> {
  const { wholeWasm, ...others } = assets;
  if (!wholeWasm) return start(assets, onProgress);

  const fallBack = (fault: RuntimeFault, during: RuntimeFallback['during']) => {
    const { functions, message } = fault;
    const fallback: RuntimeFallback = { during, functions, message };
    tell(
      `nodeflux-liveness: the small runtime failed at ${during === 'start' ? 'its start' : 'a picture'} (${message}; functions ${functions.join(', ') || 'unknown'}). ` +
        'The whole one runs in its place. Please report this line; runtime="whole" avoids the detour.',
    );
    onProgress(0, wholeWasm.bytes ?? 0, fallback);
    return start({ ...others, wasm: wholeWasm }, (loadedBytes, totalBytes) =>
      onProgress(loadedBytes, totalBytes, fallback),
    );
  };

  let current = start(assets, onProgress).catch((error: unknown) => {
    const fault = faultOf(error);
    if (!fault) throw error;
    return fallBack(fault, 'start');
  });
  await current;
  let isClosed = false;
  return {
    async track(frame) {
      const asked = current;
      try {
        return await (await asked).track(frame);
      } catch (error) {
        if (isClosed) throw error;
        const fault = faultOf(error);
        if (current === asked) {
          if (!fault) throw error;
          // First the old one's memory goes: a cheap phone has no room for two.
          current = asked.then((failed) => {
            failed.close();
            return fallBack(fault, 'frame');
          });
          current.catch(() => undefined);
        }
        // Another caller's picture may have ended the tracker that this one was asked of.
        return (await current).track(frame);
      }
    },
    close() {
      isClosed = true;
      current.then(
        (tracker) => tracker.close(),
        () => undefined,
      );
    },
  };
}

function faultOf(error: unknown): RuntimeFault | undefined {
  const cause = error instanceof LivenessError ? error.cause : undefined;
  return cause instanceof RuntimeFault ? cause : undefined;
}
