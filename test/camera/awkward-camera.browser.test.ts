import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { type Camera, openCamera } from '../../src/camera/open-camera.ts';
import type { LivenessError } from '../../src/errors.ts';
import { CameraRack } from './camera-rack.ts';
import { replaceProperty, stubGetUserMedia } from './camera-stub.ts';

const QUICK = { busyPausesMs: [10, 20, 40], listMs: 30 };
const never = <T>() => new Promise<T>(() => undefined);

describe('a camera', () => {
  let rack: CameraRack;
  let camera: Camera | undefined;
  const undo: (() => void)[] = [];
  const open = async (limits: Parameters<typeof openCamera>[2] = QUICK, wantedId?: string) => {
    camera = await openCamera(new AbortController().signal, wantedId, limits);
    return camera;
  };
  const codeOf = (opening: Promise<unknown>) =>
    opening.then(
      () => 'it opened',
      ({ code }: LivenessError) => code,
    );
  afterEach(() => {
    camera?.close();
    camera = undefined;
    for (const restore of undo.splice(0).reverse()) restore();
    rack.close();
  });

  for (const name of ['NotReadableError', 'AbortError', 'TrackStartError']) {
    it(`that is let go of late (${name}) is asked for again, and opens`, async () => {
      rack = new CameraRack('Front Camera');
      rack.refuse('Front Camera', name, 2);
      expect((await open()).current.label).to.equal('Front Camera');
      expect(rack.asked).to.have.length(3);
    });
  }

  it('that the person chose is asked for again too, before any other', async () => {
    rack = new CameraRack('Front Camera', 'Logitech BRIO');
    await open();
    camera?.close();
    rack.refuse('Logitech BRIO', 'NotReadableError', 2);
    expect((await open(QUICK, 'Logitech BRIO')).current.label).to.equal('Logitech BRIO');
  });

  it('that is let go of late does not end a switch', async () => {
    rack = new CameraRack('Front Camera', 'Logitech BRIO');
    const { switchTo } = await open();
    rack.refuse('Logitech BRIO', 'NotReadableError', 2);
    await switchTo('Logitech BRIO');
    expect(camera?.current.label).to.equal('Logitech BRIO');
  });

  it('that stays busy is left for the next one', async () => {
    rack = new CameraRack('Front Camera', 'IR Camera', 'Logitech BRIO');
    await open();
    camera?.close();
    rack.refuse('Front Camera', 'NotReadableError');
    expect((await open()).current.label).to.equal('Logitech BRIO');
  });

  it('that stays busy, as all others do, is in use, and none is on', async () => {
    rack = new CameraRack('Front Camera', 'Logitech BRIO');
    await open();
    camera?.close();
    for (const { label } of rack.cameras) rack.refuse(label, 'NotReadableError');
    expect(await codeOf(open())).to.equal('camera-in-use');
    expect(rack.on).to.deep.equal([]);
  });

  it('that was refused is asked for once', async () => {
    rack = new CameraRack('Front Camera');
    rack.refuse('Front Camera', 'NotAllowedError');
    await codeOf(open());
    expect(rack.asked).to.have.length(1);
  });

  it('that is permitted and never opens is in use, and off should it open later', async () => {
    rack = new CameraRack('Front Camera');
    let give: (stream: MediaStream) => void = () => undefined;
    const { getUserMedia } = navigator.mediaDevices;
    undo.push(stubGetUserMedia(() => new Promise((resolve) => (give = resolve))));
    const status = Object.assign(new EventTarget(), { state: 'prompt' });
    undo.push(replaceProperty(navigator.permissions, 'query', async () => status));
    const opening = codeOf(open({ ...QUICK, busyPausesMs: [], openingMs: 20 }));
    await new Promise((resolve) => setTimeout(resolve, 60));
    // The question may stay open as long as the person likes.
    expect(await Promise.race([opening, 'waits'])).to.equal('waits');
    status.state = 'granted';
    status.dispatchEvent(new Event('change'));
    expect(await opening).to.equal('camera-in-use');
    const late = await getUserMedia.call(navigator.mediaDevices, { video: true });
    give(late);
    await waitUntil(() => rack.on.length === 0);
  });

  it('is played while the list of devices never comes', async () => {
    rack = new CameraRack('Front Camera');
    undo.push(replaceProperty(navigator.mediaDevices, 'enumerateDevices', () => never()));
    const { video, devices } = await open();
    expect([video.paused, devices.length]).to.deep.equal([false, 0]);
  });

  it('has its list when that comes late, and says so', async () => {
    rack = new CameraRack('Front Camera', 'Logitech BRIO');
    const { enumerateDevices } = navigator.mediaDevices;
    let come = (): void => undefined;
    undo.push(
      replaceProperty(navigator.mediaDevices, 'enumerateDevices', async () => {
        await new Promise<void>((resolve) => {
          come = resolve;
        });
        return enumerateDevices.call(navigator.mediaDevices);
      }),
    );
    const { onDevicesChanged } = await open();
    const told = new Promise<void>((resolve) => onDevicesChanged(resolve));
    come();
    await told;
    expect(camera?.devices.map(({ label }) => label)).to.deep.equal([
      'Front Camera',
      'Logitech BRIO',
    ]);
  });

  it('whose video the browser pauses is played again', async () => {
    rack = new CameraRack('Front Camera');
    const { video } = await open();
    for (let time = 0; time < 2; time++) {
      const playing = oneEvent(video, 'playing');
      video.pause();
      await playing;
      expect(video.paused).to.equal(false);
    }
  });

  it('whose video cannot be played again is lost', async () => {
    rack = new CameraRack('Front Camera');
    const { video, frames } = await open({ ...QUICK, silenceMs: 100 });
    video.play = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    video.pause();
    const reading = (async () => {
      for await (const _ of frames(new AbortController().signal));
    })();
    expect(await codeOf(reading)).to.equal('camera-lost');
    // That no picture comes may be noticed before that it cannot be played.
    await waitUntil(() => rack?.on.length === 0, 'the camera is off');
  });

  it('stays off when it was paused by its own end', async () => {
    rack = new CameraRack('Front Camera');
    const { video, close } = await open();
    close();
    video.pause();
    await new Promise((resolve) => setTimeout(resolve));
    expect([video.paused, rack.on.length]).to.deep.equal([true, 0]);
  });
});

describe('the screen', () => {
  let rack: CameraRack;
  const undo: (() => void)[] = [];
  const locks: { released: boolean }[] = [];
  const hold = (request: () => Promise<unknown>) =>
    undo.push(replaceProperty(navigator, 'wakeLock', { request }));
  const grant = async () => {
    const lock = {
      released: false,
      release: async () => {
        lock.released = true;
      },
    };
    locks.push(lock);
    return lock;
  };
  beforeEach(() => {
    rack = new CameraRack('Front Camera');
    locks.length = 0;
  });
  afterEach(() => {
    for (const restore of undo.splice(0).reverse()) restore();
    rack.close();
  });
  const open = () => openCamera(new AbortController().signal);
  const held = () => locks.filter(({ released }) => !released).length;

  it('is held awake while the camera is on, and no longer', async () => {
    hold(grant);
    const { close } = await open();
    await waitUntil(() => held() === 1);
    close();
    expect(held()).to.equal(0);
  });

  it('is held awake again after the page was hidden, by one lock', async () => {
    hold(grant);
    const { close } = await open();
    await waitUntil(() => locks.length === 1);
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => locks.length === 2);
    await waitUntil(() => held() === 1);
    close();
    expect(held()).to.equal(0);
  });

  it('is let go when the lock comes after the end', async () => {
    let come = (): void => undefined;
    hold(async () => {
      await new Promise<void>((resolve) => {
        come = resolve;
      });
      return grant();
    });
    const { close } = await open();
    close();
    come();
    await waitUntil(() => locks.length === 1 && held() === 0);
  });

  for (const [why, request] of [
    ['is refused', () => Promise.reject(new DOMException('', 'NotAllowedError'))],
    [
      'throws',
      () => {
        throw new TypeError('no');
      },
    ],
    ['never comes', () => never()],
  ] as const) {
    it(`goes dark as ever where the lock ${why}, and the camera works`, async () => {
      hold(request);
      const { close, video } = await open();
      expect(video.paused).to.equal(false);
      close();
    });
  }
});
