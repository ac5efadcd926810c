import { FIELD, type ModelParts } from './extend-model.ts';
import type { Offset, TfliteFile } from './tflite-file.ts';

// Values of TFLite's schema.fbs.
const FLOAT32 = 0;
const INT32 = 2;
const OPERATOR = {
  concatenation: { code: 2, options: 10 },
  reshape: { code: 22, options: 17 },
  gather: { code: 36, options: 23 },
} as const;
type OperatorName = keyof typeof OPERATOR;

/** What an operator takes and gives, by the tensors' indices. */
interface Operator {
  readonly offset: Offset;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** Appends tensors and operators to the one graph of a TFLite model. Tensors are named by their index. */
export class GraphWriter {
  readonly #file: TfliteFile;
  readonly #parts: ModelParts;
  readonly #inputs: readonly number[];
  readonly #tensors: Offset[];
  readonly #operators: Operator[];
  readonly #codes = new Map<OperatorName, number>();

  constructor(file: TfliteFile, parts: ModelParts, subgraph: number) {
    const old = (field: number) => file.tables(subgraph, field).map((t) => file.offsetOf(t));
    this.#file = file;
    this.#parts = parts;
    this.#inputs = file.integers(subgraph, FIELD.subgraph.inputs);
    this.#tensors = old(FIELD.subgraph.tensors);
    this.#operators = file.tables(subgraph, FIELD.subgraph.operators).map((operator) => ({
      offset: file.offsetOf(operator),
      inputs: file.integers(operator, FIELD.operator.inputs),
      outputs: file.integers(operator, FIELD.operator.outputs),
    }));
  }

  /** The same values in another shape. */
  reshape(input: number, shape: readonly number[]): number {
    const output = this.#tensor(shape, FLOAT32, 0);
    const newShape = this.#file.writeIntegers(shape);
    const options = this.#options((builder) => builder.addFieldOffset(0, newShape, 0));
    this.#operator('reshape', [input, this.#constant(Int32Array.from(shape))], output, options);
    return output;
  }

  /** One-dimensional tensors, one after the other; `length` is their sum. */
  concatenate(inputs: readonly number[], length: number): number {
    const output = this.#tensor([length], FLOAT32, 0);
    this.#operator('concatenation', inputs, output, this.#firstAxis());
    return output;
  }

  /** The values of a one-dimensional tensor at the given places. */
  gather(input: number, places: Int32Array): number {
    const output = this.#tensor([places.length], FLOAT32, 0);
    this.#operator('gather', [input, this.#constant(places)], output, this.#firstAxis());
    return output;
  }

  /** Writes the graph with these outputs in place of the old ones, and without the operators that they do not need. */
  finish(outputs: readonly number[]): Offset {
    const { builder } = this.#file;
    const tensors = this.#file.writeOffsets(this.#tensors);
    const inputs = this.#file.writeIntegers(this.#inputs);
    const ends = this.#file.writeIntegers(outputs);
    const operators = this.#file.writeOffsets(neededFor(outputs, this.#operators));
    builder.startObject(5);
    builder.addFieldOffset(FIELD.subgraph.tensors, tensors, 0);
    builder.addFieldOffset(FIELD.subgraph.inputs, inputs, 0);
    builder.addFieldOffset(FIELD.subgraph.outputs, ends, 0);
    builder.addFieldOffset(FIELD.subgraph.operators, operators, 0);
    return builder.endObject();
  }

  #constant(values: Int32Array): number {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const buffer = this.#parts.buffers.push(this.#file.writeBuffer(bytes)) - 1;
    return this.#tensor([values.length], INT32, buffer);
  }

  #tensor(shape: readonly number[], type: number, buffer: number): number {
    const { builder } = this.#file;
    const sizes = this.#file.writeIntegers(shape);
    const name = builder.createString(`graft/${this.#tensors.length}`);
    builder.startObject(4);
    builder.addFieldOffset(FIELD.tensor.shape, sizes, 0);
    builder.addFieldInt8(FIELD.tensor.type, type, 0);
    builder.addFieldInt32(FIELD.tensor.buffer, buffer, 0);
    builder.addFieldOffset(FIELD.tensor.name, name, 0);
    return this.#tensors.push(builder.endObject()) - 1;
  }

  #firstAxis(): Offset {
    return this.#options((builder) => builder.addFieldInt32(0, 0, 0));
  }

  #options(fill: (builder: TfliteFile['builder']) => void): Offset {
    this.#file.builder.startObject(2);
    fill(this.#file.builder);
    return this.#file.builder.endObject();
  }

  #operator(name: OperatorName, inputs: readonly number[], output: number, options: Offset): void {
    const { builder } = this.#file;
    const code = this.#code(name);
    const ins = this.#file.writeIntegers(inputs);
    const outs = this.#file.writeIntegers([output]);
    builder.startObject(5);
    builder.addFieldInt32(0, code, 0);
    builder.addFieldOffset(1, ins, 0);
    builder.addFieldOffset(2, outs, 0);
    builder.addFieldInt8(3, OPERATOR[name].options, 0);
    builder.addFieldOffset(4, options, 0);
    this.#operators.push({ offset: builder.endObject(), inputs, outputs: [output] });
  }

  #code(name: OperatorName): number {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    const { builder } = this.#file;
    const { code } = OPERATOR[name];
    builder.startObject(4);
    builder.addFieldInt8(0, code, 0); // The deprecated field, which old readers still use.
    builder.addFieldInt32(2, 1, 0);
    builder.addFieldInt32(3, code, 0);
    const index = this.#parts.operatorCodes.push(builder.endObject()) - 1;
    this.#codes.set(name, index);
    return index;
  }
}

/** The operators that these tensors come from, in their order; each stands after those that it needs. */
function neededFor(outputs: readonly number[], operators: readonly Operator[]): Offset[] {
  const needed = new Set(outputs);
  const kept: Offset[] = [];
  for (const operator of operators.toReversed()) {
    if (!operator.outputs.some((tensor) => needed.has(tensor))) continue;
    for (const tensor of operator.inputs) needed.add(tensor);
    kept.push(operator.offset);
  }
  return kept.reverse();
}
