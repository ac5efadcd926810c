/**
 * `npm run bench:chances`: how often somebody who holds the recording of one session, or an album of it, is asked for
 * nothing that they lack; and whether people who cannot do some movements get through. Writes the table of docs/attacks.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { GESTURES, type GestureName } from '../../../src/challenge/gesture.ts';
import type { Movement } from '../../../src/challenge/gestures/gesture-record.ts';
import { drawGestures } from '../../../src/service/sessions/draw-gestures.ts';
import { readSettings } from '../../../src/service/settings.ts';
import { seededRandom } from '../../../src/testing/seeded-random.ts';
import { allButFirst, markdownTable } from '../report/markdown-table.ts';
import { replaceSection } from '../report/replace-section.ts';
import { recordedTakes } from './recorded-takes.ts';
import { playSession, type SessionPolicy } from './session-policy.ts';

const DRAWS = 40_000;
const PAGE = 'docs/attacks.md';
const { personSessionsPerDay, sessionGestures, sessionGestureCount, sessionSwaps } = readSettings(
  {},
);
/** Sessions that are tried; so many of one person are told a gesture in a day. */
const TRIES = [...new Set([1, 5, personSessionsPerDay, 20, 100])];

const asBuilt: SessionPolicy = {
  pool: sessionGestures,
  gestureCount: sessionGestureCount,
  declines: sessionSwaps,
};
const POLICIES: readonly (readonly [name: string, policy: SessionPolicy])[] = [
  ['as built', asBuilt],
  ['no decline', { ...asBuilt, declines: 0 }],
  ['three declines', { ...asBuilt, declines: 3 }],
];

const random = seededRandom(20_261_127);
const randomInt = (limit: number): number => Math.floor(random() * limit);

/** The chance that at least one of so many sessions asks for nothing that is lacking, for each number of {@link TRIES}. */
function chances(policy: SessionPolicy, isReusable: boolean): number[] {
  // Whoever has one recording has the same in every session: the mean over recordings of what several tries give.
  const recordings = Array.from({ length: 400 }, () => {
    const takeFor = recordedTakes(
      drawGestures(policy.pool, policy.gestureCount, randomInt),
      random,
    );
    const tries = DRAWS / 400;
    let complete = 0;
    for (let n = 0; n < tries; n++) {
      if (playSession(policy, { takeFor, isReusable }, randomInt).isComplete) complete += 1;
    }
    return complete / tries;
  });
  return TRIES.map(
    (tries) => recordings.reduce((sum, one) => sum + 1 - (1 - one) ** tries, 0) / recordings.length,
  );
}

/** Of people who cannot do some movements: how many get through, and what it costs them. */
function people(policy: SessionPolicy, cannot: (name: GestureName) => boolean) {
  const takeFor = (name: GestureName) => (cannot(name) ? undefined : name);
  const played = Array.from({ length: DRAWS / 10 }, () =>
    playSession(policy, { takeFor, isReusable: true }, randomInt),
  );
  const mean = (of: (one: (typeof played)[number]) => number) =>
    played.reduce((sum, one) => sum + of(one), 0) / played.length;
  return {
    through: mean(({ isComplete }) => Number(isComplete)),
    declines: mean(({ declines }) => declines),
    asked: mean(({ asked }) => asked),
  };
}

/** Whether a gesture is this movement, or needs it. */
function needsMovement(name: GestureName, movement: Movement): boolean {
  const { movement: own, needs = [] } = GESTURES[name];
  return [own, ...needs].includes(movement);
}

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

const ATTACKERS_HEAD = [
  'who holds what one session asked for',
  'per session',
  ...TRIES.slice(1).map((n) => (n === personSessionsPerDay ? `in ${n}: a day` : `in ${n}`)),
];
const PEOPLE_HEAD = [
  'people, as built',
  'asked for what they can do',
  'declines',
  'gestures asked',
];

const lines = [
  `${DRAWS.toLocaleString('en')} draws with the service’s own functions, ${asBuilt.pool.length} gestures, ${asBuilt.gestureCount} asked, ${asBuilt.declines} declines.`,
  '',
  markdownTable(
    ATTACKERS_HEAD,
    POLICIES.flatMap(([name, policy]) => [
      [`as a video, ${name}`, ...chances(policy, true).map(percent)],
      [`as still pictures, ${name}`, ...chances(policy, false).map(percent)],
    ]),
    allButFirst(ATTACKERS_HEAD),
  ),
  '',
  markdownTable(
    PEOPLE_HEAD,
    (
      [
        ['who can do everything', () => false],
        ['who cannot turn', (name: GestureName) => needsMovement(name, 'turn')],
        ['who cannot follow a dot', (name: GestureName) => needsMovement(name, 'follow-dot')],
        ['who can neither turn nor nod', (name: GestureName) => GESTURES[name].moves === 'head'],
        ['who cannot move the mouth', (name: GestureName) => GESTURES[name].moves === 'mouth'],
      ] as const
    ).map(([who, cannot]) => {
      const { asked, declines, through } = people(asBuilt, cannot);
      return [who, percent(through), declines.toFixed(2), asked.toFixed(2)];
    }),
    allButFirst(PEOPLE_HEAD),
  ),
];
const text = lines.join('\n');
console.log(text);
await writeFile(PAGE, replaceSection(await readFile(PAGE, 'utf8'), 'chances', text));
