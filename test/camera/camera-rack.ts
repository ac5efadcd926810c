import { CanvasCamera, replaceProperty, stubGetUserMedia } from './camera-stub.ts';

/** One camera on the rack; its label is its id too. */
interface RackedCamera {
  readonly label: string;
  /** Name of the exception with which it refuses to open. */
  refuses?: string;
  /** How many more times it refuses; for ever unless given. */
  times?: number;
}

/**
 * A device with several cameras, of which it opens one at a time, as phones do. Without a certain camera being asked for
 * it gives the first. Labels are told only once a camera was opened.
 */
export class CameraRack {
  readonly cameras: RackedCamera[];
  readonly opened: CanvasCamera[] = [];
  readonly asked: (MediaTrackConstraints | boolean | undefined)[] = [];
  readonly #undo: (() => void)[];

  constructor(...labels: string[]) {
    this.cameras = labels.map((label) => ({ label }));
    this.#undo = [
      stubGetUserMedia(async ({ video }) => this.#open(video)),
      replaceProperty(navigator.mediaDevices, 'enumerateDevices', async () => this.#list()),
    ];
  }

  /** The names of the cameras that are on. */
  get on(): string[] {
    return this.opened.filter(({ track }) => track.readyState === 'live').map(({ name }) => name);
  }

  get latest(): CanvasCamera {
    const camera = this.opened.at(-1);
    if (!camera) throw new Error('no camera was opened');
    return camera;
  }

  /** The camera with this name refuses from now on. */
  refuse(label: string, errorName: string, times = Number.POSITIVE_INFINITY): void {
    for (const camera of this.cameras) {
      if (camera.label === label) Object.assign(camera, { refuses: errorName, times });
    }
  }

  /** Another camera is connected. */
  connect(label: string): void {
    this.cameras.push({ label });
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }

  close(): void {
    for (const camera of this.opened) camera.close();
    for (const restore of this.#undo) restore();
  }

  #open(video: MediaTrackConstraints | boolean | undefined): MediaStream {
    this.asked.push(video);
    const wanted = typeof video === 'object' ? video.deviceId : undefined;
    const { exact } = (wanted ?? {}) as ConstrainDOMStringParameters;
    const label = exact ?? this.cameras[0]?.label;
    const camera = this.cameras.find((one) => one.label === label);
    if (!camera) throw new DOMException('', 'OverconstrainedError');
    if (camera.refuses && (camera.times ?? 0) > 0) {
      camera.times = (camera.times ?? 0) - 1;
      throw new DOMException('', camera.refuses);
    }
    if (this.on.length > 0) throw new DOMException('one at a time', 'NotReadableError');
    const opened = new CanvasCamera(160, 120, camera.label);
    this.opened.push(opened);
    return opened.stream;
  }

  #list(): Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[] {
    const told = this.opened.length > 0;
    return this.cameras.map(({ label }) => ({
      kind: 'videoinput',
      deviceId: told ? label : '',
      label: told ? label : '',
    }));
  }
}
