import * as v from 'valibot';

/** One tensor of a TensorFlow.js weight file. Eight-bit values mean `scale` × (number − `zero`). */
export type StoredTensor = { readonly shape: readonly number[] } & (
  | { readonly values: Float32Array }
  | { readonly numbers: Uint8Array; readonly scale: number; readonly zero: number }
);

const manifestSchema = v.tuple([
  v.object({
    weights: v.array(
      v.object({
        name: v.string(),
        shape: v.array(v.number()),
        dtype: v.literal('float32'),
        quantization: v.optional(
          v.object({ dtype: v.literal('uint8'), scale: v.number(), min: v.number() }),
        ),
      }),
    ),
  }),
]);

/**
 * Reads the tensors of a TensorFlow.js weight file by the names in its manifest.
 * @throws RangeError when manifest and file are not of one length
 */
export function readStoredTensors(
  manifest: Uint8Array,
  file: Uint8Array,
): ReadonlyMap<string, StoredTensor> {
  const [{ weights }] = v.parse(manifestSchema, JSON.parse(new TextDecoder().decode(manifest)));
  const tensors = new Map<string, StoredTensor>();
  let at = 0;
  for (const { name, shape, quantization } of weights) {
    const count = shape.reduce((product, size) => product * size, 1);
    const bytes = Uint8Array.from(file.subarray(at, at + count * (quantization ? 1 : 4)));
    at += bytes.length;
    if (quantization) {
      const { scale, min } = quantization;
      tensors.set(name, { shape, numbers: bytes, scale, zero: -min / scale });
    } else {
      tensors.set(name, { shape, values: new Float32Array(bytes.buffer) });
    }
  }
  if (at !== file.length) throw new RangeError(`The weights are ${at} bytes of ${file.length}.`);
  return tensors;
}

/** The tensor's values as numbers. */
export function valuesOf(tensor: StoredTensor): Float32Array {
  if ('values' in tensor) return tensor.values;
  const { numbers, scale, zero } = tensor;
  return Float32Array.from(numbers, (number) => scale * (number - zero));
}
