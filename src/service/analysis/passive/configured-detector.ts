import { type NeuralModel, openModelFile } from '../faces/neural-model.ts';
import { sampleSquare } from '../faces/sample-square.ts';
import type { DetectorConfig } from './detector-config.ts';
import type { PassiveDetector, PassiveFrame } from './passive-detector.ts';

/**
 * The detector that a description stands for: the mean over a session's frames of how live the model says each is.
 * @throws ModelFailure when the file is no model
 */
export async function configuredDetector(config: DetectorConfig): Promise<PassiveDetector> {
  const model = await openModelFile(config.model);
  return async (frames) => {
    let sum = 0;
    for (const frame of frames) sum += await scoreOf(frame, model, config);
    return sum / frames.length;
  };
}

async function scoreOf(
  frame: PassiveFrame,
  model: NeuralModel,
  { activation, live_index: liveIndex, output, ...config }: DetectorConfig,
): Promise<number> {
  const outputs = await model.run(inputOf(frame, config));
  const values = outputs[output];
  const value = values?.[liveIndex];
  if (!values || value === undefined) {
    throw new Error(`The passive detector's model has no value ${liveIndex} in output ${output}.`);
  }
  switch (activation) {
    case 'none':
      return value;
    case 'sigmoid':
      return 1 / (1 + Math.exp(-value));
    case 'softmax': {
      // Less the largest, so that no power overflows.
      const largest = Math.max(...values);
      const powers = Array.from(values, (one) => Math.exp(one - largest));
      return Math.exp(value - largest) / powers.reduce((all, power) => all + power, 0);
    }
  }
}

/** The square around the face, as the model wants it: row by row, channels last. */
function inputOf(
  { face, ...picture }: PassiveFrame,
  {
    colour_order: order,
    crop,
    range,
    size_px: sizePx,
  }: Pick<DetectorConfig, 'colour_order' | 'crop' | 'range' | 'size_px'>,
): Float32Array {
  const square = {
    centreX: face.left + face.widthPx / 2,
    centreY: face.top + face.heightPx / 2,
    sidePx: Math.max(face.widthPx, face.heightPx) * crop,
    angleRadians: 0,
  };
  const rgb = sampleSquare(picture, square, sizePx, range);
  if (order === 'rgb') return rgb;
  return rgb.map((_, i) => rgb[i + 2 - 2 * (i % 3)] ?? 0);
}
