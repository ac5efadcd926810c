import type { CameraScene } from './camera-scene.ts';
import {
  FramePump,
  SIMULATED_CAMERA_ID,
  SIMULATED_CAMERA_LABEL,
  type SimulatedCameraOptions,
} from './frame-pump.ts';

const REPLACED = ['getUserMedia', 'enumerateDevices'] as const;

/**
 * The devices of each camera that is installed. WebKit forgets what was set on them as soon as no script holds them, and the
 * page would have its own cameras back.
 */
const held = new Map<object, MediaDevices>();

/**
 * Makes the scene this page's only camera: `getUserMedia` gives a fresh track of it on every call, without asking
 * anybody, and `enumerateDevices` lists it alone. The scene is drawn only while one of those tracks lives.
 *
 * @returns Uninstalls it: all its tracks end, and the page has its own cameras again. The scene stays the caller's.
 * @throws Error in an insecure context, where pages have no cameras at all.
 *
 * @example
 * ```ts
 * import { createSimulatedPerson, installSimulatedCamera, obey } from 'nodeflux-liveness/testing';
 * const person = await createSimulatedPerson();
 * const uninstall = installSimulatedCamera(person);
 * obey(document, person);
 * document.addEventListener('liveness-success', uninstall, { once: true });
 * ```
 */
export function installSimulatedCamera(
  scene: CameraScene,
  options: SimulatedCameraOptions = {},
): () => void {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) throw new Error('pages have cameras on https and localhost only');
  const pump = new FramePump(scene, options);
  const own = REPLACED.map((name) => Object.getOwnPropertyDescriptor(devices, name));

  const replacements: Pick<MediaDevices, (typeof REPLACED)[number]> = {
    async getUserMedia(constraints) {
      if (constraints?.audio) throw new DOMException('There is no microphone.', 'NotFoundError');
      if (!constraints?.video) throw new TypeError('At least video must be requested.');
      return new MediaStream([pump.openTrack()]);
    },
    async enumerateDevices() {
      return [describeDevice()];
    },
  };
  for (const name of REPLACED) {
    Object.defineProperty(devices, name, {
      value: replacements[name],
      configurable: true,
      writable: true,
    });
  }
  held.set(replacements, devices);

  return () => {
    held.delete(replacements);
    pump.stop();
    REPLACED.forEach((name, index) => {
      // Somebody may have replaced it after us; theirs is not ours to remove.
      if (devices[name] !== replacements[name]) return;
      const before = own[index];
      if (before) Object.defineProperty(devices, name, before);
      else Reflect.deleteProperty(devices, name);
    });
  };
}

function describeDevice(): MediaDeviceInfo {
  const facts = {
    deviceId: SIMULATED_CAMERA_ID,
    groupId: SIMULATED_CAMERA_ID,
    kind: 'videoinput',
    label: SIMULATED_CAMERA_LABEL,
  } as const;
  return { ...facts, toJSON: () => facts };
}
