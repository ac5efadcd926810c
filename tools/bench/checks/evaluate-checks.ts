/**
 * `npm run evaluate:checks -- <folder>`: how many people of labelled clips get through a whole check, and in how many seconds.
 * See docs/evaluation.md.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { GestureName } from '../../../src/challenge/gesture.ts';
import { seededRandom } from '../../../src/testing/seeded-random.ts';
import { readManifest } from '../evaluation/labelled-clip.ts';
import { type TrackedClip, trackClips } from '../evaluation/track-cache.ts';
import { readPeople } from '../verdict/read-people.ts';
import { formatChecks, type PersonsCheck } from './format-checks.ts';
import { playCheck } from './play-check.ts';
import { hasRest } from './recorded-person.ts';

const USAGE = `npm run evaluate:checks -- <folder> [--only <word>]… [--checks <n>]

  <folder>        holds the clips and the manifest.json that labels them
  --only <word>   only clips whose name contains the word
  --checks <n>    checks of each clip at each rate; default 40`;

const FRAMES_PER_SECOND = [30, 15, 10, 5];
const FEWEST_GESTURES = 2;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: [] },
    checks: { type: 'string', default: '40' },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error(USAGE);
  process.exit(2);
}
const people = readPeople(folder);
const clips = readManifest(folder, values.only).filter(
  (clip) => clip.kind === 'real' && poolOf(clip).length >= FEWEST_GESTURES,
);
const tracked = await trackClips(clips, ({ name }) => console.error(`tracked ${name}`));
const checks: PersonsCheck[] = [];
for (const one of tracked) {
  if (!hasRest(one)) {
    console.error(`${one.clip.name} shows nobody at rest, and is left out`);
    continue;
  }
  const person = people.get(one.clip.name) || one.clip.name;
  for (const framesPerSecond of FRAMES_PER_SECOND) {
    for (let seed = 1; seed <= Number(values.checks); seed += 1) {
      const played = playCheck(one, poolOf(one.clip), framesPerSecond, seededRandom(seed));
      checks.push({ person, framesPerSecond, ...played });
    }
  }
}
console.log(formatChecks(checks));

/** What the person does in the clip. A blink is asked only of who declined the rest, as in a session that is paced. */
function poolOf({ actions }: TrackedClip['clip']): GestureName[] {
  const names = [...new Set(actions.map(({ name }) => name))];
  const usual = names.filter((name) => name !== 'blink');
  return usual.length >= FEWEST_GESTURES ? usual : names;
}
