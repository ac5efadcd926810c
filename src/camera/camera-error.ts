import { LivenessError, type LivenessErrorCode } from '../errors.ts';

/** What getUserMedia's exceptions mean, by their name (Media Capture and Streams §10.2; some browsers keep older names). */
const CODE_BY_NAME: Readonly<Record<string, LivenessErrorCode>> = {
  NotAllowedError: 'camera-denied',
  PermissionDeniedError: 'camera-denied',
  SecurityError: 'camera-blocked-by-policy',
  NotFoundError: 'camera-missing',
  DevicesNotFoundError: 'camera-missing',
  OverconstrainedError: 'camera-missing',
  NotReadableError: 'camera-in-use',
  TrackStartError: 'camera-in-use',
  AbortError: 'camera-in-use',
};

/**
 * Translates what getUserMedia threw. A refusal by policy has the same name as a refusal by the person,
 * so the policy is asked too; `allowedByPolicy` is `undefined` where the browser does not tell.
 */
export function cameraError(cause: unknown, allowedByPolicy: boolean | undefined): LivenessError {
  const name = cause instanceof Error ? cause.name : '';
  const code = CODE_BY_NAME[name] ?? 'camera-in-use';
  const blocked = code === 'camera-denied' && allowedByPolicy === false;
  return new LivenessError(blocked ? 'camera-blocked-by-policy' : code, { cause, detail: name });
}
