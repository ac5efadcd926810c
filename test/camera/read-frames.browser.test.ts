import { expect, waitUntil } from '@open-wc/testing';
import type { Frame } from '../../src/camera/frame.ts';
import { type Camera, openCamera } from '../../src/camera/open-camera.ts';
import { LivenessError } from '../../src/errors.ts';
import { describeWith, itWith } from '../engine-feature.ts';
import { CanvasCamera, replaceProperty, stubGetUserMedia } from './camera-stub.ts';

const SILENCE_LIMIT_MS = 100;
const undo: (() => void)[] = [];

async function open(
  silenceMs = 8000,
  muteMs = 5000,
): Promise<{ device: CanvasCamera; camera: Camera }> {
  const device = new CanvasCamera(320, 240);
  undo.push(() => device.close());
  undo.push(stubGetUserMedia(async () => device.stream));
  const camera = await openCamera(new AbortController().signal, undefined, { silenceMs, muteMs });
  undo.push(() => camera.close());
  return { device, camera };
}

const isClosed = ({ image }: Frame) =>
  image instanceof VideoFrame ? image.format === null && image.codedWidth === 0 : image.width === 0;

function filled(widthPx: number, heightPx: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  canvas.getContext('2d')?.fillRect(0, 0, widthPx, heightPx);
  return canvas;
}

/** Counts the pictures that a video shows from now on. */
function countPictures(video: HTMLVideoElement): () => number {
  let count = 0;
  const next = (): void => {
    count++;
    video.requestVideoFrameCallback(next);
  };
  video.requestVideoFrameCallback(next);
  return () => count;
}

const lost = async (frames: AsyncGenerator<Frame, never>) => {
  const error = await (async () => {
    for await (const frame of frames) void frame;
  })().catch((thrown: unknown) => thrown);
  expect(error).to.be.instanceOf(LivenessError);
  expect((error as LivenessError).code).to.equal('camera-lost');
};

const inEach = {
  'a browser that reads the track': (title: string, tests: () => void) =>
    describeWith('MediaStreamTrackProcessor', title, tests),
  'a browser that has only the video': (title: string, tests: () => void) =>
    describe(title, () => {
      beforeEach(() => {
        undo.push(replaceProperty(globalThis, 'MediaStreamTrackProcessor', undefined));
      });
      tests();
    }),
} as const;

for (const [browser, describeIn] of Object.entries(inEach)) {
  describeIn(`the frames of a camera in ${browser}`, () => {
    afterEach(() => {
      for (const restore of undo.splice(0).reverse()) restore();
    });

    it('are as large as the camera’s picture, and carry times that grow', async () => {
      const { camera } = await open();
      const times: number[] = [];
      for await (const frame of camera.frames(new AbortController().signal)) {
        expect([frame.widthPx, frame.heightPx]).to.deep.equal([320, 240]);
        expect(Math.abs(frame.capturedAtMs - performance.now())).to.be.lessThan(5000);
        times.push(frame.capturedAtMs);
        if (times.length === 3) break;
      }
      expect(times).to.deep.equal([...new Set(times)].sort((a, b) => a - b));
    });

    it('are each closed when the next is asked for, and the last when the loop ends', async () => {
      const { camera } = await open();
      const seen: Frame[] = [];
      for await (const frame of camera.frames(new AbortController().signal)) {
        expect(isClosed(frame)).to.equal(false);
        expect(seen.every(isClosed)).to.equal(true);
        seen.push(frame);
        if (seen.length === 3) break;
      }
      expect(seen.every(isClosed)).to.equal(true);
    });

    it('wait while one is judged, the newest alone: none is queued', async () => {
      const { device, camera } = await open(SILENCE_LIMIT_MS * 5);
      const frames = camera.frames(new AbortController().signal);
      await frames.next();
      const shown = countPictures(camera.video);
      await waitUntil(() => shown() >= 5, 'pictures came meanwhile');
      device.fallSilent();
      let left = 0;
      const rest = (async () => {
        for await (const _ of frames) left++;
      })();
      expect(await rest.catch(({ code }: LivenessError) => code)).to.equal('camera-lost');
      // The one that waited, and at most one that was on its way when the camera fell silent.
      expect(left).to.be.within(1, 2);
    });

    it('are closed when the one who judges them fails', async () => {
      const { camera } = await open();
      const seen: Frame[] = [];
      const failing = (async () => {
        for await (const frame of camera.frames(new AbortController().signal)) {
          seen.push(frame);
          throw new RangeError('no');
        }
      })();
      expect(await failing.catch((error: unknown) => error)).to.be.instanceOf(RangeError);
      expect(seen.map(isClosed)).to.deep.equal([true]);
    });

    it('end with the reason when the check is cancelled between two of them', async () => {
      const { camera } = await open();
      const controller = new AbortController();
      const reason = new DOMException('stop', 'AbortError');
      const frames = camera.frames(controller.signal);
      await frames.next();
      const next = frames.next();
      controller.abort(reason);
      expect(await next.catch((error: unknown) => error)).to.equal(reason);
    });

    it('have the new shape, and lie upright, when the device is turned', async () => {
      const { device, camera } = await open();
      let turned = false;
      for await (const { image, widthPx, heightPx } of camera.frames(
        new AbortController().signal,
      )) {
        if (!(image instanceof VideoFrame)) throw new Error('not a VideoFrame');
        // What is judged, kept and sent goes by these two: they are the picture's own at every moment.
        expect([image.displayWidth, image.displayHeight]).to.deep.equal([widthPx, heightPx]);
        if (!turned) {
          expect([widthPx, heightPx]).to.deep.equal([320, 240]);
          device.turn(240, 320);
          turned = true;
        } else if (widthPx === 240) {
          expect(heightPx).to.equal(320);
          break;
        }
      }
    });

    it('end as lost when the camera is unplugged while one is awaited', async () => {
      const { device, camera } = await open();
      const frames = camera.frames(new AbortController().signal);
      await frames.next();
      device.fallSilent();
      const ending = lost(frames);
      device.unplug();
      await ending;
    });

    it('end as lost when the camera was unplugged while one was judged', async () => {
      const { device, camera } = await open();
      const frames = camera.frames(new AbortController().signal);
      await frames.next();
      device.unplug();
      await lost(frames);
    });

    it('end as lost when another program keeps the camera, even if black pictures come', async () => {
      const { device, camera } = await open(8000, 50);
      const frames = camera.frames(new AbortController().signal);
      await frames.next();
      device.mute(true);
      await lost(frames);
      expect(device.track.readyState).to.equal('ended');
    });

    it('end as lost when the camera falls silent', async () => {
      const { device, camera } = await open(SILENCE_LIMIT_MS);
      const frames = camera.frames(new AbortController().signal);
      await frames.next();
      device.fallSilent();
      await lost(frames);
    });
  });
}

describe('the frames of a camera', () => {
  afterEach(() => {
    for (const restore of undo.splice(0).reverse()) restore();
  });

  async function openWithoutCallback(): Promise<{ device: CanvasCamera; camera: Camera }> {
    undo.push(replaceProperty(globalThis, 'MediaStreamTrackProcessor', undefined));
    const { requestVideoFrameCallback } = HTMLVideoElement.prototype;
    Reflect.deleteProperty(HTMLVideoElement.prototype, 'requestVideoFrameCallback');
    undo.push(() => Object.assign(HTMLVideoElement.prototype, { requestVideoFrameCallback }));
    return open(SILENCE_LIMIT_MS * 10);
  }

  it('come in a browser that has no callback for pictures', async () => {
    const { camera } = await openWithoutCallback();
    const frames = camera.frames(new AbortController().signal);
    const times: number[] = [];
    while (times.length < 3) times.push((await frames.next()).value.capturedAtMs);
    expect(times).to.deep.equal([...new Set(times)].sort((a, b) => a - b));
    await frames.return(undefined as never);
  });

  itWith(
    'video clock that stands still without pictures',
    'end as lost with the camera in a browser that has no callback for pictures',
    async () => {
      const { device, camera } = await openWithoutCallback();
      const frames = camera.frames(new AbortController().signal);
      await frames.next();
      device.fallSilent();
      await lost(frames);
    },
  );

  it('are as the video shows them where the browser hands over another shape, and says nothing of it', async () => {
    undo.push(replaceProperty(globalThis, 'MediaStreamTrackProcessor', undefined));
    const handedOver: VideoFrame[] = [];
    class LyingFrame extends VideoFrame {
      constructor(_: CanvasImageSource, init: VideoFrameInit) {
        super(filled(240, 320), init);
        handedOver.push(this);
      }
    }
    undo.push(replaceProperty(globalThis, 'VideoFrame', LyingFrame));
    const { camera } = await open();
    const { value } = await camera.frames(new AbortController().signal).next();
    if (!(value.image instanceof ImageBitmap)) throw new Error('not a bitmap');
    expect([value.image.width, value.image.height]).to.deep.equal([320, 240]);
    expect([value.widthPx, value.heightPx]).to.deep.equal([320, 240]);
    expect(handedOver.map(({ format }) => format)).to.deep.equal([null]);
  });

  it('that come while nobody sees the page are not looked at', async () => {
    const { camera } = await open();
    const frames = camera.frames(new AbortController().signal);
    const show = replaceProperty(document, 'visibilityState', 'hidden');
    undo.push(show);
    const shown = countPictures(camera.video);
    let came = false;
    const next = frames.next().then(() => {
      came = true;
    });
    await waitUntil(() => shown() >= 5, 'pictures came meanwhile');
    expect(came).to.equal(false);
    show();
    await next;
  });
});
