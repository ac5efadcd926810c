/**
 * `npm run attacks`: plays attackers against the real element and the real service, prints who passes, and writes the
 * tables into docs/attacks.md.
 */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildFaceModel } from '../../face-model/build-face-model.ts';
import { PROJECT_ROOT } from '../../face-model/pinned-file.ts';
import { replaceSection } from '../report/replace-section.ts';
import { ALBUM_LIES } from './clients/album-lies.ts';
import { LIVE_LIES } from './clients/live-lies.ts';
import { PICTURE_LIES } from './clients/picture-lies.ts';
import { PROTOCOL_LIES } from './clients/protocol-lies.ts';
import { formatClipReport } from './clips/format-clip-report.ts';
import { playClips } from './clips/play-clips.ts';
import {
  formatCameraReport,
  formatClientReport,
  formatPeopleReport,
  type RunFacts,
} from './format-report.ts';
import type { Presentation } from './outcome.ts';
import { type Results, runPlan } from './run-plan.ts';

const USAGE = `npm run attacks [-- options]

  --repeat <n>     presentations of each attack in front of the camera (default 5; 0: none)
  --clients <n>    presentations of each lying client (default 100: of these none that passes leaves room for 4 %)
  --people <n>     presentations of each kind of honest person (default 5)
  --seed <n>       the first seed (default 1)
  --only <word>    only species whose name contains the word; may be given more than once; nothing is written
  --from <file>    adds what an earlier run wrote with --json; may be given more than once
  --clips <folder> real people too: clips with a manifest.json, as for npm run evaluate
  --json <file>    writes every presentation to a file
  --dry-run        prints, and leaves docs/attacks.md as it is; otherwise the sections that were played are replaced`;

const PAGE = join(PROJECT_ROOT, 'docs/attacks.md');

const { values } = parseArgs({
  options: {
    repeat: { type: 'string', default: '5' },
    clients: { type: 'string', default: '100' },
    people: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: [] },
    from: { type: 'string', multiple: true, default: [] },
    clips: { type: 'string' },
    json: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const startedAtMs = Date.now();
await buildFaceModel();
const firstSeed = wholeNumber(values.seed);
const version = JSON.parse(await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8')).version;
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const earlier = await Promise.all(
  values.from.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as WrittenResults),
);
const played = await runPlan(
  {
    cameraRepeat: wholeNumber(values.repeat),
    clientRepeat: wholeNumber(values.clients),
    bonaFideRepeat: wholeNumber(values.people),
    firstSeed,
    only: values.only,
  },
  (presentation) => console.error(describe(presentation)),
  (soFar) => write(sectionsOf(together(soFar))),
);
const results = together(played);
const sections = [...sectionsOf(results)];
if (values.clips) {
  const report = formatClipReport(await playClips(values.clips, firstSeed), factsNow());
  sections.push(['clips', report]);
}
for (const [, text] of sections) console.log(`\n${text}`);
if (!values.clips) console.log('No --clips: nothing is said about real people.');
await write(sections);
if (values.json)
  await writeFile(
    values.json,
    JSON.stringify({ ...results, commit } satisfies WrittenResults, undefined, 1),
  );

/** What earlier runs played, and this one. */
function together(now: Results): Results {
  const all = [...earlier, now];
  return {
    bonaFide: all.flatMap(({ bonaFide }) => bonaFide),
    camera: all.flatMap(({ camera }) => camera),
    clients: all.flatMap(({ clients }) => clients),
  };
}

/** What `--json` writes. */
type WrittenResults = Results & { readonly commit: string };

type Section = readonly [name: string, text: string];

/** The sections of the page that something was played for. */
function sectionsOf(played: Results): Section[] {
  const facts = factsNow();
  const albums = formatClientReport(played, [...ALBUM_LIES, ...LIVE_LIES], facts);
  const clients = formatClientReport(played, [...PROTOCOL_LIES, ...PICTURE_LIES], facts);
  return [
    ...(played.bonaFide.length > 0 ? [['people', formatPeopleReport(played, facts)] as const] : []),
    ...(played.camera.length > 0 ? [['camera', formatCameraReport(played, facts)] as const] : []),
    ...(albums === undefined ? [] : [['albums', albums] as const]),
    ...(clients === undefined ? [] : [['clients', clients] as const]),
  ];
}

async function write(written: readonly Section[]): Promise<void> {
  if (values['dry-run'] || values.only.length > 0) return;
  // Read now: another run may have written its own sections meanwhile.
  let page = await readFile(PAGE, 'utf8');
  for (const [name, text] of written) page = replaceSection(page, name, text);
  await writeFile(PAGE, page);
}

function factsNow(): RunFacts {
  const options = process.argv.length > 2 ? ['--', ...withoutPaths()] : [];
  return {
    command: ['npm run attacks', ...options].join(' '),
    version,
    commit,
    date: new Date(startedAtMs).toISOString().slice(0, 10),
    firstSeed,
    tookMs: Date.now() - startedAtMs,
    earlierCommits: earlier.map((one) => one.commit),
  };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${text} is no whole number.`);
  return number;
}

/** Where clips are on this machine is nobody's business. */
function withoutPaths(): string[] {
  return process.argv.slice(2).map((argument) => (argument.includes('/') ? '<path>' : argument));
}

function describe({ asked, outcome, pool, seed, species }: Presentation): string {
  const why =
    outcome.kind === 'refused'
      ? outcome.code
      : outcome.kind === 'no-response'
        ? outcome.why
        : outcome.kind === 'live'
          ? ''
          : outcome.faults.map(({ message }) => message).join(' ');
  return `${species} (${pool}, seed ${seed}): ${outcome.kind} [${asked.join(' ')}] ${why}`;
}
