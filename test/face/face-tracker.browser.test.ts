import { expect } from '@open-wc/testing';
import { zipSync } from 'fflate';
import type { Frame } from '../../src/camera/frame.ts';
import { LivenessError } from '../../src/errors.ts';
import type { FaceAssets } from '../../src/face/asset-source.ts';
import { type AssetLocation, faceAssets } from '../../src/face/face-assets.ts';
import { startFaceTracker } from '../../src/face/face-tracker.ts';
import { blankPicture, facePicture } from './real-parts.ts';

const COMLINK = new URL('/node_modules/comlink/dist/esm/comlink.mjs', location.href).href;
const NO_ASSETS: FaceAssets = { wasm: { url: '' }, model: { url: '' } };

/** A module worker of a few lines. */
function workerOf(source: string): Worker {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new Worker(url, { type: 'module' });
}

/** A worker that loads well and answers `track` as the source says. */
const workerThatTracks = (track: string): Worker =>
  workerOf(`import { expose } from ${JSON.stringify(COMLINK)};
expose({ load: async () => undefined, track: ${track} });`);

const start = (worker: Worker, answerLimitMs?: number) =>
  startFaceTracker(worker, NO_ASSETS, () => undefined, answerLimitMs ? { answerLimitMs } : {});

async function failure(attempt: Promise<unknown>): Promise<LivenessError> {
  const error = await attempt.then(
    () => new Error('it went well'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof LivenessError)) throw error;
  return error;
}

async function frameOf(image: ImageBitmap | Promise<ImageBitmap>): Promise<Frame> {
  const picture = await image;
  const { width: widthPx, height: heightPx } = picture;
  return { image: picture, widthPx, heightPx, capturedAtMs: performance.now() };
}

describe('a tracker whose worker', () => {
  it('never comes is given up, as a file that could not be fetched', async () => {
    const silent = workerOf('await new Promise(() => {})');
    const error = await failure(
      startFaceTracker(silent, NO_ASSETS, () => undefined, { scriptLimitMs: 300 }),
    );
    expect(error.code).to.equal('assets-unreachable');
    expect(error.message).to.contain('worker');
  });

  it('is still loading ends with the signal, its worker too', async () => {
    const worker = workerOf(`import { expose } from ${JSON.stringify(COMLINK)};
expose({ load: () => new Promise(() => {}) });`);
    let terminated = false;
    const terminate = worker.terminate.bind(worker);
    worker.terminate = () => {
      terminated = true;
      terminate();
    };
    const leaving = new AbortController();
    const { signal } = leaving;
    const starting = failure(startFaceTracker(worker, NO_ASSETS, () => undefined, { signal }));
    leaving.abort();
    expect((await starting).code).to.equal('tracker-failed');
    expect(terminated).to.equal(true);
  });

  it('does not load fails to start', async () => {
    const worker = new Worker('/no-such-worker.js', { type: 'module' });
    expect((await failure(start(worker))).code).to.equal('assets-unreachable');
  });

  it('dies at the start fails to start, and says what it died of', async () => {
    const error = await failure(start(workerOf(`throw new Error('boom')`)));
    expect(error.code).to.equal('tracker-failed');
    expect(error.message).to.contain('boom');
  });

  it('dies at a frame fails, at this frame and at every later one', async () => {
    const dying = `() => { setTimeout(() => { throw new Error('boom') }); return new Promise(() => {}) }`;
    const tracker = await start(workerThatTracks(dying));
    const frame = await frameOf(blankPicture());
    for (const _ of [1, 2]) {
      expect((await failure(tracker.track(frame))).code).to.equal('tracker-failed');
    }
    tracker.close();
  });

  it('is gone without a word fails when the time for an answer is over', async () => {
    const tracker = await start(workerThatTracks('() => new Promise(() => {})'), 50);
    const frame = await frameOf(blankPicture());
    expect((await failure(tracker.track(frame))).code).to.equal('tracker-failed');
    tracker.close();
  });

  it('is ended by close() fails whoever still waits', async () => {
    const tracker = await start(workerThatTracks('() => new Promise(() => {})'));
    const waiting = failure(tracker.track(await frameOf(blankPicture())));
    tracker.close();
    expect((await waiting).code).to.equal('tracker-failed');
  });

  it('answers gives the answer, and leaves the frame open', async () => {
    const tracker = await start(
      workerThatTracks(`(image, size, capturedAtMs) => {
        image.close();
        return { capturedAtMs, faceCount: size.widthPx === 640 ? 1 : 0 };
      }`),
    );
    for (const image of [
      await blankPicture(),
      new VideoFrame(await blankPicture(), { timestamp: 5 }),
    ]) {
      const frame: Frame = { image, widthPx: 640, heightPx: 480, capturedAtMs: 12.5 };
      expect(await tracker.track(frame)).to.deep.equal({ capturedAtMs: 12.5, faceCount: 1 });
      expect(image instanceof VideoFrame ? image.codedWidth : image.width).to.equal(640);
      image.close();
    }
    tracker.close();
  });
});

describe('the real worker', () => {
  const startReal = async (location: AssetLocation) => {
    const url = new URL('../../src/face/tracker-worker.ts', import.meta.url);
    const progress: [loadedBytes: number, totalBytes: number][] = [];
    const tracker = await startFaceTracker(
      new Worker(url, { type: 'module' }),
      faceAssets(location),
      (loadedBytes, totalBytes) => progress.push([loadedBytes, totalBytes]),
    );
    return { tracker, progress };
  };
  const assetUrl = new URL('../../src/face/assets', import.meta.url).href;

  it('loads from a folder, tells how far it is, and sees a face', async () => {
    const { tracker, progress } = await startReal({ assetUrl });
    const signals = await tracker.track(await frameOf(facePicture('neutral')));
    expect(signals?.faceCount).to.equal(1);
    expect((await tracker.track(await frameOf(blankPicture())))?.face).to.equal(undefined);
    const [loadedBytes, totalBytes] = progress.at(-1) ?? [0, 1];
    expect(loadedBytes).to.equal(totalBytes);
    tracker.close();
  });

  it('names the URL of a file that is not there', async () => {
    const nowhere = new URL('/no-such-folder/', location.href).href;
    const error = await failure(startReal({ assetUrl: nowhere }));
    expect(error.code).to.equal('assets-unreachable');
    expect(error.message).to.contain(nowhere);
  });

  it('says what was served in place of a file', async () => {
    const modelUrl = URL.createObjectURL(new Blob(['<html>'], { type: 'text/html' }));
    const error = await failure(startReal({ assetUrl, modelUrl }));
    expect(error.code).to.equal('assets-corrupt');
    expect(error.message).to.contain(modelUrl).and.to.contain('text/html');
  });

  it('calls a model of the integrator’s that is none assets-corrupt, not the browser unsupported', async () => {
    const garbage = new Uint8Array(1000).fill(1);
    const bundle = zipSync(
      {
        'face_detector.tflite': garbage,
        'face_landmarks_detector.tflite': garbage,
        'geometry_pipeline_metadata_landmarks.binarypb': garbage,
      },
      { level: 0 },
    );
    const modelUrl = URL.createObjectURL(new Blob([bundle as BlobPart]));
    const error = await failure(startReal({ assetUrl, modelUrl }));
    expect(error.code).to.equal('assets-corrupt');
    expect(error.errors).to.deep.equal([modelUrl]);
  });
});
