import { policyAllows } from '../edge/page-policy.ts';
import { waitFor } from '../edge/wait-for.ts';
import type { RefusalFacts } from './camera-error.ts';
import { listCameras } from './list-cameras.ts';

/** Longest wait for the browser's word on the permission; some never give it. */
const PERMISSION_LIMIT_MS = 1000;

/** The permission to use the camera; `undefined` where the browser does not tell (Firefox before 131, Safari before 16). */
export async function cameraPermission(): Promise<PermissionStatus | undefined> {
  try {
    const asked = navigator.permissions.query({ name: 'camera' as PermissionName });
    return await waitFor(asked, { what: 'the permission', limitMs: PERMISSION_LIMIT_MS });
  } catch {
    return undefined;
  }
}

/** What the page knows of a refusal that has just happened. */
export async function refusalFacts(): Promise<RefusalFacts> {
  const [status, allowedByPolicy] = await Promise.all([cameraPermission(), isAllowedByPolicy()]);
  return { permission: status?.state, allowedByPolicy };
}

/**
 * Whether the page's policy allows the camera. Chromium tells; in Firefox and WebKit a frame without `allow="camera"` sees
 * no camera among its devices, and yet is refused one instead of being told that there is none.
 */
async function isAllowedByPolicy(): Promise<boolean | undefined> {
  const told = policyAllows('camera');
  if (told !== undefined) return told;
  if (globalThis.parent === globalThis.self) return undefined;
  const cameras = await listCameras();
  return cameras?.length === 0 ? false : undefined;
}
