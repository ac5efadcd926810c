import { cameraError } from './camera-error.ts';

/** 720p, or the nearest that there is. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } } as const;

/**
 * Asks the browser for the front camera, or for a certain one. What cannot give the size that is asked for
 * is asked once more without.
 * @throws {LivenessError} one of the `camera-…` codes
 */
export async function requestCamera(deviceId?: string): Promise<MediaStream> {
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'user' };
  const ask = (video: MediaTrackConstraints | true): Promise<MediaStream> =>
    navigator.mediaDevices.getUserMedia({ audio: false, video });
  try {
    return await ask({ ...which, ...SIZE }).catch((cause: unknown) => {
      if (!(cause instanceof Error && cause.name === 'OverconstrainedError')) throw cause;
      // A certain camera is not exchanged for any other.
      return ask(deviceId ? which : true);
    });
  } catch (cause) {
    throw cameraError(cause, cameraAllowedByPolicy(document));
  }
}

/** `undefined` where the browser does not tell. */
function cameraAllowedByPolicy(document: Document): boolean | undefined {
  const { featurePolicy } = document as Document & {
    featurePolicy?: { allowsFeature(feature: string): boolean };
  };
  return featurePolicy?.allowsFeature('camera');
}
