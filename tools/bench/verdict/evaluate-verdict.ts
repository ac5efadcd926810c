/**
 * `npm run evaluate:verdict -- <folder>`: what the service says of sessions cut from labelled clips. See docs/verdict.md.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createImageInspector } from '../../../src/service/analysis/faces/image-inspector.ts';
import { buildFaceModel } from '../../face-model/build-face-model.ts';
import { type LabelledClip, readManifest } from '../evaluation/labelled-clip.ts';
import { formatGates } from './format-gates.ts';
import { formatPeople } from './format-people.ts';
import { formatPlanarity } from './format-planarity.ts';
import { formatSessions } from './format-sessions.ts';
import { type InspectedClip, inspectClip } from './inspect-clip.ts';
import { readPeople } from './read-people.ts';

const USAGE = `npm run evaluate:verdict -- <folder> [--only <word>]…

  <folder>        holds the clips and the manifest.json that labels them
  --only <word>   only clips whose name contains the word`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true, default: [] } },
});
const [folder] = positionals;
if (!folder) {
  console.error(USAGE);
  process.exit(2);
}
try {
  const clips = readManifest(folder, values.only);
  const people = readPeople(folder);
  const inspected = await inspectAll(clips);
  console.log(formatSessions(inspected, people));
  console.log(formatPeople(inspected, people));
  console.log(formatPlanarity(inspected));
  console.log(formatGates(inspected));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function inspectAll(clips: readonly LabelledClip[]): Promise<InspectedClip[]> {
  await buildFaceModel();
  const inspector = await createImageInspector();
  try {
    const inspected: InspectedClip[] = [];
    for (const clip of clips) {
      const one = await inspectClip(inspector, clip);
      console.error(`looked at ${clip.name}: ${one.frames.length} frames`);
      inspected.push(one);
    }
    return inspected;
  } finally {
    inspector.close();
  }
}
