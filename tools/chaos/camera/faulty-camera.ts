/** A camera in the page that can be spoilt in every way: the simulated person stands before it. */
import {
  type CameraScene,
  installSimulatedCamera,
  type SimulatedCameraOptions,
} from '../../../src/testing/index.ts';

/** What the camera shows: the person, or nothing that a face could be seen in. */
export type Showing = 'person' | 'black' | 'plain' | 'frozen';

/** The simulated camera, with what a fault may change about it. */
export class FaultyCamera {
  /** Every track that was given. */
  readonly tracks = new Set<MediaStreamTrack>();
  showing: Showing = 'person';
  /** Called before each opening; what it throws is what the page gets. */
  beforeOpening: () => void | Promise<void> = () => undefined;
  /** Devices that are listed beside the simulated one. */
  readonly others: MediaDeviceInfo[] = [];
  /** Size of the pictures from the next one on. */
  size: { widthPx: number; heightPx: number } | undefined;
  readonly #undo: (() => void)[] = [];

  constructor(person: CameraScene, options: SimulatedCameraOptions = {}) {
    const scene: CameraScene = { draw: (context, nowMs) => this.#draw(person, context, nowMs) };
    this.#undo.push(installSimulatedCamera(scene, options));
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    const list = mediaDevices.enumerateDevices.bind(mediaDevices);
    this.replace(mediaDevices, 'getUserMedia', async (constraints: MediaStreamConstraints) => {
      await this.beforeOpening();
      const stream = await open(constraints);
      for (const track of stream.getTracks()) this.tracks.add(track);
      return stream;
    });
    this.replace(mediaDevices, 'enumerateDevices', async () => [...(await list()), ...this.others]);
  }

  /** Whether any track lives. */
  get on(): boolean {
    return [...this.tracks].some(({ readyState }) => readyState === 'live');
  }

  /** The track that lives. */
  get track(): MediaStreamTrack {
    const live = [...this.tracks].find(({ readyState }) => readyState === 'live');
    if (!live) throw new Error('no camera is on');
    return live;
  }

  /** The browser ends the track, as when the camera is unplugged. */
  end(): void {
    const { track } = this;
    track.stop();
    track.dispatchEvent(new Event('ended'));
  }

  /** Another program takes the camera, or gives it back; browsers show black in between. */
  mute(muted: boolean): void {
    const { track } = this;
    this.showing = muted ? 'black' : 'person';
    Object.defineProperty(track, 'muted', { value: muted, configurable: true });
    track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  /** Puts something else in the place of a property until the camera is taken away. */
  replace(owner: object, name: string, value: unknown): () => void {
    const original = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
    const restore = (): void => {
      if (original) Object.defineProperty(owner, name, original);
      else Reflect.deleteProperty(owner, name);
    };
    this.#undo.push(restore);
    return restore;
  }

  /** Takes the camera away. */
  close(): void {
    for (const restore of this.#undo.splice(0).reverse()) restore();
  }

  #draw(person: CameraScene, context: CanvasRenderingContext2D, nowMs: number): void {
    const { canvas } = context;
    const { widthPx = canvas.width, heightPx = canvas.height } = this.size ?? {};
    if (canvas.width !== widthPx || canvas.height !== heightPx) {
      Object.assign(canvas, { width: widthPx, height: heightPx });
    }
    if (this.showing === 'frozen') return;
    if (this.showing === 'person') {
      person.draw(context, nowMs);
      return;
    }
    context.fillStyle = this.showing === 'black' ? '#050505' : '#8a6';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
}
