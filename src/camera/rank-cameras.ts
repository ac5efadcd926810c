import type { CameraKind } from './camera-kind.ts';
import { tellCameraKind } from './tell-camera-kind.ts';

/** What is read of a `MediaDeviceInfo`; `getCapabilities` is the newer `InputDeviceInfo`'s. */
export interface DeviceLike {
  readonly kind: string;
  readonly deviceId: string;
  readonly label: string;
  getCapabilities?(): { readonly facingMode?: readonly string[] };
}

/** A camera of this device, and what it seems to be. */
export interface RankedCamera {
  readonly deviceId: string;
  /** What the browser calls it. Shown to the person, never sent anywhere. */
  readonly label: string;
  readonly kind: CameraKind;
}

/** Lower is better. Two that rank alike stay in the browser's order, which begins with the person's own choice. */
const RANK: Readonly<Record<CameraKind, number>> = {
  front: 0,
  external: 1,
  unknown: 1,
  back: 2,
  depth: 3,
  infrared: 4,
  virtual: 5,
};

/**
 * The cameras among the devices, the best for a face check first: those that look at the person, then others, and
 * depth, infrared and virtual cameras last. The order is stable. It goes by names, which are hints and no proof
 * ({@link cameraKind}), and which browsers tell only once the camera is allowed.
 */
export function rankCameras(devices: readonly DeviceLike[]): RankedCamera[] {
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map((device) => {
      const { deviceId, label } = device;
      return {
        deviceId,
        label,
        kind: tellCameraKind(label, device.getCapabilities?.().facingMode?.[0]),
      };
    })
    .sort((a, b) => RANK[a.kind] - RANK[b.kind]);
}

/** The camera to take instead of the one that the browser gave, if that one does not show the person well. */
export function betterCamera(
  given: RankedCamera,
  ranked: readonly RankedCamera[],
): RankedCamera | undefined {
  // What the person chose in the browser's question stays, as long as it may show a face.
  if (RANK[given.kind] <= RANK.unknown) return undefined;
  // Where the list does not tell sides (Firefox) the given one stands in it as unknown: opened once more, it is no better.
  const best = ranked.find(({ deviceId }) => deviceId !== given.deviceId);
  return best && RANK[best.kind] < RANK[given.kind] ? best : undefined;
}

/** The cameras that a person may choose from: all that show a face in its colours, and the one that is on. */
export function choosableCameras(
  ranked: readonly RankedCamera[],
  current?: RankedCamera,
): RankedCamera[] {
  return ranked.filter(
    ({ kind, deviceId }) => RANK[kind] <= RANK.back || deviceId === current?.deviceId,
  );
}
