import { expect } from '@open-wc/testing';
import { ContextLostError, FaceGraph } from '../../src/face/face-graph.ts';
import type { FaceSignals } from '../../src/face/face-signals.ts';
import { blankPicture, facePicture, ownCanvases, realParts, sizeOf } from './real-parts.ts';

/** Every fifth frame is also looked at for a second person. */
const FRAMES_UNTIL_COUNTED = 5;

describe('FaceGraph', () => {
  let graph: FaceGraph;
  let nowMs = 0;
  const look = (picture: ImageBitmap): FaceSignals => {
    nowMs += 33;
    return graph.look(picture, sizeOf(picture), nowMs);
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

describe('a lost WebGL context', () => {
  for (const [which, index] of [
    ['landmarker', 0],
    ['detector', 1],
  ] as const) {
    it(`of the ${which} makes look() throw instead of giving the last face again`, async () => {
      const { canvases, lose } = ownCanvases();
      const graph = await FaceGraph.create(await realParts(), canvases);
      const person = await facePicture('neutral');
      const blank = await blankPicture();
      const look = (picture: ImageBitmap, atMs: number) =>
        graph.look(picture, sizeOf(picture), atMs);
      expect(look(blank, 33).faceCount, 'nobody before').to.equal(0);
      for (let frame = 2; frame < 6; frame++) look(person, 33 * frame);
      expect(look(person, 33 * 6).faceCount, 'a face before').to.equal(1);
      lose(index);
      for (let frame = 7; frame < 14; frame++) {
        const picture = frame % 2 ? blank : person;
        expect(() => look(picture, 33 * frame)).to.throw(ContextLostError);
      }
      graph.close();
    });
  }
});

describe('MediaPipe itself', () => {
  it('gives the last face for a blank picture after a loss: the reason why look() asks the context', async () => {
    const { canvases, lose } = ownCanvases();
    const graph = await FaceGraph.create(await realParts(), canvases);
    const [person, blank] = [await facePicture('neutral'), await blankPicture()];
    const look = (picture: ImageBitmap, atMs: number) => graph.look(picture, sizeOf(picture), atMs);
    for (let frame = 1; frame < 6; frame++) look(person, 33 * frame);
    // A graph that does not ask is blind to the loss.
    const { isContextLost } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.isContextLost = () => false;
    try {
      lose(0);
      const stale = Array.from({ length: 5 }, (_, frame) => look(blank, 300 + 33 * frame));
      expect(stale.map(({ faceCount }) => faceCount)).to.include(1);
    } finally {
      WebGL2RenderingContext.prototype.isContextLost = isContextLost;
      graph.close();
    }
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
