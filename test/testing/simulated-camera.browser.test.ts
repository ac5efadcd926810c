import { expect, waitUntil } from '@open-wc/testing';
import { FramePump } from '../../src/testing/frame-pump.ts';
import {
  type CameraScene,
  createSimulatedCamera,
  installSimulatedCamera,
  SIMULATED_CAMERA_LABEL,
} from '../../src/testing/index.ts';

/** A scene that counts its draws and paints each in another colour. */
class CountingScene implements CameraScene {
  draws = 0;
  readonly timesMs: number[] = [];
  readonly #waiting: { draws: number; reached: () => void }[] = [];

  draw(context: CanvasRenderingContext2D, nowMs: number): void {
    this.draws += 1;
    this.timesMs.push(nowMs);
    context.fillStyle = this.draws % 2 === 0 ? '#ff0000' : '#0000ff';
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    for (const { draws, reached } of this.#waiting) if (this.draws >= draws) reached();
  }

  drawn(draws: number): Promise<void> {
    return new Promise((reached) => this.#waiting.push({ draws, reached }));
  }
}

/** The next `count` pictures that a video shows, as the colours of their middles. */
async function watch(stream: MediaStream, count: number): Promise<Set<string>> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  const colors = new Set<string>();
  for (let picture = 0; picture < count; picture += 1) {
    await new Promise((shown) => video.requestVideoFrameCallback(shown));
    context.drawImage(video, 0, 0);
    const [red = 0, , blue = 0] = context.getImageData(
      canvas.width / 2,
      canvas.height / 2,
      1,
      1,
    ).data;
    colors.add(red > blue ? 'red' : 'blue');
  }
  video.srcObject = null;
  return colors;
}

describe('the simulated camera', () => {
  it('shows a moving picture of the asked size', async () => {
    const scene = new CountingScene();
    const { stream, stop } = createSimulatedCamera(scene, { widthPx: 320, heightPx: 240 });
    const colors = await watch(stream, 8);
    expect([...colors].sort()).to.deep.equal(['blue', 'red']);
    const [track] = stream.getVideoTracks();
    expect(track?.label).to.equal(SIMULATED_CAMERA_LABEL);
    expect(track?.getSettings()).to.include({ width: 320, height: 240, facingMode: 'user' });
    stop();
    expect(track?.readyState).to.equal('ended');
  });

  it('draws by the clock that it is given', async () => {
    const scene = new CountingScene();
    let nowMs = 0;
    const now = () => {
      nowMs += 40;
      return nowMs;
    };
    const { stop } = createSimulatedCamera(scene, { now });
    await scene.drawn(3);
    stop();
    expect(scene.timesMs.slice(0, 3)).to.deep.equal([40, 80, 120]);
  });

  it('stops drawing when all its tracks are stopped, and starts again for a new one', async () => {
    const scene = new CountingScene();
    const pump = new FramePump(scene);
    const [first, second] = [pump.openTrack(), pump.openTrack()];
    expect(first.id).not.to.equal(second.id);
    await scene.drawn(2);
    first.stop();
    await scene.drawn(scene.draws + 2);
    expect(pump.running).to.equal(true);
    second.stop();
    await waitUntil(() => !pump.running);
    const { draws } = scene;
    pump.openTrack();
    await scene.drawn(draws + 2);
    pump.stop();
    expect(pump.running).to.equal(false);
  });

  it('refuses sizes and speeds that no camera has', () => {
    const scene = new CountingScene();
    expect(() => createSimulatedCamera(scene, { widthPx: 0 })).to.throw(RangeError);
    expect(() => createSimulatedCamera(scene, { framesPerSecond: 0 })).to.throw(RangeError);
  });
});

describe('the installed simulated camera', () => {
  it('is the page’s only camera', async () => {
    const uninstall = installSimulatedCamera(new CountingScene());
    const devices = await navigator.mediaDevices.enumerateDevices();
    expect(devices.map(({ kind, label }) => [kind, label])).to.deep.equal([
      ['videoinput', SIMULATED_CAMERA_LABEL],
    ]);
    uninstall();
  });

  it('gives a fresh track on every call, and ends them all when it goes', async () => {
    const scene = new CountingScene();
    const uninstall = installSimulatedCamera(scene);
    const open = async () => {
      const [track] = (await navigator.mediaDevices.getUserMedia({ video: true })).getTracks();
      if (!track) throw new Error('no track');
      return track;
    };
    const [first, second] = [await open(), await open()];
    expect(first.id).not.to.equal(second.id);
    first.stop();
    await scene.drawn(scene.draws + 2);
    expect(second.readyState).to.equal('live');
    uninstall();
    expect(second.readyState).to.equal('ended');
  });

  it('refuses what it is not: a microphone, or nothing at all', async () => {
    const uninstall = installSimulatedCamera(new CountingScene());
    const name = async (constraints: MediaStreamConstraints): Promise<string> =>
      navigator.mediaDevices.getUserMedia(constraints).then(
        () => 'given',
        (error: Error) => error.name,
      );
    expect(await name({ video: true, audio: true })).to.equal('NotFoundError');
    expect(await name({})).to.equal('TypeError');
    uninstall();
  });

  it('gives the page its own cameras back', async () => {
    const { getUserMedia, enumerateDevices } = navigator.mediaDevices;
    const uninstall = installSimulatedCamera(new CountingScene());
    expect(navigator.mediaDevices.getUserMedia).not.to.equal(getUserMedia);
    uninstall();
    expect(navigator.mediaDevices.getUserMedia).to.equal(getUserMedia);
    expect(navigator.mediaDevices.enumerateDevices).to.equal(enumerateDevices);
    expect(Object.hasOwn(navigator.mediaDevices, 'getUserMedia')).to.equal(false);
  });
});
