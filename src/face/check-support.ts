import { policyAllows } from '../edge/page-policy.ts';
import { isInApp } from './in-app-browser.ts';

/** What a browser needs for the check, and lacks. */
export type MissingFeature =
  | 'secure-context'
  | 'camera'
  /** A Permissions-Policy forbids it here; only Chromium tells beforehand. */
  | 'camera-policy'
  | 'webassembly-simd'
  | 'module-worker'
  | 'offscreen-canvas'
  /** Pages read other colours off a canvas than they have drawn: Firefox with `privacy.resistFingerprinting`, Tor, LibreWolf. */
  | 'canvas-readback';

/** Whether the check can run in this browser. */
export interface Support {
  readonly supported: boolean;
  readonly missing: readonly MissingFeature[];
  /**
   * Whether the page is shown inside an app (a messenger, a social network, a web view), as far as the user agent tells. Some
   * of them give pages no camera, which shows only when it is asked for: offer to open the page in the browser.
   */
  readonly inApp: boolean;
}

// The smallest module with a SIMD instruction (i8x16.splat): validating it asks the engine and runs nothing.
const SIMD_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]);

/**
 * What a check cannot run without and what no other error reports: without a camera or the policy's permission, opening the
 * camera fails with a code of its own. In an insecure context, where engines withhold more, that is the error to report.
 */
export function missingEngine(): readonly MissingFeature[] {
  const { missing } = checkSupport();
  if (missing.includes('secure-context')) return [];
  return missing.filter((feature) => feature !== 'camera' && feature !== 'camera-policy');
}

/** Asks the browser, without opening the camera and without spending a token. */
export function checkSupport(): Support {
  const probes: readonly [MissingFeature, () => boolean][] = [
    ['secure-context', () => globalThis.isSecureContext],
    ['camera', () => Boolean(navigator.mediaDevices?.getUserMedia)],
    ['camera-policy', () => policyAllows('camera') ?? true],
    ['webassembly-simd', () => WebAssembly.validate(SIMD_MODULE)],
    ['module-worker', () => typeof Worker === 'function'],
    ['offscreen-canvas', () => typeof OffscreenCanvas === 'function'],
    ['canvas-readback', () => typeof OffscreenCanvas !== 'function' || readsWhatIsDrawn()],
  ];
  const missing = probes.filter(([, probe]) => !passes(probe)).map(([feature]) => feature);
  return { supported: missing.length === 0, missing, inApp: isInApp(navigator.userAgent) };
}

/** Some level of red, green and blue, none of them what an empty or a white canvas has. */
const DRAWN = [200, 100, 50] as const;
/** Square of this many pixels: noise that hits every colour within the tolerance by chance hits not all of them. */
const PROBE_SIDE_PX = 8;
/**
 * How far a level may be off, of 255. Firefox in private windows and Brave change some by 1 or 2 against fingerprinting, and
 * faces are found all the same; what scrambles gives any level.
 */
const LEVEL_TOLERANCE = 16;

/** Whether a canvas gives back the colour that was drawn on it. */
function readsWhatIsDrawn(): boolean {
  const pen = new OffscreenCanvas(PROBE_SIDE_PX, PROBE_SIDE_PX).getContext('2d', {
    willReadFrequently: true,
  });
  if (!pen) return false;
  pen.fillStyle = `rgb(${DRAWN})`;
  pen.fillRect(0, 0, PROBE_SIDE_PX, PROBE_SIDE_PX);
  const { data } = pen.getImageData(0, 0, PROBE_SIDE_PX, PROBE_SIDE_PX);
  return data.every((level, at) => {
    const drawn = DRAWN[at % 4];
    return drawn === undefined || Math.abs(level - drawn) <= LEVEL_TOLERANCE;
  });
}

function passes(probe: () => boolean): boolean {
  try {
    return probe();
  } catch {
    return false;
  }
}
