/** What runs in the page: one check of a fresh element, with a real camera and a face that is told what to do. */
import type { CheckState } from '../../../src/check/check-state.ts';
import type { FaceMeasurements } from '../../../src/face/face-signals.ts';
import type { NodefluxLiveness } from '../../../src/index.ts';
import type { Wish } from './chaos-requests.ts';

/** How one check is set up. */
export interface PageSetup {
  readonly prefix: string;
  readonly pacing: string;
  readonly wish?: Wish | undefined;
  /** Whether the real tracker is loaded before the scripted face takes its place. */
  readonly realTracker: boolean;
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

const NEUTRAL: FaceMeasurements = {
  yawDegrees: 0,
  pitchDegrees: 0,
  rollDegrees: 0,
  eyeAspectRatioLeft: 0.3,
  eyeAspectRatioRight: 0.3,
  mouthWidthRatio: 0.55,
  mouthOpeningRatio: 0.02,
  cornerToEyeLeft: 0.8,
  cornerToEyeRight: 0.8,
  box: { x: 0.3, y: 0.25, width: 0.4, height: 0.5 },
  interocularPx: 120,
};
const PEAK: Readonly<Record<string, Partial<FaceMeasurements>>> = {
  'turn-left': { yawDegrees: 28 },
  'turn-right': { yawDegrees: -28 },
  'nod-up': { pitchDegrees: 20 },
  'nod-down': { pitchDegrees: -20 },
};
/** From the request to the gesture. */
const REACTION_MS = 500;
/** Longest that any check may take before it counts as one that does not end. */
const HARD_LIMIT_MS = 150_000;

const tracks = new Set<MediaStreamTrack>();
const realGetUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async (constraints) => {
  const stream = await realGetUserMedia(constraints);
  for (const track of stream.getTracks()) tracks.add(track);
  return stream;
};

/** Runs one check to its end. */
export async function runInPage(setup: PageSetup): Promise<PageEnd> {
  document.querySelector('nodeflux-liveness')?.remove();
  tracks.clear();
  const element = document.createElement('nodeflux-liveness') as NodefluxLiveness;
  const attributes = {
    lang: 'en',
    'api-url': `${setup.prefix}/service`,
    'token-url': `${setup.prefix}/liveness/token`,
    'result-url': `${setup.prefix}/liveness/result`,
    'image-quality-filter': 'off',
    pacing: setup.pacing,
    timeout: '120000',
    // However slow the machine is, a gesture is seen in time; who is to start over is not kept waiting for it.
    'gesture-tolerance': setup.wish === 'restart' ? '6000' : '40000',
    ...(setup.realTracker && { 'asset-url': `${setup.prefix}/src/face/assets/` }),
  };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  replaceTracker(element, setup);
  const watch = watchStillness(element, setup);
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
  element.start();
  const end = await ended;
  const seconds = (performance.now() - startedAtMs) / 1000;
  const cameraOff = [...tracks].every(({ readyState }) => readyState === 'ended');
  await element.updateComplete;
  const reads = ['.title', '.text']
    .map((part) => element.shadowRoot?.querySelector(part)?.textContent?.trim() ?? '')
    .filter(Boolean)
    .join('. ');
  element.remove();
  return { ...end, seconds, cameraOff, reads, longestStillSeconds: watch() / 1000 };
}

function replaceTracker(element: NodefluxLiveness, { realTracker, wish }: PageSetup): void {
  const real = element.checkParts.bind(element);
  let asked = '';
  let askedAtMs = 0;
  let idle = wish === 'restart';
  const look = (state: CheckState, atMs: number): FaceMeasurements => {
    if (state.name === 'positioning' && state.restarted) idle = false;
    if (state.name !== 'gesture') return NEUTRAL;
    const now = `${state.index} ${state.gesture}`;
    if (now !== asked) {
      asked = now;
      askedAtMs = atMs;
    }
    if (idle || atMs - askedAtMs < REACTION_MS) return NEUTRAL;
    return { ...NEUTRAL, ...PEAK[state.gesture] };
  };
  element.checkParts = () => {
    const parts = real();
    return {
      ...parts,
      acquireTracker: async (...given: Parameters<typeof parts.acquireTracker>) => {
        if (realTracker) await parts.acquireTracker(...given);
        return {
          track: async ({ capturedAtMs }) => ({
            capturedAtMs,
            faceCount: 1,
            face: look(element.state, capturedAtMs),
          }),
          close: () => undefined,
        };
      },
    };
  };
}

/** Presses what the person wishes for, and measures how long the screen stands still while the camera is on. */
function watchStillness(element: NodefluxLiveness, { wish }: PageSetup): () => number {
  let shown = '';
  let sinceMs = performance.now();
  let longestMs = 0;
  let pressed = wish === 'restart' || wish === undefined;
  const look = (): void => {
    const { state } = element;
    const nowMs = performance.now();
    const isOn = [...tracks].some(({ readyState }) => readyState === 'live');
    const now = JSON.stringify({ ...state, timeLeft: 0, progress: 0 });
    if (isOn) longestMs = Math.max(longestMs, nowMs - sinceMs);
    if (!isOn || now !== shown) sinceMs = nowMs;
    shown = now;
    if (!pressed && state.name === 'gesture') {
      const part = wish === 'swap' ? 'swap-button' : 'more-time-button';
      const button = element.shadowRoot?.querySelector<HTMLButtonElement>(`[part~="${part}"]`);
      pressed = button != null;
      button?.click();
    }
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return longestMs;
  };
}
