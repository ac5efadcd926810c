import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import {
  FACE_LANDMARKER_TASK,
  SMALL_WASM_FILE,
  VISION_WASM_FILE,
} from '../../src/face/asset-manifest.ts';
import { joinBytePlanes } from '../../src/face/join-byte-planes.ts';
import { FIELD } from '../../tools/face-model/extend-model.ts';
import { landmarkSources } from '../../tools/face-model/graft-landmarks.ts';
import { makeOutputs, OUTPUTS } from '../../tools/face-model/make-outputs.ts';
import { unpackAsset } from '../../tools/face-model/pack-asset.ts';
import {
  FACE_MESH_PACK,
  RECOGNITION_MANIFEST,
  RECOGNITION_WEIGHTS,
  readPinnedFile,
  sha256Of,
  VISION_WASM,
} from '../../tools/face-model/pinned-file.ts';
import { splitBytePlanes } from '../../tools/face-model/split-byte-planes.ts';
import { TfliteFile } from '../../tools/face-model/tflite-file.ts';
import { unpack } from '../../tools/face-model/unpack.ts';

const pack = await readPinnedFile(FACE_MESH_PACK);
const inputs = {
  pack,
  wasm: await readPinnedFile(VISION_WASM),
  recognitionManifest: await readPinnedFile(RECOGNITION_MANIFEST),
  recognitionWeights: await readPinnedFile(RECOGNITION_WEIGHTS),
};
const outputs = await makeOutputs(inputs);
const task = unpackAsset(outputs.task, FACE_LANDMARKER_TASK.layout);
const entries = unzipSync(task);
const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

test('the same packages make the same bytes, and the manifest tells them', async () => {
  const again = await makeOutputs(inputs);
  for (const name of Object.keys(OUTPUTS) as (keyof typeof OUTPUTS)[]) {
    assert.equal(sha256Of(again[name]), sha256Of(outputs[name]), name);
    assert.equal(sha256Of(outputs[name]), OUTPUTS[name].sha256, name);
  }
  const files = [
    [FACE_LANDMARKER_TASK, outputs.task],
    [VISION_WASM_FILE, outputs.wasm],
    [SMALL_WASM_FILE, outputs.smallWasm],
  ] as const;
  for (const [{ fileName, bytes, sha256, layout }, served] of files) {
    assert.equal(served.length, bytes, fileName);
    assert.equal(sha256Of(unpackAsset(served, layout)), sha256, fileName);
    assert.ok(fileName.endsWith(`-${sha256Of(served).slice(0, 8)}.bin`), fileName);
  }
});

test('the entries of the bundle are the three that FaceLandmarker needs, and are stored', () => {
  const names: string[] = [];
  const view = new DataView(task.buffer, task.byteOffset);
  const LOCAL_HEADER = 0x04034b50;
  for (let at = 0; view.getUint32(at, true) === LOCAL_HEADER; ) {
    const method = view.getUint16(at + 8, true);
    const bytes = view.getUint32(at + 18, true);
    const nameBytes = view.getUint16(at + 26, true);
    const start = at + 30 + nameBytes + view.getUint16(at + 28, true);
    const name = text(task.subarray(at + 30, at + 30 + nameBytes));
    assert.equal(method, 0, `${name} is stored`);
    assert.deepEqual(task.slice(start, start + bytes), entries[name]);
    names.push(name);
    at = start + bytes;
  }
  assert.deepEqual(names, [
    'face_landmarks_detector.tflite',
    'face_detector.tflite',
    'geometry_pipeline_metadata_landmarks.binarypb',
  ]);
});

describe('the landmark model', () => {
  const model = entries['face_landmarks_detector.tflite'] as Uint8Array;
  const file = new TfliteFile(model);
  const [graph] = file.tables(file.root, FIELD.model.subgraphs) as [number];
  const tensors = file.tables(graph, FIELD.subgraph.tensors);
  const shapesOf = (field: number) =>
    file
      .integers(graph, field)
      .map((tensor) => file.integers(tensors[tensor] as number, FIELD.tensor.shape));

  test('is a TFLite file whose length keeps the buffers aligned', () => {
    assert.equal(text(model.subarray(4, 8)), 'TFL3');
    assert.equal(model.length % 16, 0);
  });

  test('takes one 192-pixel image and answers with 478 points and the face flag', () => {
    assert.deepEqual(shapesOf(FIELD.subgraph.inputs), [[1, 192, 192, 3]]);
    const [landmarks, flag] = shapesOf(FIELD.subgraph.outputs) as [number[], number[]];
    assert.deepEqual(landmarks, [1, 1, 1, 478 * 3]);
    assert.equal(
      flag.reduce((product, size) => product * size, 1),
      1,
    );
    assert.equal(file.integers(graph, FIELD.subgraph.outputs).length, 2);
  });

  test('ends with the weights of the pack, untouched but for those of the irises, which are zeros', () => {
    const { attentionMesh } = unpack(pack);
    const end = model.length - ((16 - (attentionMesh.length % 16)) % 16);
    const kept = model.slice(end - attentionMesh.length, end);
    const changed = [...kept.keys()].filter((place) => kept[place] !== attentionMesh[place]);
    assert.ok(changed.every((place) => kept[place] === 0));
    assert.ok(changed.length > 300_000, `${changed.length} bytes pack to nothing`);
  });

  test('no operator is of the irises alone, and what any of them reads is the pack’s', () => {
    const operators = file.tables(graph, FIELD.subgraph.operators);
    const given = new Map(
      operators.flatMap((operator) =>
        file.integers(operator, FIELD.operator.outputs).map((tensor) => [tensor, operator]),
      ),
    );
    const needed = new Set<number>();
    const visit = (tensor: number) => {
      const operator = given.get(tensor);
      if (operator === undefined || needed.has(operator)) return;
      needed.add(operator);
      file.integers(operator, FIELD.operator.inputs).forEach(visit);
    };
    file.integers(graph, FIELD.subgraph.outputs).forEach(visit);
    assert.equal(needed.size, operators.length);
    const names = [...given.keys()].map((tensor) =>
      file.text(tensors[tensor] as number, FIELD.tensor.name),
    );
    assert.ok(names.some((name) => name.includes('left_eye')));
    assert.deepEqual(
      names.filter((name) => name.includes('iris')),
      [],
    );
  });

  test('says how the image is normalised', () => {
    const names = file.tables(file.root, FIELD.model.metadata).map((table) => file.text(table, 0));
    assert.ok(names.includes('TFLITE_METADATA'));
    assert.ok(text(model).includes('M001'));
  });
});

test('every coordinate comes from one place among the 1848 values of the parts', () => {
  const sources = landmarkSources();
  const [mesh, lips, eye] = [1404, 160, 142];
  assert.equal(sources.length, 478 * 3);
  assert.ok(sources.every((place) => place >= 0 && place < mesh + lips + 2 * eye));
  const at = (point: number) => [...sources.subarray(3 * point, 3 * point + 3)];
  assert.deepEqual(at(1), [3, 4, 5], 'the nose tip is the mesh’s own');
  assert.deepEqual(at(61), [mesh, mesh + 1, 3 * 61 + 2], 'the first lip point is refined');
  assert.deepEqual(at(33).slice(0, 2), [mesh + lips, mesh + lips + 1], 'so is the first eye point');
  assert.deepEqual(at(468), at(159), 'the lid stands in for the iris');
  assert.deepEqual(at(472), at(159));
  assert.deepEqual(at(473), at(386));
});

test('a file of even or odd length comes out of its planes as it went in', () => {
  for (const bytes of [[], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4, 5]].map((all) =>
    Uint8Array.from(all),
  )) {
    assert.deepEqual(joinBytePlanes(splitBytePlanes(bytes)), bytes);
  }
  assert.deepEqual(splitBytePlanes(Uint8Array.of(1, 2, 3, 4, 5)), Uint8Array.of(1, 3, 5, 2, 4));
});
