import { afterVisible } from '../edge/after-visible.ts';

/** Pause between two attempts to play a video that the browser has paused. */
const PLAY_AGAIN_MS = 500;

/**
 * Plays a camera's video again whenever the browser pauses it (a call, saving power, a node that is moved), until `signal`
 * aborts; calls `giveUp` when it does not play again for `limitMs` of the page being visible.
 */
export function keepPlaying(
  video: HTMLVideoElement,
  limitMs: number,
  signal: AbortSignal,
  giveUp: () => void,
): void {
  let callOff: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => {
    clearTimeout(timer);
    callOff?.();
    callOff = undefined;
  };
  const again = (): void => {
    clearTimeout(timer);
    if (!video.paused) {
      rest();
      return;
    }
    callOff ??= afterVisible(limitMs, giveUp);
    // A refusal (no gesture, a hidden page) and a promise that never settles end alike: another attempt.
    video.play().then(rest, () => undefined);
    timer = setTimeout(again, PLAY_AGAIN_MS);
  };
  const within = { signal };
  video.addEventListener('pause', again, within);
  video.addEventListener('playing', rest, within);
  signal.addEventListener('abort', rest, { once: true });
}
