import { type Kernel, type Layer, NetworkWriter, type Window } from './network-writer.ts';
import { readStoredTensors, type StoredTensor, valuesOf } from './recognition-weights.ts';

/** Side of the picture that the network is given, in pixels. */
const INPUT_PX = 150;
/** What the network was trained to have taken off each channel, of 255: red, green, blue. */
const MEAN_RGB = [122.782, 117.001, 104.298] as const;
/** Residual blocks in order, as face-api names their weights; those named `down` halve the sides. */
const BLOCKS = [
  ...['conv32_1', 'conv32_2', 'conv32_3'],
  ...['conv64_down', 'conv64_1', 'conv64_2', 'conv64_3'],
  ...['conv128_down', 'conv128_1', 'conv128_2'],
  ...['conv256_down', 'conv256_1', 'conv256_2', 'conv256_down_out'],
] as const;

const SAME: Window = { stride: 1, padding: 'same' };
const DOWN: Window = { stride: 2, padding: 'valid' };

/**
 * dlib's face recognition network (a ResNet of 29 layers, which makes 128 numbers of a face), from the weights of
 * face-api.js to a TFLite model. Its input is an RGB picture of 150 × 150 with values from 0 to 1.
 *
 * Nothing is lost: weights in eight bits stay in eight bits. What comes after each convolution (scale, shift) and before
 * the first (the mean) is folded into scales and biases.
 */
export function faceRecognizer(manifest: Uint8Array, weights: Uint8Array): Uint8Array {
  const tensors = readStoredTensors(manifest, weights);
  const writer = new NetworkWriter();
  const kernel = (name: string) => foldedKernel(tensors, name);

  const input = writer.input([INPUT_PX, INPUT_PX, 3]);
  const first = withoutMean(kernel('conv32_down'));
  let layer = writer.pool('maxPool', writer.convolve(input, first, DOWN, true), 3, 2);
  for (const block of BLOCKS) {
    const isDown = block.includes('down');
    const inner = writer.convolve(layer, kernel(`${block}/conv1`), isDown ? DOWN : SAME, true);
    const outer = writer.convolve(inner, kernel(`${block}/conv2`), SAME, false);
    layer = isDown ? addHalved(writer, layer, outer) : writer.addRectified(outer, layer);
  }
  const mean = writer.pool('averagePool', layer, layer.shape[0], 1);
  const output = writer.convolve(mean, lastKernel(tensors), SAME, false);
  return writer.finish(input, output);
}

/** A block that halves: what it adds to is pooled. Of the two, the smaller grows by zeros, as in dlib. */
function addHalved(writer: NetworkWriter, before: Layer, outer: Layer): Layer {
  const pooled = writer.pool('averagePool', before, 2, 2);
  const [height, width] = pooled.shape;
  const shape = [height, width, outer.shape[2]] as const;
  return writer.addRectified(writer.padTo(pooled, shape), writer.padTo(outer, shape));
}

/** A convolution with its scale and shift: scale × (kernel · x + bias) + shift. */
function foldedKernel(tensors: ReadonlyMap<string, StoredTensor>, name: string): Kernel {
  const filters = find(tensors, `${name}/conv/filters`);
  const bias = valuesOf(find(tensors, `${name}/conv/bias`));
  const scales = valuesOf(find(tensors, `${name}/scale/weights`));
  const shifts = valuesOf(find(tensors, `${name}/scale/biases`));
  return {
    ...kernelOf(filters, scales),
    bias: bias.map((value, i) => (scales[i] ?? 0) * value + (shifts[i] ?? 0)),
  };
}

/** The fully connected end, as a convolution of a single place. */
function lastKernel(tensors: ReadonlyMap<string, StoredTensor>): Kernel {
  const tensor = find(tensors, 'fc');
  const [inputs = 0, outputs = 0] = tensor.shape;
  const one = new Float32Array(outputs).fill(1);
  return {
    ...kernelOf({ ...tensor, shape: [1, 1, inputs, outputs] }, one),
    bias: new Float32Array(outputs),
  };
}

/** HWIO to OHWI, each output scaled. */
function kernelOf(tensor: StoredTensor, scales: Float32Array): Omit<Kernel, 'bias'> {
  const [height = 0, width = 0, inputs = 0, outputs = 0] = tensor.shape;
  const shape = [outputs, height, width, inputs] as const;
  const places = height * width * inputs;
  const from = (i: number) => (i % places) * outputs + Math.floor(i / places);
  const length = places * outputs;
  if ('values' in tensor) {
    const values = Float32Array.from(
      { length },
      (_, i) => (tensor.values[from(i)] ?? 0) * (scales[Math.floor(i / places)] ?? 0),
    );
    return { shape, weights: { values } };
  }
  // TFLite's eight bits are signed.
  const SIGN = 128;
  const zero = Math.round(tensor.zero);
  if (Math.abs(zero - tensor.zero) > 1e-6 || !scales.every((scale) => scale > 0)) {
    throw new RangeError('The weights cannot be written in eight bits without a loss.');
  }
  return {
    shape,
    weights: {
      numbers: Int8Array.from({ length }, (_, i) => (tensor.numbers[from(i)] ?? 0) - SIGN),
      scales: scales.map((scale) => scale * tensor.scale),
      zero: zero - SIGN,
    },
  };
}

/** Takes the mean off in the bias, which is exact because the first convolution has no padding. */
function withoutMean(kernel: Kernel): Kernel {
  const { shape, weights } = kernel;
  const [outputs, height, width, inputs] = shape;
  const places = height * width * inputs;
  const weight = (output: number, i: number): number => {
    const at = output * places + i;
    if ('values' in weights) return weights.values[at] ?? 0;
    return (weights.scales[output] ?? 0) * ((weights.numbers[at] ?? 0) - weights.zero);
  };
  const bias = Float32Array.from({ length: outputs }, (_, output) => {
    let sum = kernel.bias[output] ?? 0;
    for (let i = 0; i < places; i++) {
      sum -= (weight(output, i) * (MEAN_RGB[i % inputs] ?? 0)) / 255;
    }
    return sum;
  });
  return { ...kernel, bias };
}

function find(tensors: ReadonlyMap<string, StoredTensor>, name: string): StoredTensor {
  const tensor = tensors.get(name);
  if (!tensor) throw new RangeError(`The weights have no ${name}.`);
  return tensor;
}
