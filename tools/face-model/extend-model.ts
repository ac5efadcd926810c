import { type ImageNormalization, imageMetadata } from './image-metadata.ts';
import { type Offset, TfliteFile } from './tflite-file.ts';

/** Fields of the tables of TFLite's schema.fbs, by position. */
export const FIELD = {
  model: { operatorCodes: 1, subgraphs: 2, buffers: 4, metadata: 6 },
  subgraph: { tensors: 0, inputs: 1, outputs: 2, operators: 3 },
  operator: { code: 0, inputs: 1, outputs: 2 },
  operatorCode: { deprecatedCode: 0, code: 3 },
  tensor: { shape: 0, type: 1, buffer: 2, name: 3 },
  buffer: { data: 0 },
} as const;

/** The lists of a model that may grow. Each entry points at a table, old or new. */
export interface ModelParts {
  readonly operatorCodes: Offset[];
  readonly buffers: Offset[];
  subgraphs: Offset[];
}

/**
 * A model with the metadata that MediaPipe's tasks ask for and, where `graft` is given, a changed graph.
 * The old model's bytes are kept whole behind the new root. Same input, same bytes.
 */
export function extendModel(
  model: Uint8Array,
  normalization: ImageNormalization,
  graft?: (file: TfliteFile, parts: ModelParts) => void,
): Uint8Array {
  const file = new TfliteFile(model);
  const { builder, root } = file;
  const old = (field: number) => file.tables(root, field).map((table) => file.offsetOf(table));
  const parts: ModelParts = {
    operatorCodes: old(FIELD.model.operatorCodes),
    buffers: old(FIELD.model.buffers),
    subgraphs: old(FIELD.model.subgraphs),
  };
  graft?.(file, parts);

  const metadataBuffer = parts.buffers.push(file.writeBuffer(imageMetadata(normalization))) - 1;
  const name = builder.createString('TFLITE_METADATA');
  builder.startObject(2);
  builder.addFieldOffset(0, name, 0);
  builder.addFieldInt32(1, metadataBuffer, 0);
  const metadata = [...old(FIELD.model.metadata), builder.endObject()];

  const vectors = [
    [FIELD.model.operatorCodes, file.writeOffsets(parts.operatorCodes)],
    [FIELD.model.subgraphs, file.writeOffsets(parts.subgraphs)],
    [FIELD.model.buffers, file.writeOffsets(parts.buffers)],
    [FIELD.model.metadata, file.writeOffsets(metadata)],
  ] as const;
  const SCHEMA_VERSION = 3;
  builder.startObject(8);
  builder.addFieldInt32(0, SCHEMA_VERSION, 0);
  for (const [field, vector] of vectors) builder.addFieldOffset(field, vector, 0);
  builder.finish(builder.endObject(), 'TFL3');
  return builder.asUint8Array().slice();
}
