import { FIELD } from './extend-model.ts';
import { TfliteFile } from './tflite-file.ts';

/** The same model with zeros for the constants that no operator reads any more: they pack to nothing. */
export function clearUnused(model: Uint8Array): Uint8Array {
  const file = new TfliteFile(model);
  const [subgraph] = file.tables(file.root, FIELD.model.subgraphs);
  if (subgraph === undefined) throw new RangeError('The model has no graph.');
  const buffers = file.tables(file.root, FIELD.model.buffers);
  const constants = file
    .tables(subgraph, FIELD.subgraph.tensors)
    .map((tensor) => buffers[file.integer(tensor, FIELD.tensor.buffer)] as number)
    .map((buffer) => file.span(buffer, FIELD.buffer.data));
  const read = file
    .tables(subgraph, FIELD.subgraph.operators)
    .flatMap((operator) => file.integers(operator, FIELD.operator.inputs));
  // Several tensors may share what they hold.
  const used = new Set(read.map((tensor) => constants[tensor]?.at));
  const cleared = model.slice();
  for (const { at, length } of constants) {
    if (!used.has(at)) cleared.fill(0, at, at + length);
  }
  return cleared;
}
