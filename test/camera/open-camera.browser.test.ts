import { expect } from '@open-wc/testing';
import { openCamera } from '../../src/camera/open-camera.ts';
import { LivenessError } from '../../src/errors.ts';
import {
  CanvasCamera,
  firstVideoTrack,
  replaceProperty,
  silentStream,
  stubGetUserMedia,
} from './camera-stub.ts';

const undo: (() => void)[] = [];
const anySignal = () => new AbortController().signal;

function useCamera(camera = new CanvasCamera()): CanvasCamera {
  undo.push(() => camera.close());
  undo.push(stubGetUserMedia(async () => camera.stream));
  return camera;
}

async function codeOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(
    () => new Error('it opened'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof LivenessError)) throw error;
  return error.code;
}

const refusing = (name: string) =>
  stubGetUserMedia(async () => {
    throw new DOMException('', name);
  });

describe('openCamera', () => {
  afterEach(() => {
    for (const restore of undo.splice(0).reverse()) restore();
  });

  it('plays the front camera without sound, muted and in its place on the page', async () => {
    const camera = new CanvasCamera();
    undo.push(() => camera.close());
    const asked: MediaStreamConstraints[] = [];
    undo.push(
      stubGetUserMedia(async (constraints) => {
        asked.push(constraints);
        return camera.stream;
      }),
    );
    const { video, current, close } = await openCamera(anySignal());
    expect(asked).to.deep.equal([
      {
        audio: false,
        video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
      },
    ]);
    expect(video.srcObject).to.equal(camera.stream);
    expect([video.muted, video.playsInline, video.paused]).to.deep.equal([true, true, false]);
    expect(current.label).to.equal(camera.track.label);
    close();
  });

  it('close() ends every track and may be called twice', async () => {
    const { track } = useCamera();
    const { video, close } = await openCamera(anySignal());
    close();
    close();
    expect(track.readyState).to.equal('ended');
    expect(video.srcObject).to.equal(null);
  });

  it('asks for nothing where the page is not secure', async () => {
    let asked = 0;
    undo.push(
      stubGetUserMedia(async () => {
        asked++;
        return silentStream();
      }),
    );
    undo.push(replaceProperty(globalThis, 'isSecureContext', false));
    expect(await codeOf(openCamera(anySignal()))).to.equal('insecure-context');
    expect(asked).to.equal(0);
  });

  it('says that a browser without cameras is not supported', async () => {
    undo.push(replaceProperty(navigator.mediaDevices, 'getUserMedia', undefined));
    expect(await codeOf(openCamera(anySignal()))).to.equal('unsupported-browser');
  });

  it('tells a refusal by the person', async () => {
    undo.push(refusing('NotAllowedError'));
    const status = Object.assign(new EventTarget(), { state: 'denied' });
    undo.push(replaceProperty(navigator.permissions, 'query', async () => status));
    expect(await codeOf(openCamera(anySignal()))).to.equal('camera-denied');
  });

  it('translates what the browser threw', async () => {
    undo.push(refusing('NotReadableError'));
    expect(await codeOf(openCamera(anySignal()))).to.equal('camera-in-use');
  });

  it('takes a stream without pictures for no camera', async () => {
    undo.push(stubGetUserMedia(async () => new MediaStream()));
    expect(await codeOf(openCamera(anySignal()))).to.equal('camera-missing');
  });

  it('does not ask for a check that was cancelled before', async () => {
    const camera = useCamera();
    const reason = new DOMException('stop', 'AbortError');
    const thrown = await openCamera(AbortSignal.abort(reason)).catch((error: unknown) => error);
    expect(thrown).to.equal(reason);
    expect(camera.track.readyState).to.equal('live');
  });

  it('stops the stream that arrives after a cancel', async () => {
    const camera = new CanvasCamera();
    undo.push(() => camera.close());
    let allow: (stream: MediaStream) => void = () => undefined;
    undo.push(stubGetUserMedia(() => new Promise((resolve) => (allow = resolve))));
    const controller = new AbortController();
    const opening = openCamera(controller.signal);
    const reason = new DOMException('stop', 'AbortError');
    controller.abort(reason);
    allow(camera.stream);
    expect(await opening.catch((error: unknown) => error)).to.equal(reason);
    expect(camera.track.readyState).to.equal('ended');
  });
});

describe('a camera that gives no first picture', () => {
  let stream: MediaStream;
  beforeEach(() => {
    stream = silentStream();
    undo.push(stubGetUserMedia(async () => stream));
  });
  afterEach(() => {
    for (const restore of undo.splice(0).reverse()) restore();
    expect(firstVideoTrack(stream).readyState).to.equal('ended');
  });

  it('is lost, and switched off, after the limit', async () => {
    expect(
      await codeOf(openCamera(anySignal(), undefined, { silenceMs: 50, muteMs: 5000 })),
    ).to.equal('camera-lost');
  });

  it('is switched off at once when the check is cancelled', async () => {
    const controller = new AbortController();
    const opening = openCamera(controller.signal);
    const reason = new DOMException('stop', 'AbortError');
    setTimeout(() => controller.abort(reason));
    expect(await opening.catch((error: unknown) => error)).to.equal(reason);
  });

  it('is lost when it is unplugged meanwhile', async () => {
    const opening = openCamera(anySignal());
    const [track] = stream.getVideoTracks();
    setTimeout(() => track?.dispatchEvent(new Event('ended')));
    expect(await codeOf(opening)).to.equal('camera-lost');
  });
});
