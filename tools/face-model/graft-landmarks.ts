import { FIELD, type ModelParts } from './extend-model.ts';
import { GraphWriter } from './graph-writer.ts';
import {
  ALL_POINTS,
  IRIS_POINTS,
  IRIS_STAND_INS,
  MESH_POINTS,
  REFINED_POINTS,
} from './refined-points.ts';
import type { TfliteFile } from './tflite-file.ts';

/** Those of the attention model's outputs that are used, by the words in their names and their number of values. */
const OUTPUTS = {
  mesh: { values: 3 * MESH_POINTS, word: '' },
  lips: { values: 2 * REFINED_POINTS.lips.length, word: 'lips' },
  leftEye: { values: 2 * REFINED_POINTS.leftEye.length, word: 'left' },
  rightEye: { values: 2 * REFINED_POINTS.rightEye.length, word: 'right' },
} as const;
type PartName = keyof typeof OUTPUTS;
const PART_NAMES = Object.keys(OUTPUTS) as PartName[];

/**
 * Changes the attention model's seven outputs into the two that FaceLandmarker reads: 478 points, and the face flag.
 * Appends RESHAPE of each part to one dimension → CONCATENATION → GATHER with constant indices → RESHAPE, and leaves out
 * what only the irises need: nothing here reads them.
 */
export function graftLandmarks(file: TfliteFile, parts: ModelParts): void {
  const [subgraph] = file.tables(file.root, FIELD.model.subgraphs);
  if (subgraph === undefined) throw new Error('The landmark model has no graph.');
  const tensors = file.tables(subgraph, FIELD.subgraph.tensors);
  const outputs = file.integers(subgraph, FIELD.subgraph.outputs).map((tensor) => {
    const table = tensors[tensor] as number;
    const shape = file.integers(table, FIELD.tensor.shape);
    return {
      tensor,
      name: file.text(table, FIELD.tensor.name),
      values: shape.reduce((product, size) => product * size, 1),
    };
  });
  const find = (values: number, word: string): number => {
    const found = outputs.filter((o) => o.values === values && o.name.includes(word));
    if (found.length !== 1 || !found[0]) {
      throw new Error(`The landmark model has ${found.length} outputs "${word}" of ${values}.`);
    }
    return found[0].tensor;
  };

  const graph = new GraphWriter(file, parts, subgraph);
  const flat = PART_NAMES.map((name) =>
    graph.reshape(find(OUTPUTS[name].values, OUTPUTS[name].word), [OUTPUTS[name].values]),
  );
  const all = graph.concatenate(flat, totalValues());
  const points = graph.gather(all, landmarkSources());
  const landmarks = graph.reshape(points, [1, 1, 1, 3 * ALL_POINTS]);
  parts.subgraphs = [graph.finish([landmarks, find(1, '')])];
}

/**
 * For each x, y, z of the 478 points: where it stands among the concatenated outputs.
 * x, y, z come from the mesh; lips and eyes take x and y from their own refined outputs. MediaPipe counts on ten points of
 * the irises: in their place stands the middle of the eye's upper lid.
 */
export function landmarkSources(): Int32Array {
  const start = partStarts();
  const sources = Int32Array.from({ length: 3 * ALL_POINTS }, (_, i) => i);
  const takePlane = (point: number, from: number) => {
    sources[3 * point] = from;
    sources[3 * point + 1] = from + 1;
  };
  for (const part of ['lips', 'leftEye', 'rightEye'] as const) {
    REFINED_POINTS[part].forEach((point, i) => {
      takePlane(point, start[part] + 2 * i);
    });
  }
  IRIS_STAND_INS.forEach((standIn, eye) => {
    for (let i = 0; i < IRIS_POINTS; i++) {
      const iris = 3 * (MESH_POINTS + eye * IRIS_POINTS + i);
      sources.copyWithin(iris, 3 * standIn, 3 * standIn + 3);
    }
  });
  return sources;
}

function partStarts(): Record<PartName, number> {
  let next = 0;
  const starts = PART_NAMES.map((name) => {
    const at = next;
    next += OUTPUTS[name].values;
    return [name, at] as const;
  });
  return Object.fromEntries(starts) as Record<PartName, number>;
}

function totalValues(): number {
  return PART_NAMES.reduce((sum, name) => sum + OUTPUTS[name].values, 0);
}
