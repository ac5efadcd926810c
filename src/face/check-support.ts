/** What a browser needs for the check, and lacks. */
export type MissingFeature =
  | 'secure-context'
  | 'camera'
  /** A Permissions-Policy forbids it here; only Chromium tells beforehand. */
  | 'camera-policy'
  | 'webassembly-simd'
  | 'module-worker'
  | 'offscreen-canvas';

/** Whether the check can run in this browser. */
export interface Support {
  readonly supported: boolean;
  readonly missing: readonly MissingFeature[];
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
    ['camera-policy', () => policyAllows('camera')],
    ['webassembly-simd', () => WebAssembly.validate(SIMD_MODULE)],
    ['module-worker', () => typeof Worker === 'function'],
    ['offscreen-canvas', () => typeof OffscreenCanvas === 'function'],
  ];
  const missing = probes.filter(([, probe]) => !passes(probe)).map(([feature]) => feature);
  return { supported: missing.length === 0, missing };
}

function policyAllows(feature: string): boolean {
  const { featurePolicy } = document as Document & {
    featurePolicy?: { allowsFeature(name: string): boolean };
  };
  return featurePolicy?.allowsFeature(feature) ?? true;
}

function passes(probe: () => boolean): boolean {
  try {
    return probe();
  } catch {
    return false;
  }
}
