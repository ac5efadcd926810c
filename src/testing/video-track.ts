/** A video track that is fed with pictures of a canvas. */
export interface FedTrack {
  readonly track: MediaStreamTrack;
  /** Whether the last picture is on its way, so that another can be taken. */
  readonly ready: boolean;
  /** Hands the canvas's picture on, taken at this time. Resolves when it was taken, or the track has ended. */
  push(takenAtMs: number): Promise<void>;
  /** Ends the track. */
  end(): void;
}

/** Chromium's track generator, which the DOM library does not know. */
interface TrackGenerator {
  readonly writable: WritableStream<VideoFrame>;
}
interface GeneratorScope {
  readonly MediaStreamTrackGenerator?: new (options: {
    kind: 'video';
  }) => MediaStreamTrack & TrackGenerator;
  readonly VideoTrackGenerator?: new () => TrackGenerator & { readonly track: MediaStreamTrack };
}

/** Opens a track on a canvas: through a track generator where there is one, else through `captureStream`. */
export function openFedTrack(canvas: HTMLCanvasElement, framesPerSecond: number): FedTrack {
  const generated = generateTrack();
  if (!generated) return captureTrack(canvas, framesPerSecond);
  const { track, writable } = generated;
  const writer = writable.getWriter();
  // Writing to a track that its reader stopped rejects; that is how tracks end.
  writer.closed.catch(() => undefined);
  return {
    track,
    get ready() {
      return (writer.desiredSize ?? 0) > 0;
    },
    push(takenAtMs) {
      const frame = new VideoFrame(canvas, { timestamp: Math.round(takenAtMs * 1000) });
      return writer.write(frame).catch(() => frame.close());
    },
    end() {
      track.stop();
      writer.close().catch(() => undefined);
    },
  };
}

function generateTrack(): (TrackGenerator & { readonly track: MediaStreamTrack }) | undefined {
  const { VideoTrackGenerator, MediaStreamTrackGenerator } = globalThis as GeneratorScope;
  if (typeof VideoFrame === 'undefined') return undefined;
  if (VideoTrackGenerator) return new VideoTrackGenerator();
  if (!MediaStreamTrackGenerator) return undefined;
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  return { track, writable: track.writable };
}

function captureTrack(canvas: HTMLCanvasElement, framesPerSecond: number): FedTrack {
  const [track] = canvas.captureStream(framesPerSecond).getVideoTracks();
  if (!track) throw new Error('this browser cannot make a video track of a canvas');
  // The browser takes the pictures itself when the canvas changes.
  return { track, ready: true, push: async () => undefined, end: () => track.stop() };
}
