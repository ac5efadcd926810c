import { expect, oneEvent } from '@open-wc/testing';
import { type Camera, openCamera } from '../../src/camera/open-camera.ts';
import { LivenessError } from '../../src/errors.ts';
import { CameraRack } from './camera-rack.ts';
import { CanvasCamera, stubGetUserMedia } from './camera-stub.ts';

const anySignal = () => new AbortController().signal;
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };
const FRONT = { facingMode: 'user', ...SIZE };
const certain = (label: string) => ({ deviceId: { exact: label }, ...SIZE });

let rack: CameraRack;
let camera: Camera | undefined;

async function open(...labels: string[]): Promise<Camera> {
  rack = new CameraRack(...labels);
  camera = await openCamera(anySignal());
  return camera;
}

const thrownBy = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a device with several cameras', () => {
  afterEach(() => {
    camera?.close();
    camera = undefined;
    rack.close();
  });

  for (const bad of ['IR Camera', 'Depth Camera', 'OBS Virtual Camera', 'Back Camera']) {
    it(`has its front camera taken when the browser gives "${bad}"`, async () => {
      const { current, devices } = await open(bad, 'Front Camera');
      expect(rack.asked).to.deep.equal([FRONT, certain('Front Camera')]);
      expect(rack.on).to.deep.equal(['Front Camera']);
      expect(current).to.deep.equal({
        deviceId: 'Front Camera',
        label: 'Front Camera',
        kind: 'front',
      });
      expect(devices.map(({ label }) => label)).to.deep.equal(['Front Camera', bad]);
    });
  }

  it('keeps the camera that the browser gives when it may show a face', async () => {
    const { current } = await open('HD Camera', 'Front Camera');
    expect(rack.asked).to.deep.equal([FRONT]);
    expect([current.label, current.kind]).to.deep.equal(['HD Camera', 'unknown']);
  });

  it('uses a virtual camera, and says so, when there is no other', async () => {
    const { current } = await open('OBS Virtual Camera');
    expect(rack.asked).to.deep.equal([FRONT]);
    expect(current.kind).to.equal('virtual');
  });

  it('goes on with what it was given when the better one refuses', async () => {
    rack = new CameraRack('IR Camera', 'Front Camera');
    rack.refuse('Front Camera', 'NotReadableError');
    camera = await openCamera(anySignal());
    expect(camera.current.label).to.equal('IR Camera');
    expect(rack.on).to.deep.equal(['IR Camera']);
  });

  it('works where the browser lists no devices', async () => {
    rack = new CameraRack('Front Camera');
    const { enumerateDevices } = navigator.mediaDevices;
    navigator.mediaDevices.enumerateDevices = () => Promise.reject(new DOMException('', 'X'));
    camera = await openCamera(anySignal());
    navigator.mediaDevices.enumerateDevices = enumerateDevices;
    expect(camera.devices).to.deep.equal([]);
    expect(camera.current.kind).to.equal('front');
  });

  it('tells when one is connected, until the camera is closed', async () => {
    const { onDevicesChanged, close } = await open('Front Camera');
    const heard = new EventTarget();
    let times = 0;
    onDevicesChanged(() => {
      times++;
      heard.dispatchEvent(new Event('change'));
    });
    const change = oneEvent(heard, 'change');
    rack.connect('Logitech BRIO');
    await change;
    expect(camera?.devices.map(({ label }) => label)).to.deep.equal([
      'Front Camera',
      'Logitech BRIO',
    ]);
    // Closed while the list is being read, and closed before: neither is told.
    rack.connect('HD Camera');
    close();
    rack.connect('USB Camera');
    await navigator.mediaDevices.enumerateDevices();
    await Promise.resolve();
    expect(times).to.equal(1);
  });
});

describe('a switch to another camera', () => {
  afterEach(() => {
    camera?.close();
    camera = undefined;
    rack.close();
  });

  it('shows the other one in the same video, with the first one off', async () => {
    const { video, current, switchTo } = await open('Front Camera', 'Logitech BRIO');
    await switchTo('Logitech BRIO');
    expect(camera?.video).to.equal(video);
    expect(video.srcObject).to.equal(rack.latest.stream);
    expect(video.paused).to.equal(false);
    expect(rack.on).to.deep.equal(['Logitech BRIO']);
    expect([current.kind, camera?.current.kind]).to.deep.equal(['front', 'external']);
  });

  it('goes on with the same frames, also when one is awaited meanwhile', async () => {
    const { frames, switchTo } = await open('Front Camera', 'Logitech BRIO');
    const reading = frames(anySignal());
    await reading.next();
    rack.latest.fallSilent();
    const next = reading.next();
    await switchTo('Logitech BRIO');
    const { value } = await next;
    expect(value.widthPx).to.equal(160);
    await reading.return(undefined as never);
  });

  it('and back is another object, so that nobody takes it for no switch', async () => {
    const { current, switchTo } = await open('Front Camera', 'Logitech BRIO');
    await Promise.all([switchTo('Logitech BRIO'), switchTo('Front Camera')]);
    expect(camera?.current).to.deep.equal(current);
    expect(camera?.current).not.to.equal(current);
    expect(rack.on).to.deep.equal(['Front Camera']);
  });

  it('that fails goes back to the first, and the frames go on', async () => {
    const { frames, switchTo } = await open('Front Camera', 'Logitech BRIO');
    rack.refuse('Logitech BRIO', 'NotReadableError');
    const reading = frames(anySignal());
    await reading.next();
    await switchTo('Logitech BRIO');
    await reading.next();
    expect(rack.on).to.deep.equal(['Front Camera']);
    await reading.return(undefined as never);
  });

  it('to a camera that is gone goes back too', async () => {
    const { switchTo } = await open('Front Camera', 'Logitech BRIO');
    rack.cameras.pop();
    await switchTo('Logitech BRIO');
    expect(camera?.current.label).to.equal('Front Camera');
  });

  it('that leaves no camera at all ends the frames with the reason', async () => {
    const { frames, switchTo } = await open('Front Camera', 'Logitech BRIO');
    const reading = frames(anySignal());
    await reading.next();
    for (const { label } of rack.cameras) rack.refuse(label, 'NotReadableError');
    await switchTo('Logitech BRIO');
    const error = await thrownBy(reading.next());
    expect(error).to.be.instanceOf(LivenessError);
    expect((error as LivenessError).code).to.equal('camera-in-use');
    expect(rack.on).to.deep.equal([]);
  });

  it('that is under way when the camera is closed leaves none on', async () => {
    const { close, frames, switchTo } = await open('Front Camera', 'Logitech BRIO');
    const reading = frames(anySignal());
    await reading.next();
    const switched = switchTo('Logitech BRIO');
    const next = thrownBy(reading.next());
    close();
    await switched;
    expect(await next).to.be.instanceOf(Error);
    expect(rack.on).to.deep.equal([]);
  });

  it('that takes for ever does not keep a cancelled check', async () => {
    const { frames, switchTo } = await open('Front Camera', 'Logitech BRIO');
    const controller = new AbortController();
    const reading = frames(controller.signal);
    await reading.next();
    navigator.mediaDevices.getUserMedia = () => new Promise(() => undefined);
    void switchTo('Logitech BRIO');
    const next = thrownBy(reading.next());
    const reason = new DOMException('stop', 'AbortError');
    controller.abort(reason);
    expect(await next).to.equal(reason);
  });
});

describe('a camera that cannot give what is asked', () => {
  let restore: () => void;
  /** Refuses whatever is more than `true`. */
  const picky = (answer: () => MediaStream) => {
    rack = new CameraRack();
    restore = stubGetUserMedia(async ({ video }) => {
      rack.asked.push(video);
      if (video !== true) throw new DOMException('', 'OverconstrainedError');
      return answer();
    });
  };
  afterEach(() => {
    camera?.close();
    camera = undefined;
    restore();
    rack.close();
  });

  it('is asked once more, for anything', async () => {
    const device = new CanvasCamera();
    picky(() => device.stream);
    camera = await openCamera(anySignal());
    expect(rack.asked).to.deep.equal([FRONT, true]);
    device.close();
  });

  it('is missing when it cannot give even that', async () => {
    picky(() => {
      throw new DOMException('', 'OverconstrainedError');
    });
    const error = await thrownBy(openCamera(anySignal()));
    expect((error as LivenessError).code).to.equal('camera-missing');
    expect(rack.asked).to.deep.equal([FRONT, true]);
  });
});
