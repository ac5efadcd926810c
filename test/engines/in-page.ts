/** What runs in the pages of these tests; each function sees nothing but its arguments. */
import type { NodefluxLiveness } from '../../src/index.ts';

declare global {
  /** Tracks of all cameras that were opened since {@link watchCamera}. */
  var openedTracks: MediaStreamTrack[];
  /** What the policy of the page has stopped since {@link watchPolicy}. */
  var brokenPolicies: string[];
}

/** Puts the simulated person before the camera, and waits until it stands there. */
export async function simulate(): Promise<string> {
  const camera = document.querySelector<HTMLInputElement>('#simulated');
  if (!camera) return 'no switch';
  camera.click();
  while (camera.disabled) await new Promise((soon) => setTimeout(soon, 50));
  return camera.checked ? 'simulated' : 'not simulated';
}

/** Waits until the element is in one of these states, and gives which; the one that it is in when time is over. */
export async function untilState(names: readonly string[], limitMs: number): Promise<string> {
  const element = document.querySelector('nodeflux-liveness') as NodefluxLiveness;
  const giveUpAtMs = performance.now() + limitMs;
  while (!names.includes(element.state.name) && performance.now() < giveUpAtMs) {
    await new Promise((soon) => setTimeout(soon, 50));
  }
  await element.updateComplete;
  return element.state.name;
}

/** Remembers each camera that is opened from now on. */
export function watchCamera(): void {
  globalThis.openedTracks = [];
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    globalThis.openedTracks.push(...stream.getTracks());
    return stream;
  };
}

/**
 * Installs a simulated camera and keeps nothing of it; then waits until the browser has let go of what no script holds.
 *
 * @returns Whether it is still the page's camera.
 */
export async function forgetInstalledCamera(): Promise<boolean> {
  const module = '/src/testing/index.ts';
  const testing = (await import(module)) as typeof import('../../src/testing/index.ts');
  testing.installSimulatedCamera({ draw: () => undefined });
  // Made in a function of its own: this one would hold it as long as it runs.
  const forgotten = (() => new WeakRef({}))();
  while (forgotten.deref()) {
    Array.from({ length: 20_000 }, (_, index) => ({ index }));
    await new Promise((soon) => setTimeout(soon, 5));
  }
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.some(({ label }) => label === testing.SIMULATED_CAMERA_LABEL);
}

/** How many of them are on, and how many were opened. */
export function countCameras(): { on: number; opened: number } {
  const live = globalThis.openedTracks.filter(({ readyState }) => readyState === 'live');
  return { on: live.length, opened: globalThis.openedTracks.length };
}

/** Waits until no camera is on; false when one still is. */
export async function untilCameraOff(limitMs: number): Promise<boolean> {
  const giveUpAtMs = performance.now() + limitMs;
  const isOn = (): boolean => globalThis.openedTracks.some((one) => one.readyState === 'live');
  while (isOn() && performance.now() < giveUpAtMs) {
    await new Promise((soon) => setTimeout(soon, 50));
  }
  return !isOn();
}

/** Takes notes of what the page's policy stops. */
export function watchPolicy(): void {
  globalThis.brokenPolicies = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    globalThis.brokenPolicies.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
}

/** What stands on the element's card, how wide the page is beside its window, and where the keyboard is. */
export function readCard(): { title: string; text: string; code: string; over: number } {
  const root = document.querySelector('nodeflux-liveness')?.shadowRoot;
  const read = (part: string): string => {
    const slots = [...(root?.querySelectorAll(`[part~="${part}"]`) ?? [])];
    return slots.map((slot) => slot.textContent?.trim() ?? '').join(' ');
  };
  return {
    title: read('title'),
    text: read('text'),
    code: read('error-code'),
    over: document.documentElement.scrollWidth - innerWidth,
  };
}

/** The part, or the tag, of what the keyboard acts on. */
export function focusedPart(): string {
  const root = document.querySelector('nodeflux-liveness')?.shadowRoot;
  const focused = root?.activeElement ?? document.activeElement;
  return focused?.getAttribute('part') ?? focused?.tagName ?? '';
}
