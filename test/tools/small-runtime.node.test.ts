import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { type AssetLayout, FACE_LANDMARKER_TASK } from '../../src/face/asset-manifest.ts';
import { buildFaceModel } from '../../tools/face-model/build-face-model.ts';
import { OUTPUTS, type OutputFile } from '../../tools/face-model/make-outputs.ts';
import { unpackAsset } from '../../tools/face-model/pack-asset.ts';
import { PROJECT_ROOT } from '../../tools/face-model/pinned-file.ts';
import { clearDeadTexts } from '../../tools/runtime/clear-dead-texts.ts';
import { compareRuntimes } from '../../tools/runtime/compare-runtimes.ts';
import { cutRuntime } from '../../tools/runtime/cut-runtime.ts';
import { fixtureScenes } from '../../tools/runtime/drawn-scenes.ts';
import { formatKeptFunctions, readKeptFunctions } from '../../tools/runtime/kept-functions.ts';
import { KERNEL_CHOICES, withKernelChoice } from '../../tools/runtime/kernel-choice.ts';
import { makeSmallRuntime } from '../../tools/runtime/make-small-runtime.ts';
import { openNodeGraph } from '../../tools/runtime/node-graph.ts';
import { walkingScenes } from '../../tools/runtime/walking-scenes.ts';

const read = async ({ path }: OutputFile, layout?: AssetLayout) =>
  unpackAsset(await readFile(join(PROJECT_ROOT, path)), layout);

describe('the small runtime', () => {
  let [small, whole, task] = [new Uint8Array(), new Uint8Array(), new Uint8Array()];
  before(async () => {
    await buildFaceModel();
    small = await read(OUTPUTS.smallWasm);
    whole = await read(OUTPUTS.wasm);
    task = await read(OUTPUTS.task, FACE_LANDMARKER_TASK.layout);
  });

  for (const choice of KERNEL_CHOICES) {
    it(`gives the whole one’s landmarks to the last bit on every drawn face, with kernels for ${choice}`, async () => {
      const pair = [withKernelChoice(small, choice), withKernelChoice(whole, choice)] as const;
      const { pictures, withFace, different } = await compareRuntimes(pair, task, fixtureScenes());
      assert.deepEqual(different, []);
      assert.ok(pictures >= 33 && withFace > 25, `${withFace} of ${pictures} have a face`);
    });
  }

  it('gives the same for people in any size, turn and light before changing cameras', async () => {
    const walk = walkingScenes(120, 7);
    const { different, withFace } = await compareRuntimes([small, whole], task, walk);
    assert.deepEqual(different, []);
    assert.ok(withFace > 20);
  });

  it('traps where a function is missing, and does not answer otherwise', async () => {
    const nothing = cutRuntime(whole, new Set());
    await assert.rejects(openNodeGraph(nothing, task), WebAssembly.RuntimeError);
  });

  it('is made of the one runtime whose functions are listed', async () => {
    const other = whole.slice();
    other[whole.length - 1] = 255 - (other[whole.length - 1] ?? 0);
    await assert.rejects(makeSmallRuntime(other), /runtime:profile/);
  });
});

describe('the list of kept functions', () => {
  it('is read as it was written', () => {
    const list = { wasmSha256: 'ab', kept: new Set([9, 1, 2, 3, 200, 201, 7]) };
    assert.match(formatKeptFunctions(list), /"1-3 7 9 200-201"/);
    assert.deepEqual(readKeptFunctions(formatKeptFunctions(list)), {
      wasmSha256: 'ab',
      kept: new Set([1, 2, 3, 7, 9, 200, 201]),
    });
  });

  it('is written as the profile would write it', async () => {
    const text = await readFile(join(PROJECT_ROOT, 'tools/runtime/kept-functions.json'), 'utf8');
    assert.equal(formatKeptFunctions(readKeptFunctions(text)), text);
  });

  it('refuses what is no range', () => {
    const text = JSON.stringify({ wasmSha256: 'ab', kept: ['3-1'] });
    assert.throws(() => readKeptFunctions(text), RangeError);
  });
});

describe('a text of the data', () => {
  const memory = (text: string) => ({ address: 100, bytes: new TextEncoder().encode(text) });
  const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes);

  it('goes when nothing points at it', () => {
    const data = memory('\0first text\0second text\0');
    assert.equal(clearDeadTexts([data], new Set([101]), 46), 11);
    assert.equal(textOf(data), '\0first text\0...........\0');
  });

  it('stays when code points into it or at its end, or a word of the data does', () => {
    for (const address of [101, 105, 111]) {
      const data = memory('\0first text\0');
      assert.equal(clearDeadTexts([data], new Set([address])), 0);
    }
    const pointing = { address: 200, bytes: Uint8Array.of(103, 0, 0, 0) };
    assert.equal(clearDeadTexts([memory('\0first text\0'), pointing], new Set()), 0);
  });

  describe('to which a table of pointers leads', () => {
    const text = '\0first text\0';
    /** Sixteen pointers in a row to the text, at 200. */
    const table = () => {
      const words = Uint32Array.from({ length: 16 }, () => 101);
      return { address: 200, bytes: new Uint8Array(words.buffer) };
    };
    const cleared = (
      addresses: readonly number[],
      ...more: { address: number; bytes: Uint8Array }[]
    ) => clearDeadTexts([memory(text), table(), ...more], new Set(addresses));

    it('goes when nothing points at the table', () => {
      assert.equal(cleared([]), 10);
    });

    it('stays when code or a word points into the table or next to it', () => {
      for (const address of [200, 220, 263, 190, 270]) assert.equal(cleared([address]), 0);
      const pointing = { address: 400, bytes: Uint8Array.of(220, 0, 0, 0) };
      assert.equal(cleared([], pointing), 0);
    });

    it('stays when the table has few pointers, or another word leads to the text too', () => {
      const short = { address: 200, bytes: table().bytes.subarray(0, 60) };
      assert.equal(clearDeadTexts([memory(text), short], new Set()), 0);
      assert.equal(cleared([], { address: 400, bytes: Uint8Array.of(105, 0, 0, 0) }), 0);
    });
  });

  it('stays when it is short, or no text', () => {
    assert.equal(
      clearDeadTexts([memory('\0short\0'), memory('\0not\u0001a text\0')], new Set()),
      0,
    );
  });
});
