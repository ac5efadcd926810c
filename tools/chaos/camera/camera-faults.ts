import type { SimulatedCameraOptions } from '../../../src/testing/index.ts';
import type { FaultyCamera } from './faulty-camera.ts';

/** What a fault is played with. */
export interface FaultScene {
  readonly camera: FaultyCamera;
  readonly element: HTMLElement;
  /** The dialog that the element lies in, open. */
  readonly dialog: HTMLDialogElement;
  /** Resolves when the check is in this state for the first time. */
  until(state: string): Promise<void>;
  wait(ms: number): Promise<void>;
  /** The person does nothing that is asked from now on, as who sees nothing. */
  ignore(): void;
}

/** One way in which a camera, or the page around it, goes wrong. */
export interface CameraFault {
  /** How the check is to end: an error's code, `success`, `cancelled` or `idle`. */
  readonly end: string;
  readonly camera?: SimulatedCameraOptions;
  /** Begins before the check; what it does later is up to it. */
  readonly play?: (scene: FaultScene) => void | Promise<void>;
}

const refuse =
  (name: string, message = ''): NonNullable<CameraFault['play']> =>
  ({ camera }) => {
    camera.beforeOpening = () => {
      throw new DOMException(message, name);
    };
  };

/** Does something once the person has been asked for a gesture. */
const inGesture =
  (act: (scene: FaultScene) => void | Promise<void>): NonNullable<CameraFault['play']> =>
  async (scene) => {
    await scene.until('gesture');
    await act(scene);
  };

/** Does something once the face is looked for. */
const inPositioning =
  (act: (scene: FaultScene) => void | Promise<void>): NonNullable<CameraFault['play']> =>
  async (scene) => {
    await scene.until('positioning');
    await act(scene);
  };

const never = (): Promise<never> => new Promise(() => undefined);

function pretendVisible(camera: FaultyCamera, state: DocumentVisibilityState): () => void {
  const show = camera.replace(document, 'visibilityState', state);
  document.dispatchEvent(new Event('visibilitychange'));
  return () => {
    show();
    document.dispatchEvent(new Event('visibilitychange'));
  };
}

function another(label: string): MediaDeviceInfo {
  const facts = { deviceId: label, groupId: label, kind: 'videoinput', label } as const;
  return { ...facts, toJSON: () => facts };
}

/** Every fault by its name. */
export const CAMERA_FAULTS: Readonly<Record<string, CameraFault>> = {
  'no fault': { end: 'success' },
  'in use': { end: 'camera-in-use', play: refuse('NotReadableError') },
  'slow to release': {
    end: 'success',
    play: ({ camera }) => {
      const freeAtMs = performance.now() + 1000;
      camera.beforeOpening = () => {
        if (performance.now() < freeAtMs) throw new DOMException('', 'NotReadableError');
      };
    },
  },
  'permitted, never opens': {
    end: 'camera-in-use',
    play: ({ camera }) => {
      camera.beforeOpening = never;
    },
  },
  'question dismissed': {
    end: 'camera-dismissed',
    play: refuse('NotAllowedError', 'Permission dismissed'),
  },
  'blocked by the system': {
    end: 'camera-blocked-by-system',
    play: refuse('NotAllowedError', 'Permission denied by system'),
  },
  'blocked by policy': {
    end: 'camera-blocked-by-policy',
    play: (scene) => {
      scene.camera.replace(document, 'featurePolicy', { allowsFeature: () => false });
      void refuse('NotAllowedError', 'Permission denied')(scene);
    },
  },
  'no camera': { end: 'camera-missing', play: refuse('NotFoundError') },
  'unknown exception': { end: 'camera-failed', play: refuse('LensCapError', 'no lens') },
  'list never comes': {
    end: 'success',
    play: ({ camera }) => void camera.replace(navigator.mediaDevices, 'enumerateDevices', never),
  },
  black: {
    end: 'camera-blank',
    play: ({ camera }) => {
      camera.showing = 'black';
    },
  },
  'black, then uncovered': {
    end: 'success',
    play: async ({ camera, until, wait }) => {
      camera.showing = 'black';
      await until('positioning');
      await wait(4000);
      camera.showing = 'person';
    },
  },
  'one colour': {
    end: 'camera-blank',
    play: ({ camera }) => {
      camera.showing = 'plain';
    },
  },
  frozen: {
    end: 'camera-lost',
    play: inGesture(({ camera }) => {
      camera.showing = 'frozen';
    }),
  },
  '1×1': { end: 'camera-blank', camera: { widthPx: 1, heightPx: 1 } },
  '4K': { end: 'success', camera: { widthPx: 3840, heightPx: 2160 } },
  '5 frames a second': { end: 'success', camera: { framesPerSecond: 5 } },
  'changing size': {
    end: 'success',
    play: inPositioning(async ({ camera, wait }) => {
      for (const [widthPx, heightPx] of [
        [320, 240],
        [960, 720],
        [640, 480],
      ] as const) {
        camera.size = { widthPx, heightPx };
        await wait(400);
      }
    }),
  },
  'screen rotated': {
    end: 'success',
    play: inPositioning(({ camera }) => {
      camera.size = { widthPx: 480, heightPx: 640 };
    }),
  },
  ended: { end: 'camera-lost', play: inGesture(({ camera }) => camera.end()) },
  unplugged: {
    end: 'camera-lost',
    play: inGesture(({ camera }) => {
      camera.replace(navigator.mediaDevices, 'enumerateDevices', async () => []);
      camera.end();
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    }),
  },
  'permission revoked': {
    end: 'camera-lost',
    play: inGesture((scene) => {
      scene.camera.end();
      void refuse('NotAllowedError', 'Permission denied')(scene);
    }),
  },
  muted: { end: 'camera-lost', play: inGesture(({ camera }) => camera.mute(true)) },
  'muted for 2 s': {
    end: 'success',
    play: inPositioning(async ({ camera, wait }) => {
      camera.mute(true);
      await wait(2000);
      camera.mute(false);
    }),
  },
  'video paused': {
    end: 'success',
    play: inPositioning(({ element }) => element.shadowRoot?.querySelector('video')?.pause()),
  },
  'video paused for good': {
    end: 'camera-lost',
    play: inPositioning(({ camera, element, ignore }) => {
      const video = element.shadowRoot?.querySelector('video');
      if (!video) return;
      ignore();
      camera.replace(video, 'play', () => Promise.reject(new DOMException('', 'NotAllowedError')));
      video.pause();
    }),
  },
  'a better one appears': {
    end: 'success',
    play: inPositioning(({ camera }) => {
      camera.others.push(another('Front Camera'));
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    }),
  },
  'hidden tab, 10 s': {
    end: 'success',
    play: inPositioning(async ({ camera, wait }) => {
      const show = pretendVisible(camera, 'hidden');
      await wait(10_000);
      show();
    }),
  },
  'no wake lock': {
    end: 'success',
    play: ({ camera }) => void camera.replace(navigator, 'wakeLock', { request: never }),
  },
  'element hidden': {
    end: 'cancelled',
    play: inPositioning(({ element }) => {
      element.hidden = true;
    }),
  },
  'dialog closed': { end: 'cancelled', play: inPositioning(({ dialog }) => dialog.close()) },
  'element scrolled away': {
    end: 'success',
    play: inPositioning(({ element }) => {
      element.style.marginBlockStart = '300vh';
    }),
  },
  'element moved': {
    end: 'idle',
    play: inPositioning(({ element }) => document.body.append(element)),
  },
  'element removed': { end: 'idle', play: inPositioning(({ element }) => element.remove()) },
};
