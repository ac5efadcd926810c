import { drawnScenes } from './drawn-scenes.ts';
import { KERNEL_CHOICES, withKernelChoice } from './kernel-choice.ts';
import { openNodeGraph } from './node-graph.ts';
import { recordFunctions, takeRecorded } from './record-functions.ts';
import { referencesOf } from './references-of.ts';
import { countImportedFunctions, readBodies, sectionOf } from './wasm-file.ts';

/** The functions that a module defines, by when they ran. */
export interface RuntimeProfile {
  /** Until the graph was warm, which is the same each time. */
  readonly atStart: ReadonlySet<number>;
  /** While it looked at pictures, of which no two are the same. */
  readonly inFrames: ReadonlySet<number>;
  /** When it refused a picture, and when it was closed. */
  readonly atEnd: ReadonlySet<number>;
}

/** Runs the face graph on all that cameras can show, as each kind of machine would. */
export async function profileRuntime(
  wasm: Uint8Array,
  bundle: Uint8Array,
): Promise<RuntimeProfile> {
  const atStart = new Set<number>();
  const inFrames = new Set<number>();
  const atEnd = new Set<number>();
  for (const choice of KERNEL_CHOICES) {
    const recording = recordFunctions(withKernelChoice(wasm, choice));
    const graph = await openNodeGraph(recording, bundle);
    addTo(atStart, takeRecorded(graph.instances));
    for await (const picture of drawnScenes()) graph.look(picture);
    addTo(inFrames, takeRecorded(graph.instances));
    graph.close();
    addTo(atEnd, takeRecorded(graph.instances));
    // A graph that has refused a picture ends in another way.
    const refusing = await openNodeGraph(recording, bundle);
    refusing.lookTooEarly();
    refusing.close();
    addTo(atEnd, takeRecorded(refusing.instances));
  }
  return { atStart, inFrames, atEnd };
}

function addTo(all: Set<number>, some: ReadonlySet<number>): void {
  for (const one of some) all.add(one);
}

/**
 * What is kept: all that ran, and as a margin what the functions of frames call by name, whether they were seen to or not.
 */
export function functionsToKeep(
  wasm: Uint8Array,
  { atStart, inFrames, atEnd }: RuntimeProfile,
): Set<number> {
  const imported = countImportedFunctions(sectionOf(wasm, 'import'));
  const bodies = readBodies(sectionOf(wasm, 'code'));
  const kept = new Set([...atStart, ...inFrames, ...atEnd]);
  for (const index of inFrames) {
    for (const called of referencesOf(bodies[index] ?? new Uint8Array()).calls) {
      if (called >= imported) kept.add(called - imported);
    }
  }
  return kept;
}
