import { afterVisible } from '../edge/after-visible.ts';
import { LivenessError } from '../errors.ts';

/**
 * A camera that is muted for this long while the page is visible is taken for lost. iOS mutes it while another app has it,
 * Chromium while no pictures come; a slow start or a glance at a notification is shorter.
 */
export const MUTE_LIMIT_MS = 5000;

/** Why the life of a track ended when the camera was changed for another. */
export const REPLACED = Symbol('the camera was changed for another');

/**
 * The life of one camera track. It is over when the browser ends the track (unplugged, permission revoked), when it stays
 * muted, or when its owner ends it.
 */
export class TrackLife {
  readonly track: MediaStreamTrack;
  readonly #over = new AbortController();
  readonly #muteLimitMs: number;
  #callOff: (() => void) | undefined;

  constructor(track: MediaStreamTrack, muteLimitMs = MUTE_LIMIT_MS) {
    this.track = track;
    this.#muteLimitMs = muteLimitMs;
    track.addEventListener('ended', this.#ended);
    track.addEventListener('mute', this.#mute);
    track.addEventListener('unmute', this.#unmute);
    if (track.readyState === 'ended') this.#ended();
    else if (track.muted) this.#mute();
  }

  /** Aborts when the life is over; its reason is a `camera-lost`, or what the owner gave. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Ends it and switches the camera off. Safe to call twice; the first reason stays. */
  end(reason: unknown): void {
    this.#unmute();
    this.track.removeEventListener('ended', this.#ended);
    this.track.removeEventListener('mute', this.#mute);
    this.track.removeEventListener('unmute', this.#unmute);
    this.track.stop();
    this.#over.abort(reason);
  }

  readonly #ended = (): void => this.#lose('the track ended');

  readonly #mute = (): void => {
    this.#callOff ??= afterVisible(this.#muteLimitMs, () => this.#lose('the track is muted'));
  };

  readonly #unmute = (): void => {
    this.#callOff?.();
    this.#callOff = undefined;
  };

  #lose(detail: string): void {
    this.end(new LivenessError('camera-lost', { detail }));
  }
}

/** A camera that gives nothing for this long while the page is visible is taken for lost. */
export const SILENCE_LIMIT_MS = 8000;

/** Begins to wait for something of the camera, and returns how to stop waiting. */
export type BeginWait<T> = (
  resolve: (value: T) => void,
  reject: (reason: unknown) => void,
) => () => void;

/**
 * Waits for something of the camera for as long as there is one; everything that it hangs on the page is taken off again.
 * When one of the signals aborts it throws its reason.
 * @throws {LivenessError} `camera-lost` when nothing comes in time
 */
export function whileCameraLives<T>(
  signals: readonly AbortSignal[],
  silenceLimitMs: number,
  begin: BeginWait<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const undo: (() => void)[] = [];
    let settled = false;
    const settle = (act: () => void): void => {
      settled = true;
      for (const one of undo.splice(0)) one();
      act();
    };
    const fail = (reason: unknown): void => settle(() => reject(reason));

    for (const signal of signals) {
      const aborted = (): void => fail(signal.reason);
      if (signal.aborted) return aborted();
      signal.addEventListener('abort', aborted);
      undo.push(() => signal.removeEventListener('abort', aborted));
    }
    undo.push(
      afterVisible(silenceLimitMs, () =>
        fail(new LivenessError('camera-lost', { detail: 'no picture arrives' })),
      ),
    );
    const stopWaiting = begin((value) => settle(() => resolve(value)), fail);
    // `begin` may have settled synchronously, before there was anything to undo.
    if (settled) stopWaiting();
    else undo.push(stopWaiting);
  });
}
