/** What runs in the page: one check of a fresh element, with a camera and a face that are told what to do. */
import type { NodefluxLiveness } from '../../../src/index.ts';
import type { Wish } from './chaos-requests.ts';
import { ScriptedCamera, ScriptedFace } from './scripted-scene.ts';

/** How one check is set up. */
export interface PageSetup {
  readonly prefix: string;
  readonly pacing: string;
  readonly wish?: Wish | undefined;
  /** Whether the real tracker is loaded before the scripted face takes its place. */
  readonly realTracker: boolean;
  /** The language that the element speaks. */
  readonly lang: string;
}

/** How one check ended. */
export interface PageEnd {
  readonly end: string;
  readonly seconds: number;
  readonly cameraOff: boolean;
  readonly retryable: boolean | undefined;
  readonly paced: boolean | undefined;
  /** What the person reads. */
  readonly reads: string;
  /** Longest time with the camera on in which nothing that the person reads or sees changed. */
  readonly longestStillSeconds: number;
  readonly detail: string;
}

/** Longest that any check may take before it counts as one that does not end. */
const HARD_LIMIT_MS = 100_000;

/** Runs one check to its end. */
export async function runInPage(setup: PageSetup): Promise<PageEnd> {
  document.querySelector('nodeflux-liveness')?.remove();
  const cameras: ScriptedCamera[] = [];
  const element = document.createElement('nodeflux-liveness') as NodefluxLiveness;
  const attributes = {
    lang: setup.lang,
    'api-url': `${setup.prefix}/service`,
    'token-url': `${setup.prefix}/liveness/token`,
    'result-url': `${setup.prefix}/liveness/result`,
    'image-quality-filter': 'off',
    pacing: setup.pacing,
    timeout: '120000',
    // However slow the machine is, a gesture is seen in time; who is to miss one is not kept waiting for it.
    'gesture-tolerance': setup.wish === 'repeat' ? '6000' : '40000',
  };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  replaceScene(element, setup, cameras);
  const watch = watchStillness(element, setup, cameras);
  document.body.append(element);
  await element.updateComplete;
  const startedAtMs = performance.now();
  const ended = new Promise<
    Omit<PageEnd, 'seconds' | 'cameraOff' | 'reads' | 'longestStillSeconds'>
  >((resolve) => {
    element.addEventListener('liveness-success', ({ detail }) =>
      resolve({ end: 'success', retryable: undefined, paced: detail.paced, detail: '' }),
    );
    element.addEventListener('liveness-error', ({ detail }) =>
      resolve({
        end: detail.code,
        retryable: detail.retryable,
        paced: undefined,
        detail: detail.error.detail,
      }),
    );
    setTimeout(
      () =>
        resolve({
          end: `still ${element.state.name}`,
          retryable: undefined,
          paced: undefined,
          detail: '',
        }),
      HARD_LIMIT_MS,
    );
  });
  if (setup.wish === 'more-time') press(element, 'more-time-button');
  element.start();
  const end = await ended;
  const seconds = (performance.now() - startedAtMs) / 1000;
  const cameraOff = cameras.every(({ isOn }) => !isOn);
  await element.updateComplete;
  const reads = ['.title', '.text']
    .map((part) => element.shadowRoot?.querySelector(part)?.textContent?.trim() ?? '')
    .filter(Boolean)
    .join('. ');
  element.remove();
  return { ...end, seconds, cameraOff, reads, longestStillSeconds: watch() / 1000 };
}

function replaceScene(
  element: NodefluxLiveness,
  { realTracker, wish }: PageSetup,
  cameras: ScriptedCamera[],
): void {
  const real = element.checkParts.bind(element);
  const face = new ScriptedFace(wish);
  element.checkParts = () => {
    const parts = real();
    return {
      ...parts,
      openCamera: async () => {
        const camera = new ScriptedCamera();
        cameras.push(camera);
        return camera;
      },
      acquireTracker: async (...given: Parameters<typeof parts.acquireTracker>) => {
        if (realTracker) await parts.acquireTracker(...given);
        return {
          track: async ({ capturedAtMs }) => {
            const seen = face.look(element.state, capturedAtMs);
            return seen
              ? { capturedAtMs, faceCount: 1, face: seen }
              : { capturedAtMs, faceCount: 0 };
          },
          close: () => undefined,
        };
      },
    };
  };
}

/** Presses what the person wishes for, and measures how long the screen stands still while the camera is on. */
function watchStillness(
  element: NodefluxLiveness,
  { wish }: PageSetup,
  cameras: readonly ScriptedCamera[],
): () => number {
  let shown = '';
  let sinceMs = performance.now();
  let longestMs = 0;
  let pressed = wish !== 'swap';
  const look = (): void => {
    const { state } = element;
    const nowMs = performance.now();
    const isOn = cameras.some((camera) => camera.isOn);
    const now = JSON.stringify({ ...state, timeLeft: 0, progress: 0 });
    if (isOn) longestMs = Math.max(longestMs, nowMs - sinceMs);
    if (!isOn || now !== shown) sinceMs = nowMs;
    shown = now;
    if (!pressed && state.name === 'gesture') {
      pressed = press(element, 'swap-button');
    }
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return longestMs;
  };
}

function press(element: NodefluxLiveness, part: string): boolean {
  const button = element.shadowRoot?.querySelector<HTMLButtonElement>(`[part~="${part}"]`);
  button?.click();
  return button != null;
}
