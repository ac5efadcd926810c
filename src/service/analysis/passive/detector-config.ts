import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';

const positive = v.pipe(v.number(), v.gtValue(0));

/** A detector that is described instead of written: a file that ends in `.json`. docs/passive-detector.md explains each member. */
const configSchema = v.strictObject({
  /** TFLite file, relative to this one. */
  model: v.pipe(v.string(), v.endsWith('.tflite', 'Expected a .tflite file')),
  /** Side of the square that is cut out around the face ÷ the longer side of the face's box. */
  crop: v.pipe(positive, v.maxValue(10)),
  /** Side of what the model is given, in pixels. */
  size_px: v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(1024)),
  colour_order: v.picklist(['rgb', 'bgr']),
  /** What black and white become. */
  range: v.tuple([v.number(), v.number()]),
  /** Which of the model's outputs, and which of its values says that a face is live. */
  output: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  live_index: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** What makes a score from 0 to 1 of that value. */
  activation: v.picklist(['softmax', 'sigmoid', 'none']),
});

/** A described detector; `model` is an absolute path. */
export type DetectorConfig = v.InferOutput<typeof configSchema>;

/**
 * Reads the description of a detector.
 * @throws Error that names the file and the member that cannot be used
 */
export async function readDetectorConfig(path: string): Promise<DetectorConfig> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`The passive detector ${path} cannot be read.`, { cause });
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error(`The passive detector ${path} is no JSON.`, { cause });
  }
  const parsed = v.safeParse(configSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(
      `The passive detector ${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`,
    );
  }
  const { model, ...config } = parsed.output;
  return { ...config, model: resolve(dirname(path), model) };
}
