import type { GestureName } from '../src/challenge/gesture.ts';
import type { NodefluxLiveness } from '../src/index.ts';
import type { Pacing } from '../src/submission/pacing.ts';

/** What the page heard of one check. */
export interface CheckOutcome {
  readonly event: 'liveness-success' | 'liveness-error';
  /** The job id, or the error's code. */
  readonly says: string;
  /** What was sent, in order. */
  readonly images: readonly string[];
  /** Gestures that were seen, in order. */
  readonly gestures: readonly GestureName[];
  /** Every state that was entered, in order. */
  readonly states: readonly string[];
  /** Why the small runtime was not enough; nothing, or the check fails. */
  readonly lacking: readonly string[];
  /** From Start to the end of the check. */
  readonly tookMs: number;
}

/** How the check is set up; what is left out stays as the page has it. */
export interface CheckSettings {
  readonly gestures?: readonly GestureName[];
  readonly gestureCount?: number;
  /** Software WebGL on two cores shows few frames a second: the person gets time, the facts stay the same. */
  readonly gestureTolerance?: number;
  readonly timeout?: number;
  readonly pacing?: Pacing;
}

/** Runs in the page: sets the next check up and takes notes of it, for {@link checkOutcome}. */
export function followCheck(settings: CheckSettings): void {
  const element = document.querySelector('nodeflux-liveness') as NodefluxLiveness;
  Object.assign(element, settings);
  const images: string[] = [];
  const gestures: string[] = [];
  const states: string[] = [];
  const lacking: string[] = [];
  let startedAtMs = 0;
  element.addEventListener('liveness-state', ({ detail: { state } }) => {
    const { name } = state;
    if (name === 'preparing' && state.fallback) {
      const { during, message } = state.fallback;
      if (!lacking.includes(`${during}: ${message}`)) lacking.push(`${during}: ${message}`);
    }
    if (name === 'preparing' && startedAtMs === 0) startedAtMs = performance.now();
    if (states.at(-1) !== name) states.push(name);
  });
  element.addEventListener('liveness-gesture', ({ detail: { gesture } }) => gestures.push(gesture));
  const ended = new Promise((resolve) => {
    const end = (event: string, says: string): void => {
      const tookMs = performance.now() - startedAtMs;
      resolve({ event, says, images, gestures, states, lacking, tookMs });
    };
    element.addEventListener('liveness-success', ({ type, detail }) => {
      images.push(...detail.images.map((image) => image.shows));
      end(type, detail.jobId);
    });
    element.addEventListener('liveness-error', ({ type, detail }) => end(type, detail.code));
  });
  Object.assign(globalThis, { checkEnded: ended });
}

/** Runs in the page: waits for the end of the check that is followed. */
export function checkOutcome(): Promise<CheckOutcome> {
  return (globalThis as unknown as { checkEnded: Promise<CheckOutcome> }).checkEnded;
}
