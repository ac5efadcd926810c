import { openNodeGraph } from './node-graph.ts';

/** What came of looking at the same pictures with two runtimes. */
export interface Comparison {
  readonly pictures: number;
  readonly withFace: number;
  /** Pictures, counted from 0, that were not answered alike to the last bit. */
  readonly different: readonly number[];
}

/**
 * Looks at pictures with two runtimes, from the start of the graphs to their end.
 * @throws WebAssembly.RuntimeError when one of them traps
 */
export async function compareRuntimes(
  [one, other]: readonly [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>],
  bundle: Uint8Array,
  scenes: AsyncIterable<ImageData>,
): Promise<Comparison> {
  const graphs = [await openNodeGraph(one, bundle), await openNodeGraph(other, bundle)] as const;
  let [pictures, withFace] = [0, 0];
  const different: number[] = [];
  for await (const picture of scenes) {
    const [answer, otherAnswer] = [graphs[0].look(picture), graphs[1].look(picture)];
    if (answer !== otherAnswer) different.push(pictures);
    if (HAS_POINTS.test(answer)) withFace++;
    pictures++;
  }
  for (const graph of graphs) graph.close();
  return { pictures, withFace, different };
}

/** Landmarks, not the box of the detector. */
const HAS_POINTS = /"faceLandmarks":\[\[\{"x"/;
