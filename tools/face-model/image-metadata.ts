import { Builder, type Offset } from 'flatbuffers';

/** How a model wants its input image: each channel as (value − mean) ÷ deviation. */
export interface ImageNormalization {
  readonly modelName: string;
  readonly mean: number;
  readonly deviation: number;
}

// Values of metadata_schema.fbs of TensorFlow Lite Support.
const CONTENT_IS_IMAGE = 2;
const COLOUR_IS_RGB = 1;
const PROCESS_IS_NORMALIZATION = 1;

/**
 * TFLite metadata (`M001`) for a model with one RGB image input. MediaPipe's tasks do not start without it.
 * Only the fields that they read are written.
 */
export function imageMetadata({ modelName, mean, deviation }: ImageNormalization): Uint8Array {
  const builder = new Builder(512);
  const table = (fieldCount: number, fill: () => void): Offset => {
    builder.startObject(fieldCount);
    fill();
    return builder.endObject();
  };
  const single = (add: () => void): Offset => {
    builder.startVector(4, 1, 4);
    add();
    return builder.endVector();
  };
  const means = single(() => builder.addFloat32(mean));
  const deviations = single(() => builder.addFloat32(deviation));
  const normalization = table(2, () => {
    builder.addFieldOffset(0, means, 0);
    builder.addFieldOffset(1, deviations, 0);
  });
  const processUnit = table(2, () => {
    builder.addFieldInt8(0, PROCESS_IS_NORMALIZATION, 0);
    builder.addFieldOffset(1, normalization, 0);
  });
  const processUnits = single(() => builder.addOffset(processUnit));
  const imageProperties = table(2, () => builder.addFieldInt8(0, COLOUR_IS_RGB, 0));
  const content = table(3, () => {
    builder.addFieldInt8(0, CONTENT_IS_IMAGE, 0);
    builder.addFieldOffset(1, imageProperties, 0);
  });
  const tensorName = builder.createString('image');
  const tensor = table(7, () => {
    builder.addFieldOffset(0, tensorName, 0);
    builder.addFieldOffset(3, content, 0);
    builder.addFieldOffset(4, processUnits, 0);
  });
  const inputs = single(() => builder.addOffset(tensor));
  const subgraph = table(10, () => builder.addFieldOffset(2, inputs, 0));
  const subgraphs = single(() => builder.addOffset(subgraph));
  const name = builder.createString(modelName);
  const parserVersion = builder.createString('1.0.0');
  const model = table(8, () => {
    builder.addFieldOffset(0, name, 0);
    builder.addFieldOffset(3, subgraphs, 0);
    builder.addFieldOffset(7, parserVersion, 0);
  });
  builder.finish(model, 'M001');
  return builder.asUint8Array();
}
