/// <reference lib="dom" />
/** Runs in a page of the benchmark: draws the simulated person picture by picture, as slowly as that takes. */
import { createSimulatedPerson } from '../../../src/testing/index.ts';

/** The person who looks at the camera and sways a little, as PNG files in base64. */
export async function drawPerson(
  widthPx: number,
  heightPx: number,
  count: number,
  framesPerSecond: number,
): Promise<string[]> {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const person = await createSimulatedPerson({ widthPx, heightPx });
  try {
    return Array.from({ length: count }, (_, index) => {
      person.draw(pen, (index * 1000) / framesPerSecond);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    });
  } finally {
    person.dispose();
  }
}

Object.assign(globalThis, { drawPerson });
