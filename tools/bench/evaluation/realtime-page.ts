/// <reference lib="dom" />
/** Runs in the page of {@link playToElement}, where Vite serves it; not in Node. */
import '../../../src/index.ts';
import type { FreeGestureName } from '../../../src/challenge/gesture.ts';
import type { CheckState } from '../../../src/check/check-state.ts';

/** One change of what the element shows. */
export interface ShownState {
  /** Seconds since the check was started. */
  readonly atS: number;
  readonly name: string;
}

/** Lets the element ask for one gesture, with the patience that is given, and returns all that it showed. */
export async function runCheck(gesture: FreeGestureName, patienceS: number): Promise<ShownState[]> {
  const element = document.createElement('nodeflux-liveness');
  element.gestures = [gesture];
  element.gestureCount = 1;
  element.gestureTolerance = 1000 * patienceS;
  element.timeout = 1000 * patienceS;
  element.apiUrl = location.origin;
  element.submissionToken = 'evaluation';
  const shown: ShownState[] = [];
  const startedAtMs = performance.now();
  const note = (name: string): void => {
    const atS = (performance.now() - startedAtMs) / 1000;
    if (shown.at(-1)?.name !== name) shown.push({ atS, name });
  };
  const ended = new Promise<void>((resolve) => {
    element.addEventListener('liveness-state', ({ detail: { state } }) => note(describe(state)));
    element.addEventListener('liveness-gesture', ({ detail }) => note(`seen: ${detail.gesture}`));
    element.addEventListener('liveness-success', () => resolve());
    element.addEventListener('liveness-error', () => resolve());
    setTimeout(resolve, 2000 * patienceS);
  });
  document.body.append(element);
  element.start();
  await ended;
  element.remove();
  return shown;
}

function describe(state: CheckState): string {
  if (state.name === 'failed') return `failed: ${state.error.code}`;
  if (state.name === 'preparing') return state.name;
  return 'hint' in state && state.hint ? `${state.name}: ${state.hint}` : state.name;
}
