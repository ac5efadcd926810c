import { expect } from '@open-wc/testing';
import { FaceGraph } from '../../src/face/face-graph.ts';
import type { FaceSignals } from '../../src/face/face-signals.ts';
import { blankPicture, facePicture, pixelsOf, realParts, sizeOf } from './real-parts.ts';

/** Every fifth frame is also looked at for a second person. */
const FRAMES_UNTIL_COUNTED = 5;

describe('FaceGraph', () => {
  let graph: FaceGraph;
  let nowMs = 0;
  const look = (picture: ImageBitmap): FaceSignals => {
    nowMs += 33;
    return graph.look(pixelsOf(picture), sizeOf(picture), nowMs);
  };
  const lookOften = (picture: ImageBitmap): FaceSignals => {
    let signals = look(picture);
    for (let frame = 0; frame < FRAMES_UNTIL_COUNTED; frame++) signals = look(picture);
    return signals;
  };

  before(async () => {
    graph = await FaceGraph.create(await realParts());
  });
  after(() => graph.close());

  it('sees one face in the picture of a person, and measures it', async () => {
    const { faceCount, face, capturedAtMs } = lookOften(await facePicture('neutral'));
    expect(faceCount).to.equal(1);
    expect(capturedAtMs).to.equal(nowMs);
    expect(Math.abs(face?.yawDegrees ?? 90)).to.be.lessThan(8);
    expect(face?.eyeAspectRatioLeft).to.be.greaterThan(0.2);
    expect(face?.mouthOpeningRatio).to.be.lessThan(0.2);
    expect(face?.box.height).to.be.within(0.3, 0.9);
  });

  it('sees nobody in a picture without people', async () => {
    const { faceCount, face } = lookOften(await facePicture('nobody'));
    expect(faceCount).to.equal(0);
    expect(face).to.equal(undefined);
  });

  it('sees more than one in the picture of two', async () => {
    expect(lookOften(await facePicture('two-people')).faceCount).to.equal(2);
  });

  it('measures a turn to the person’s own left as positive, and to the right as negative', async () => {
    expect(lookOften(await facePicture('turn-left')).face?.yawDegrees).to.be.greaterThan(15);
    expect(lookOften(await facePicture('turn-right')).face?.yawDegrees).to.be.lessThan(-15);
  });

  it('measures a nod up as positive, and down as negative', async () => {
    const neutral = lookOften(await facePicture('neutral')).face?.pitchDegrees ?? Number.NaN;
    const up = lookOften(await facePicture('nod-up')).face?.pitchDegrees ?? Number.NaN;
    const down = lookOften(await facePicture('nod-down')).face?.pitchDegrees ?? Number.NaN;
    expect(up - neutral).to.be.greaterThan(10);
    expect(down - neutral).to.be.lessThan(-10);
  });

  it('takes frames whose times run backwards, as those of a new check do', async () => {
    const picture = await facePicture('neutral');
    nowMs = 1_000_000;
    lookOften(picture);
    nowMs = 0;
    expect(look(picture).faceCount).to.equal(1);
  });
});

describe('a graph that has just begun', () => {
  it('finds a face at once, and the bystander when it is complete, whatever it looked at meanwhile', async () => {
    const graph = await FaceGraph.begin(await realParts());
    const two = await facePicture('two-people');
    const look = (atMs: number) => graph.look(pixelsOf(two), sizeOf(two), atMs);
    expect(look(1).faceCount).to.equal(1);
    const completing = graph.complete();
    expect(look(2).face).not.to.equal(undefined);
    await completing;
    expect(look(3).faceCount).to.equal(2);
    graph.close();
  });
});

describe('a graph on the CPU', () => {
  it('needs no WebGL', async () => {
    const { getContext } = OffscreenCanvas.prototype;
    OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: [never]) {
      if (String(args[0]).startsWith('webgl')) throw new Error('WebGL was asked for');
      return getContext.apply(this, args);
    } as typeof getContext;
    try {
      const graph = await FaceGraph.create(await realParts());
      const person = await facePicture('neutral');
      expect(graph.look(pixelsOf(person), sizeOf(person), 33).faceCount).to.equal(1);
      graph.close();
    } finally {
      OffscreenCanvas.prototype.getContext = getContext;
    }
  });

  it('sees at once that the person has gone', async () => {
    const graph = await FaceGraph.create(await realParts());
    const [person, blank] = [await facePicture('neutral'), await blankPicture()];
    for (let frame = 1; frame < 7; frame++)
      graph.look(pixelsOf(person), sizeOf(person), 33 * frame);
    expect(graph.look(pixelsOf(blank), sizeOf(blank), 33 * 7).face).to.equal(undefined);
    graph.close();
  });
});

describe('FaceGraph.create', () => {
  it('fails, and does not hang, when the code cannot be instantiated', async () => {
    // A module that imports what nobody gives it; on a phone it is the memory that is missing.
    const bytes = [
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
      ...[0x02, 0x07, 0x01, 0x01, 0x78, 0x01, 0x79, 0x00, 0x00],
    ];
    const wasm = await WebAssembly.compile(new Uint8Array(bytes));
    const thrown = await FaceGraph.create({ ...(await realParts()), wasm }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(thrown).to.be.instanceOf(Error);
  });
});
