import { NetworkFile, type OperatorName, type Quantization } from './network-file.ts';

// Values of TFLite's schema.fbs.
const RELU = 1;
const PADDING = { same: 0, valid: 1 } as const;

/** A tensor of the network: its place in the file, and height, width and channels. */
export interface Layer {
  readonly tensor: number;
  readonly shape: readonly [height: number, width: number, channels: number];
}

/** The kernel of a convolution, by output channel: OHWI, as TFLite has it. */
export interface Kernel {
  readonly shape: readonly [outputs: number, height: number, width: number, inputs: number];
  /** Values in float, or in eight bits with a scale for each output. */
  readonly weights:
    | { readonly values: Float32Array }
    | ({ readonly numbers: Int8Array } & Quantization);
  readonly bias: Float32Array;
}

/** How a window moves over a layer. */
export interface Window {
  readonly stride: number;
  readonly padding: keyof typeof PADDING;
}

/** Writes a new TFLite model layer by layer, of the few kinds that a residual network needs. */
export class NetworkWriter {
  readonly #file = new NetworkFile();

  /** The layer that the model is given. */
  input(shape: Layer['shape']): Layer {
    return { tensor: this.#file.tensor([1, ...shape]), shape };
  }

  /** A convolution with its bias; `isRectified` cuts negative values off. */
  convolve(from: Layer, kernel: Kernel, window: Window, isRectified: boolean): Layer {
    const [outputs, height, width] = kernel.shape;
    const shape = [
      steps(from.shape[0], height, window),
      steps(from.shape[1], width, window),
      outputs,
    ] as const;
    const inputs = [from.tensor, this.#kernel(kernel), this.#file.constant([outputs], kernel.bias)];
    return this.#layer('convolve', inputs, shape, {
      bytes: [
        [0, PADDING[window.padding]],
        [3, isRectified ? RELU : 0],
      ],
      integers: [
        [1, window.stride],
        [2, window.stride],
      ],
    });
  }

  /** The sum of two layers of one shape, negative values cut off. */
  addRectified(a: Layer, b: Layer): Layer {
    if (String(a.shape) !== String(b.shape)) throw new RangeError(`${a.shape} is not ${b.shape}.`);
    return this.#layer('add', [a.tensor, b.tensor], a.shape, { bytes: [[0, RELU]] });
  }

  /** Largest or mean value of each square of `sizePx`, without padding. */
  pool(kind: 'maxPool' | 'averagePool', from: Layer, sizePx: number, stride: number): Layer {
    const [height, width, channels] = from.shape;
    const window = { stride, padding: 'valid' } as const;
    const shape = [steps(height, sizePx, window), steps(width, sizePx, window), channels] as const;
    return this.#layer(kind, [from.tensor], shape, {
      bytes: [[0, PADDING.valid]],
      integers: [
        [1, stride],
        [2, stride],
        [3, sizePx],
        [4, sizePx],
      ],
    });
  }

  /** The layer, grown at its ends by zeros. */
  padTo(from: Layer, shape: Layer['shape']): Layer {
    const more = shape.map((size, i) => size - (from.shape[i] as number));
    if (more.every((zeros) => zeros === 0)) return from;
    const paddings = Int32Array.from([0, 0, ...more.flatMap((zeros) => [0, zeros])]);
    return this.#layer('pad', [from.tensor, this.#file.constant([4, 2], paddings)], shape, {});
  }

  /** The bytes of the model, which has one input and one output. */
  finish(input: Layer, output: Layer): Uint8Array {
    return this.#file.finish(input.tensor, output.tensor);
  }

  #kernel({ shape, weights }: Kernel): number {
    if ('values' in weights) return this.#file.constant(shape, weights.values);
    const small = this.#file.constant(shape, weights.numbers, weights);
    const output = this.#file.tensor(shape);
    this.#file.operator('dequantize', [small], output);
    return output;
  }

  #layer(
    name: OperatorName,
    inputs: readonly number[],
    shape: Layer['shape'],
    { bytes = [], integers = [] }: Options,
  ): Layer {
    const tensor = this.#file.tensor([1, ...shape]);
    this.#file.operator(name, inputs, tensor, (builder) => {
      // No value is left out as a default: -1 is none.
      for (const [field, value] of bytes) builder.addFieldInt8(field, value, -1);
      for (const [field, value] of integers) builder.addFieldInt32(field, value, -1);
    });
    return { tensor, shape };
  }
}

/** Options of an operator: number of the field, and its value. */
interface Options {
  readonly bytes?: readonly (readonly [field: number, value: number])[];
  readonly integers?: readonly (readonly [field: number, value: number])[];
}

function steps(size: number, kernel: number, { stride, padding }: Window): number {
  return padding === 'same' ? Math.ceil(size / stride) : Math.floor((size - kernel) / stride) + 1;
}
