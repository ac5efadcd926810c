import { expect } from '@open-wc/testing';
import { LivenessError } from '../../src/errors.ts';
import { ContextLostError, FaceGraph } from '../../src/face/face-graph.ts';
import type { FaceSignals } from '../../src/face/face-signals.ts';
import { SteadyGraph } from '../../src/face/steady-graph.ts';
import { blankPicture, facePicture, ownCanvases, realParts, sizeOf } from './real-parts.ts';

const SIZE = { widthPx: 1, heightPx: 1 };
const SEEN: FaceSignals = { capturedAtMs: 0, faceCount: 0 };
const picture = new OffscreenCanvas(1, 1);

/** A graph whose context can be lost by hand. */
class FakeGraph {
  lost = false;
  closed = 0;
  look(): FaceSignals {
    if (this.lost) throw new ContextLostError();
    return SEEN;
  }
  close(): void {
    this.closed++;
  }
}

async function startFake(next: () => Promise<FakeGraph> = async () => new FakeGraph()) {
  const made: FakeGraph[] = [];
  const first = new FakeGraph();
  const steady = await SteadyGraph.start(async () => {
    const graph = made.length === 0 ? first : await next();
    made.push(graph);
    return graph;
  });
  return { made, first, look: () => steady.look(picture, SIZE, 0) };
}

describe('SteadyGraph', () => {
  it('with MediaPipe: after a lost context it knows nothing of one frame, then sees again what is there', async () => {
    const parts = await realParts();
    const stages: ReturnType<typeof ownCanvases>[] = [];
    const steady = await SteadyGraph.start(() => {
      const stage = ownCanvases();
      stages.push(stage);
      return FaceGraph.create(parts, stage.canvases);
    });
    const person = await facePicture('neutral');
    const blank = await blankPicture();
    let nowMs = 0;
    const look = (image: ImageBitmap) => {
      nowMs += 33;
      return steady.look(image, sizeOf(image), nowMs);
    };

    for (let frame = 0; frame < 5; frame++) await look(person);
    expect((await look(person))?.faceCount).to.equal(1);
    stages[0]?.lose(0);
    expect(await look(blank)).to.equal(undefined);
    expect((await look(blank))?.faceCount).to.equal(0);
    for (let frame = 0; frame < 5; frame++) await look(person);
    expect((await look(person))?.faceCount).to.equal(1);
    expect(stages).to.have.length(2);
  });

  it('closes the lost graph', async () => {
    const { first, made, look } = await startFake();
    first.lost = true;
    await look();
    expect([first.closed, made[1]?.closed]).to.deep.equal([1, 0]);
  });

  it('makes one new graph for two frames that meet the same loss', async () => {
    const { first, made, look } = await startFake();
    first.lost = true;
    await Promise.all([look(), look()]);
    expect(made).to.have.length(2);
    expect(await look()).to.equal(SEEN);
  });

  it('lets a frame that comes while a graph is made wait for it', async () => {
    let finish: (graph: FakeGraph) => void = () => undefined;
    const { first, look } = await startFake(() => new Promise((resolve) => (finish = resolve)));
    first.lost = true;
    const losing = look();
    await Promise.resolve();
    const waiting = look();
    // All that waits for nothing but promises has happened after a task.
    await new Promise((resolve) => setTimeout(resolve));
    finish(new FakeGraph());
    expect(await losing).to.equal(undefined);
    expect(await waiting).to.be.oneOf([undefined, SEEN]);
  });

  it('survives losing its context again and again', async () => {
    const { first, made, look } = await startFake();
    first.lost = true;
    expect(await look()).to.equal(undefined);
    expect(await look()).to.equal(SEEN);
    const second = made[1];
    if (second) second.lost = true;
    expect(await look()).to.equal(undefined);
    expect(await look()).to.equal(SEEN);
  });

  it('says that the tracker failed when no new graph can be made', async () => {
    const { first, look } = await startFake(async () => {
      throw new TypeError('no WebGL');
    });
    first.lost = true;
    for (const _ of [1, 2]) {
      const error = await look().catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(LivenessError);
      expect((error as LivenessError).code).to.equal('tracker-failed');
    }
  });

  it('passes other errors on', async () => {
    const { first, look } = await startFake();
    first.look = () => {
      throw new RangeError('no');
    };
    expect(await look().catch((thrown: unknown) => thrown)).to.be.instanceOf(RangeError);
  });
});
