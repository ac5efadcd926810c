/// <reference lib="dom" />
/** The whole element as built for npm, in a gesture that the person on the camera never makes. */
import type { NodefluxLiveness } from '../../../src/index.ts';
import { noteFace } from './probe.ts';

const ENDLESS_MS = 600_000;

const { Worker: Plain } = globalThis;
// Listens beside the element at what its worker answers; the element itself is not touched.
globalThis.Worker = class extends Plain {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    this.addEventListener('message', ({ data }) => {
      const signals = data?.value;
      if (!signals?.face || typeof signals.capturedAtMs !== 'number') return;
      // After the element, which hears of them later in this very turn, has judged them; it tells the page only what changed.
      setTimeout(() => noteFace(signals.capturedAtMs));
    });
  }
};

const packageUrl = '/package/standalone.js';
await import(/* @vite-ignore */ packageUrl);
const element = document.createElement('nodeflux-liveness') as NodefluxLiveness;
element.gestures = ['open-mouth'];
element.gestureCount = 1;
element.gestureTolerance = ENDLESS_MS;
element.timeout = ENDLESS_MS;
element.apiUrl = location.origin;
// No service is behind this page, so that nothing but the page is measured.
element.pacing = 'off';
element.submissionToken = 'benchmark';
if (new URLSearchParams(location.search).get('runtime') === 'whole') element.runtime = 'whole';
element.autostart = true;
element.addEventListener('liveness-state', ({ detail: { state } }) => {
  document.title = state.name === 'failed' ? `failed: ${state.error.message}` : state.name;
});
document.body.append(element);
