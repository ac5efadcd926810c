import { Builder, type Offset } from 'flatbuffers';

/** Kinds of values in a tensor, by TFLite's schema.fbs. */
const VALUE = { float32: 0, int32: 2, int8: 9 } as const;

/** Kinds of operators that can be written: code, table of options, version. By TFLite's schema.fbs. */
const OPERATOR = {
  add: { code: 0, options: 11, version: 1 },
  averagePool: { code: 1, options: 5, version: 1 },
  convolve: { code: 3, options: 1, version: 1 },
  // The version with a scale for each channel.
  dequantize: { code: 6, options: 0, version: 5 },
  maxPool: { code: 17, options: 5, version: 1 },
  pad: { code: 34, options: 22, version: 1 },
} as const;
/** The name of an operator. */
export type OperatorName = keyof typeof OPERATOR;

/** Numbers that mean scale of their first axis × (number − zero). */
export interface Quantization {
  readonly scales: Float32Array;
  readonly zero: number;
}

/** A new TFLite file with one graph. Tensors are named by their index. Same calls, same bytes. */
export class NetworkFile {
  readonly #builder = new Builder(8_000_000);
  readonly #buffers: Offset[] = [];
  readonly #tensors: Offset[] = [];
  readonly #operators: Offset[] = [];
  readonly #codes: OperatorName[] = [];

  constructor() {
    // The first buffer is empty by the format's rule: tensors that are computed name it.
    this.#builder.startObject(1);
    this.#buffers.push(this.#builder.endObject());
  }

  /** A tensor that is computed, or the one that is given. */
  tensor(shape: readonly number[]): number {
    return this.#tensor(shape, VALUE.float32, 0, 0);
  }

  /** A tensor whose values are in the file. */
  constant(
    shape: readonly number[],
    values: Float32Array | Int32Array | Int8Array,
    quantization?: Quantization,
  ): number {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const builder = this.#builder;
    // The format aligns buffers to 16 bytes.
    builder.startVector(1, bytes.length, 16);
    for (let i = bytes.length - 1; i >= 0; i--) builder.addInt8(bytes[i] as number);
    const data = builder.endVector();
    builder.startObject(1);
    builder.addFieldOffset(0, data, 0);
    const buffer = this.#buffers.push(builder.endObject()) - 1;
    const scale = quantization ? this.#quantization(quantization) : 0;
    return this.#tensor(shape, typeOf(values), buffer, scale);
  }

  /** Appends an operator. `fill` adds the fields of its options. */
  operator(
    name: OperatorName,
    inputs: readonly number[],
    output: number,
    fill?: (options: Builder) => void,
  ): void {
    const builder = this.#builder;
    builder.startObject(6);
    fill?.(builder);
    const options = builder.endObject();
    if (!this.#codes.includes(name)) this.#codes.push(name);
    const ins = this.#integers(inputs);
    const outs = this.#integers([output]);
    builder.startObject(5);
    builder.addFieldInt32(0, this.#codes.indexOf(name), 0);
    builder.addFieldOffset(1, ins, 0);
    builder.addFieldOffset(2, outs, 0);
    if (OPERATOR[name].options > 0) {
      builder.addFieldInt8(3, OPERATOR[name].options, 0);
      builder.addFieldOffset(4, options, 0);
    }
    this.#operators.push(builder.endObject());
  }

  /** The bytes of the file. */
  finish(input: number, output: number): Uint8Array {
    const builder = this.#builder;
    const graph = [
      this.#offsets(this.#tensors),
      this.#integers([input]),
      this.#integers([output]),
      this.#offsets(this.#operators),
    ];
    builder.startObject(5);
    graph.forEach((vector, field) => {
      builder.addFieldOffset(field, vector, 0);
    });
    const subgraphs = this.#offsets([builder.endObject()]);
    const codes = this.#offsets(this.#codes.map((name) => this.#operatorCode(name)));
    const buffers = this.#offsets(this.#buffers);
    const SCHEMA_VERSION = 3;
    builder.startObject(8);
    builder.addFieldInt32(0, SCHEMA_VERSION, 0);
    builder.addFieldOffset(1, codes, 0);
    builder.addFieldOffset(2, subgraphs, 0);
    builder.addFieldOffset(4, buffers, 0);
    builder.finish(builder.endObject(), 'TFL3');
    return builder.asUint8Array().slice();
  }

  #tensor(shape: readonly number[], type: number, buffer: number, quantization: Offset): number {
    const builder = this.#builder;
    const sizes = this.#integers(shape);
    const name = builder.createString(String(this.#tensors.length));
    builder.startObject(5);
    builder.addFieldOffset(0, sizes, 0);
    builder.addFieldInt8(1, type, 0);
    builder.addFieldInt32(2, buffer, 0);
    builder.addFieldOffset(3, name, 0);
    builder.addFieldOffset(4, quantization, 0);
    return this.#tensors.push(builder.endObject()) - 1;
  }

  #quantization({ scales, zero }: Quantization): Offset {
    const builder = this.#builder;
    builder.startVector(4, scales.length, 4);
    for (const scale of scales.toReversed()) builder.addFloat32(scale);
    const scaleVector = builder.endVector();
    builder.startVector(8, scales.length, 8);
    for (const _ of scales) builder.addInt64(BigInt(zero));
    const zeroVector = builder.endVector();
    builder.startObject(7);
    builder.addFieldOffset(2, scaleVector, 0);
    builder.addFieldOffset(3, zeroVector, 0);
    return builder.endObject();
  }

  #operatorCode(name: OperatorName): Offset {
    const { code, version } = OPERATOR[name];
    const builder = this.#builder;
    builder.startObject(4);
    builder.addFieldInt8(0, code, 0); // The deprecated field, which old readers still use.
    builder.addFieldInt32(2, version, 0);
    builder.addFieldInt32(3, code, 0);
    return builder.endObject();
  }

  #offsets(offsets: readonly Offset[]): Offset {
    this.#builder.startVector(4, offsets.length, 4);
    for (const offset of offsets.toReversed()) this.#builder.addOffset(offset);
    return this.#builder.endVector();
  }

  #integers(values: readonly number[]): Offset {
    this.#builder.startVector(4, values.length, 4);
    for (const value of values.toReversed()) this.#builder.addInt32(value);
    return this.#builder.endVector();
  }
}

function typeOf(values: Float32Array | Int32Array | Int8Array): number {
  if (values instanceof Float32Array) return VALUE.float32;
  return values instanceof Int32Array ? VALUE.int32 : VALUE.int8;
}
