/** A camera that draws moving pictures on a canvas: a real MediaStream, without a device. */
export class CanvasCamera {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  /** What the device calls it, and its id. */
  readonly name: string;
  readonly #pen: CanvasRenderingContext2D;
  readonly #timer: ReturnType<typeof setInterval>;
  #picture = 0;

  constructor(widthPx = 320, heightPx = 240, name = '') {
    this.name = name;
    const canvas = document.createElement('canvas');
    canvas.width = widthPx;
    canvas.height = heightPx;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    this.#pen = pen;
    this.#draw();
    this.stream = canvas.captureStream(30);
    this.track = firstVideoTrack(this.stream);
    hearOwnEvents(this.track);
    if (name) {
      replaceProperty(this.track, 'getSettings', () => ({ deviceId: name }));
      replaceProperty(this.track, 'label', name);
    }
    this.#timer = setInterval(() => this.#draw(), 33);
  }

  /** No more pictures come, and the track does not end: what a hung camera does. */
  fallSilent(): void {
    clearInterval(this.#timer);
  }

  /** The device is turned: the picture has another shape from now on. */
  turn(widthPx: number, heightPx: number): void {
    Object.assign(this.#pen.canvas, { width: widthPx, height: heightPx });
    this.#draw();
  }

  /** Another program takes the camera, or gives it back. */
  mute(muted: boolean): void {
    replaceProperty(this.track, 'muted', muted);
    this.track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  /** The browser ends the track: unplugged, or the permission was revoked. */
  unplug(): void {
    this.close();
    // stop() ends a track without the event; only the browser's own ending has it.
    this.track.dispatchEvent(new Event('ended'));
  }

  /** Frees everything. */
  close(): void {
    this.fallSilent();
    this.track.stop();
  }

  #draw(): void {
    const { width, height } = this.#pen.canvas;
    this.#pen.fillStyle = this.#picture++ % 2 ? '#345' : '#543';
    this.#pen.fillRect(0, 0, width, height);
  }
}

/**
 * Gives a track a target of events of its own: in Firefox what a page dispatches on a track reaches nobody, in Chromium it
 * does, so that one fake would act in one engine alone. The browser's own events, which no test waits for, reach nobody then.
 */
export function hearOwnEvents(track: MediaStreamTrack): void {
  const target = new EventTarget();
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const) {
    replaceProperty(track, name, target[name].bind(target));
  }
}

/** A stream that never gives a picture. */
export function silentStream(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  // Zero frames a second: only on request.
  const stream = canvas.captureStream(0);
  hearOwnEvents(firstVideoTrack(stream));
  return stream;
}

export function firstVideoTrack(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('no video track');
  return track;
}

/** Puts something else in the place of a property until it is undone. */
export function replaceProperty(owner: object, name: string, value: unknown): () => void {
  const original = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  return () => {
    if (original) Object.defineProperty(owner, name, original);
    else Reflect.deleteProperty(owner, name);
  };
}

/** Whatever the page asks of the camera goes to `answer`, until it is undone. */
export function stubGetUserMedia(
  answer: (constraints: MediaStreamConstraints) => Promise<MediaStream>,
): () => void {
  return replaceProperty(navigator.mediaDevices, 'getUserMedia', answer);
}
