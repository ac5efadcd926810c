import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  LivenessCancelEvent,
  LivenessErrorEvent,
  LivenessGestureEvent,
  LivenessStateEvent,
  LivenessSuccessEvent,
} from '../events.ts';
import { runSession, type SessionListener } from '../session/run-session.ts';
import type { SessionOptions, SessionParts } from '../session/session-options.ts';
import type { SessionState } from '../session/session-state.ts';
import { toLivenessError } from '../session/to-liveness-error.ts';

/** The host's side of a check: what to do, and with which parts. Asked anew at each start. */
export interface CheckHost extends ReactiveControllerHost, EventTarget {
  sessionOptions(): SessionOptions;
  sessionParts(): SessionParts;
}

/**
 * Owns the life of a check for an element: at most one runs, it ends when the element leaves the page,
 * and everything that it says becomes the element's state and events.
 */
export class CheckController implements ReactiveController {
  readonly #host: CheckHost;
  #running: AbortController | undefined;
  #state: SessionState = { name: 'idle' };
  #preview: HTMLVideoElement | undefined;

  constructor(host: CheckHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Where the check is. */
  get state(): SessionState {
    return this.#state;
  }

  /** The camera's picture while the camera is on. */
  get preview(): HTMLVideoElement | undefined {
    return this.#preview;
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#show(undefined);
    // An element that is only moved shows itself again, and then it must not show what is no more.
    if (this.#state.name !== 'idle') this.#enter({ name: 'idle' });
  }

  /** Begins a check; does nothing while one runs. */
  start(): void {
    if (this.#running) return;
    const running = new AbortController();
    this.#running = running;
    void this.#run(running);
  }

  /** Ends the running check, at once for the person; does nothing when none runs. */
  cancel(): void {
    if (!this.#running) return;
    this.#running.abort();
    this.#running = undefined;
    this.#show(undefined);
    this.#enter({ name: 'cancelled' });
    this.#host.dispatchEvent(new LivenessCancelEvent());
  }

  async #run(running: AbortController): Promise<void> {
    const isCurrent = (): boolean => this.#running === running;
    const listener: SessionListener = {
      onState: (state) => {
        if (isCurrent()) this.#enter(state);
      },
      onPreview: (video) => {
        if (isCurrent()) this.#show(video);
      },
      onGesture: (gesture, index, count) => {
        if (isCurrent()) {
          this.#host.dispatchEvent(new LivenessGestureEvent(gesture, index, count));
        }
      },
    };
    try {
      const options = this.#host.sessionOptions();
      const parts = this.#host.sessionParts();
      const result = await runSession(options, parts, listener, running.signal);
      const { jobId, images, paced, verdict } = result;
      if (!isCurrent()) return;
      this.#running = undefined;
      this.#enter({ name: 'done', jobId, verdict });
      this.#host.dispatchEvent(
        new LivenessSuccessEvent({ jobId, images, paced, ...(verdict && { verdict }) }),
      );
    } catch (cause) {
      // An abort is not an error: whoever aborted has said so.
      if (!isCurrent()) return;
      this.#running = undefined;
      const error = toLivenessError(cause);
      this.#enter({ name: 'failed', error });
      this.#host.dispatchEvent(new LivenessErrorEvent(error));
    }
  }

  #enter(state: SessionState): void {
    this.#state = state;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new LivenessStateEvent(state));
  }

  #show(video: HTMLVideoElement | undefined): void {
    this.#preview = video;
    this.#host.requestUpdate();
  }
}
