/** What runs in the page: one check of a fresh element before a camera with one fault. */
import type { NodefluxLiveness } from '../../../src/index.ts';
import { createSimulatedPerson, obey } from '../../../src/testing/index.ts';
import { CAMERA_FAULTS, type FaultScene } from './camera-faults.ts';
import { FaultyCamera } from './faulty-camera.ts';

/** How one check ended. */
export interface CameraEnd {
  /** `success`, the error's code, `cancelled`, `idle`, or `still …` when it did not end. */
  readonly end: string;
  readonly seconds: number;
  readonly cameraOff: boolean;
  readonly retryable: boolean | undefined;
  /** What the person reads at the end. */
  readonly reads: string;
  /** What the person was told of the picture before. */
  readonly told: readonly string[];
  /** Longest time with the camera on in which nothing that the person reads changed and nothing was asked of them. */
  readonly longestStillSeconds: number;
  readonly detail: string;
}

/** Longest that any check may take before it counts as one that does not end. */
const HARD_LIMIT_MS = 150_000;
/** The camera is switched off after the end is told: the event comes first. */
const OFF_WITHIN_MS = 500;

/** Runs one check to its end. */
export async function runInPage(name: string): Promise<CameraEnd> {
  const fault = CAMERA_FAULTS[name];
  if (!fault) throw new RangeError(`There is no fault "${name}".`);
  document.querySelector('dialog')?.remove();
  document.querySelector('nodeflux-liveness')?.remove();
  // Drawn small: without a graphics card the drawing takes what the tracker needs.
  const person = await createSimulatedPerson({ widthPx: 320, heightPx: 240 });
  const camera = new FaultyCamera(person, { framesPerSecond: 12, ...fault.camera });
  const dialog = document.createElement('dialog');
  const element = document.createElement('nodeflux-liveness');
  for (const [attribute, value] of Object.entries({
    lang: 'en',
    'api-url': '/service',
    'token-url': '/liveness/token',
    pacing: 'off',
    'image-quality-filter': 'off',
    gestures: 'smile',
    'gesture-count': '1',
    timeout: '120000',
    'gesture-tolerance': '30000',
  })) {
    element.setAttribute(attribute, value);
  }
  dialog.append(element);
  document.body.append(dialog);
  dialog.showModal();
  // The wait for the assets is another command's to try.
  await element.preload();
  const stopObeying = obey(element, person);
  const watch = watchScreen(element, camera);
  const scene: FaultScene = {
    camera,
    element,
    dialog,
    until: (state) => untilState(element, state),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    ignore: stopObeying,
  };
  const ended = untilEnd(element);
  const startedAtMs = performance.now();
  const playing = Promise.resolve(fault.play?.(scene));
  playing.catch((error: unknown) => console.warn(name, error));
  element.start();
  const end = await ended;
  const seconds = (performance.now() - startedAtMs) / 1000;
  await scene.wait(OFF_WITHIN_MS);
  const cameraOff = !camera.on;
  await element.updateComplete;
  const reads = ['.title', '.text']
    .map((part) => element.shadowRoot?.querySelector(part)?.textContent?.trim() ?? '')
    .filter(Boolean)
    .join('. ');
  const screen = watch();
  stopObeying();
  dialog.remove();
  element.remove();
  camera.close();
  person.dispose();
  return { ...end, ...screen, seconds, cameraOff, reads };
}

function untilEnd(
  element: NodefluxLiveness,
): Promise<Pick<CameraEnd, 'end' | 'retryable' | 'detail'>> {
  return new Promise((resolve) => {
    const end = (how: string, retryable?: boolean, detail = ''): void =>
      resolve({ end: how, retryable, detail });
    let begun = false;
    element.addEventListener('liveness-success', () => end('success'));
    element.addEventListener('liveness-cancel', () => end('cancelled'));
    element.addEventListener('liveness-error', ({ detail: { code, retryable, error } }) =>
      end(code, retryable, error.detail),
    );
    element.addEventListener('liveness-state', ({ detail: { state } }) => {
      if (begun && state.name === 'idle') end('idle');
      begun ||= state.name !== 'idle';
    });
    setTimeout(() => end(`still ${element.state.name}`), HARD_LIMIT_MS);
  });
}

function untilState(element: NodefluxLiveness, name: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (element.state.name !== name) return;
      element.removeEventListener('liveness-state', look);
      resolve();
    };
    element.addEventListener('liveness-state', look);
    look();
  });
}

/** Notes what the person is told of the picture, and how long the screen stands still without asking for anything. */
function watchScreen(
  element: NodefluxLiveness,
  camera: FaultyCamera,
): () => Pick<CameraEnd, 'told' | 'longestStillSeconds'> {
  const told = new Set<string>();
  let shown = '';
  let sinceMs = performance.now();
  let longestMs = 0;
  const timer = setInterval(() => {
    const { state } = element;
    const nowMs = performance.now();
    const now = JSON.stringify({ ...state, timeLeft: 0, progress: 0 });
    const hint = 'hint' in state ? state.hint : undefined;
    const says = element.shadowRoot?.querySelector('.instruction, .detail')?.textContent?.trim();
    if (hint?.startsWith('camera-') && says) told.add(says);
    // A gesture that is asked, and a fault that is named, are something to do.
    const asks = state.name === 'gesture' || hint?.startsWith('camera-');
    if (camera.on && !asks) longestMs = Math.max(longestMs, nowMs - sinceMs);
    if (!camera.on || asks || now !== shown) sinceMs = nowMs;
    shown = now;
  }, 100);
  return () => {
    clearInterval(timer);
    return { told: [...told], longestStillSeconds: longestMs / 1000 };
  };
}
