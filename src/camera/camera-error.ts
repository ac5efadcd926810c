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

/** What is known of the page when the browser refuses; each is `undefined` where the browser does not tell. */
export interface RefusalFacts {
  /** The state of the permission `camera`, after the refusal. */
  readonly permission?: PermissionState | undefined;
  /** Whether the page's Permissions-Policy allows the camera. */
  readonly allowedByPolicy?: boolean | undefined;
}

/** Whether a camera that failed like this may open a moment later: others, and other tabs, let go of it slowly. */
export function isBusy(cause: unknown): boolean {
  return CODE_BY_NAME[nameOf(cause)] === 'camera-in-use';
}

/** Translates what getUserMedia threw. Pure. */
export function cameraError(cause: unknown, facts: RefusalFacts = {}): LivenessError {
  const name = nameOf(cause);
  const code = CODE_BY_NAME[name] ?? 'camera-failed';
  const message = cause instanceof Error ? cause.message : String(cause);
  return new LivenessError(code === 'camera-denied' ? refusedBy(message, facts) : code, {
    cause,
    // A name that no specification knows says little without its words.
    detail: code === 'camera-failed' ? [name, message].filter(Boolean).join(': ') : name,
  });
}

/**
 * Who refused: all have one name. Chromium tells by its message, the others by the state of the permission: a question that
 * was closed leaves it open, and one that is granted was overruled by the operating system.
 */
function refusedBy(
  message: string,
  { permission, allowedByPolicy }: RefusalFacts,
): LivenessErrorCode {
  if (allowedByPolicy === false || /permissions? policy/i.test(message)) {
    return 'camera-blocked-by-policy';
  }
  if (/by (the )?system/i.test(message)) return 'camera-blocked-by-system';
  if (/dismissed/i.test(message)) return 'camera-dismissed';
  if (permission === 'granted') return 'camera-blocked-by-system';
  return permission === 'prompt' ? 'camera-dismissed' : 'camera-denied';
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : '';
}
