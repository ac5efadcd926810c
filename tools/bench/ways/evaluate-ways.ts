/**
 * `npm run evaluate:ways -- <folder>`: whether the service finds the way that the page took, in labelled clips, at fewer and
 * fewer pictures a second. See docs/attacks.md.
 */
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { GESTURE_NAMES, GESTURES } from '../../../src/challenge/gesture.ts';
import { createImageInspector } from '../../../src/service/analysis/faces/image-inspector.ts';
import { decodeWithFfmpeg } from '../evaluation/decode-clip.ts';
import { readManifest } from '../evaluation/labelled-clip.ts';
import { everyNth, trackClips } from '../evaluation/track-cache.ts';
import { readPeople } from '../verdict/read-people.ts';
import { formatWays, type JudgedWay } from './format-ways.ts';
import { lookAtWay } from './look-at-way.ts';
import { playWays } from './play-ways.ts';

const USAGE = `npm run evaluate:ways -- <folder> [--only <word>]… [--json <file>]

  <folder>        holds the clips and the manifest.json that labels them
  --only <word>   only clips whose name contains the word
  --json <file>   writes every way`;

/** Of thirty pictures a second every one, every second, third, and sixth. */
const EVERY = [1, 2, 3, 6];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true, default: [] }, json: { type: 'string' } },
});
const [folder] = positionals;
if (!folder) {
  console.error(USAGE);
  process.exit(2);
}
const people = readPeople(folder);
const judgedNames = GESTURE_NAMES.filter((name) => GESTURES[name].fewestBetween > 0);
const clips = readManifest(folder, values.only).filter(
  ({ actions, kind }) =>
    kind === 'real' && judgedNames.some((judged) => actions.some(({ name }) => name === judged)),
);
const tracked = await trackClips(clips, ({ name }) => console.error(`tracked ${name}`));
const inspector = await createImageInspector();
const ways: JudgedWay[] = [];
try {
  for (const one of tracked) {
    const pictures = await decodeWithFfmpeg(one.clip.path, one.clip.framesPerSecond);
    if (!pictures) throw new Error('ffmpeg is needed to take the clips apart.');
    for (const every of EVERY) {
      const thinned = everyNth(one, every);
      const kept = pictures.filter((_, place) => place % every === 0);
      for (const gesture of judgedNames) {
        for (const played of playWays(thinned, gesture)) {
          const seen = await lookAtWay(inspector, played, kept);
          const { name } = one.clip;
          ways.push({ clip: name, every, person: people.get(name) || name, ...played, ...seen });
        }
      }
    }
    console.error(`looked at ${one.clip.name}`);
  }
} finally {
  inspector.close();
}
console.log(formatWays(ways));
if (values.json) await writeFile(values.json, JSON.stringify(ways, undefined, 1));
