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
