import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createAnalyst } from '../../../src/service/analysis/create-analyst.ts';
import { loadPassiveDetector } from '../../../src/service/analysis/passive/load-passive-detector.ts';
import type { PassiveFrame } from '../../../src/service/analysis/passive/passive-detector.ts';
import { buildFaceModel } from '../../../tools/face-model/build-face-model.ts';
import { NetworkWriter } from '../../../tools/face-model/network-writer.ts';

const SIDE_PX = 16;
const GOOD = {
  model: './means.tflite',
  crop: 1,
  size_px: SIDE_PX,
  colour_order: 'rgb',
  range: [0, 1],
  live_index: 0,
  activation: 'none',
};

await buildFaceModel();

/** A model whose three answers are the means of its three channels. */
function meansOfChannels(): Uint8Array {
  const network = new NetworkWriter();
  const input = network.input([SIDE_PX, SIDE_PX, 3]);
  const values = Float32Array.from({ length: 3 * SIDE_PX ** 2 * 3 }, (_, i) => {
    const output = Math.floor(i / (3 * SIDE_PX ** 2));
    return i % 3 === output ? 1 / SIDE_PX ** 2 : 0;
  });
  const kernel = {
    shape: [3, SIDE_PX, SIDE_PX, 3],
    weights: { values },
    bias: new Float32Array(3),
  } as const;
  return network.finish(
    input,
    network.convolve(input, kernel, { stride: 1, padding: 'valid' }, false),
  );
}

/** A red face before a green wall. */
function redFace(): PassiveFrame {
  const [widthPx, heightPx] = [96, 96];
  const face = { left: 32, top: 32, widthPx: 32, heightPx: 32 };
  const pixels = new Uint8Array(3 * widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const isFace = x >= 32 && x < 64 && y >= 32 && y < 64;
      pixels.set(isFace ? [204, 0, 0] : [0, 102, 0], 3 * (y * widthPx + x));
    }
  }
  return { pixels, widthPx, heightPx, face, shows: 'neutral' };
}

describe('a detector that is described', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liveness-detector-'));
    await writeFile(join(folder, 'means.tflite'), meansOfChannels());
    await writeFile(join(folder, 'nothing.tflite'), 'no model at all');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function described(changes: object, name = 'detector.json'): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify({ ...GOOD, ...changes }));
    return path;
  }
  const scoreOf = async (changes: object) =>
    (await loadPassiveDetector(await described(changes)))([redFace()]);
  const near = (actual: number, expected: number) =>
    assert.ok(Math.abs(actual - expected) < 0.02, `${actual}, not ${expected}`);

  it('is given the face, in its colours, range and size, and read where it says', async () => {
    near(await scoreOf({}), 0.8);
    near(await scoreOf({ live_index: 1 }), 0);
    near(await scoreOf({ colour_order: 'bgr' }), 0);
    near(await scoreOf({ colour_order: 'bgr', live_index: 2 }), 0.8);
    near(await scoreOf({ range: [-1, 1] }), 0.6);
    // A square of twice the side is a quarter face and three quarters wall.
    near(await scoreOf({ crop: 2 }), 0.2);
    near(await scoreOf({ crop: 2, live_index: 1 }), 0.3);
  });

  it('makes a score of what the model answers', async () => {
    near(await scoreOf({ activation: 'sigmoid' }), 1 / (1 + Math.exp(-0.8)));
    near(await scoreOf({ activation: 'softmax' }), Math.exp(0.8) / (Math.exp(0.8) + 2));
  });

  it('scores a session by the mean of its images', async () => {
    const detector = await loadPassiveDetector(await described({}));
    const wall = { ...redFace(), face: { left: 0, top: 0, widthPx: 32, heightPx: 32 } };
    near(await detector([redFace(), wall]), 0.4);
  });

  it('that cannot be used is refused by name', async () => {
    const REFUSED: readonly (readonly [object, RegExp])[] = [
      [{ model: './model.onnx' }, /detector\.json: model: Expected a \.tflite file/],
      [{ crop: 0 }, /: crop: /],
      [{ size_px: 4 }, /: size_px: /],
      [{ colour_order: 'grb' }, /: colour_order: /],
      [{ range: [0] }, /: range/],
      [{ live_index: -1 }, /: live_index: /],
      [{ activation: 'relu' }, /: activation: /],
      [{ thresold: 0.9 }, /: thresold: /],
      [{ model: './absent.tflite' }, /absent\.tflite cannot be opened; it must be a TFLite model/],
      [{ model: './nothing.tflite' }, /nothing\.tflite cannot be opened/],
    ];
    for (const [changes, message] of REFUSED) {
      await assert.rejects(loadPassiveDetector(await described(changes)), message);
    }
    await assert.rejects(loadPassiveDetector(join(folder, 'absent.json')), /cannot be read/);
    await assert.rejects(scoreOf({ live_index: 3 }), /no value 3 in output 0/);
    await assert.rejects(scoreOf({ output: 1 }), /no value 0 in output 1/);
  });

  it('judges in the threads of the service', async (t) => {
    const path = await described({ crop: 1.5 }, 'threads.json');
    const analyst = await createAnalyst({ passive: { module: path, minimum: 0.99 } });
    t.after(() => analyst.close());
    const images = await Promise.all(
      ['neutral', 'turn-left', 'smile'].map((name) =>
        readFile(new URL(`../../fixtures/faces/${name}.jpg`, import.meta.url)),
      ),
    );
    const options = { livenessThreshold: 0.5, autoOrientation: false, mainFaceOnly: false };
    const analysis = await analyst.analyse({ images, ...options });
    assert.ok(analysis.status === 'success' && !analysis.live);
    const [fault] = analysis.faults.filter(({ code }) => code === 'passive-score-low');
    assert.ok(fault?.measured !== undefined && fault.measured > 0.1 && fault.measured < 0.9);
  });
});
