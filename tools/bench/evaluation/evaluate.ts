/**
 * `npm run evaluate -- <folder>`: how sure the gestures are on a folder of labelled clips. See docs/evaluation.md.
 */
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { formatSummary, formatTables } from './format-evaluation.ts';
import { renderReport } from './html-report.ts';
import {
  correctLabels,
  formatCorrections,
  type LabelCorrection,
  readCorrections,
} from './label-corrections.ts';
import { type LabelledClip, readManifest } from './labelled-clip.ts';
import { leaveOneOut } from './leave-out.ts';
import { formatRun, playRealtime } from './play-realtime.ts';
import { plotClip } from './plot-clip.ts';
import { scoreClip } from './score-clip.ts';
import { type EvaluatedClip, summarize } from './summarize.ts';
import { everyNth, trackClips } from './track-cache.ts';

const USAGE = `npm run evaluate -- <folder> [options]

  <folder>        holds the clips and the manifest.json that labels them
  --only <word>   only clips whose name contains the word; may be given more than once
  --every <n>     keeps every n-th frame: 2 makes 15 of 30 frames a second
  --corrections <file>
                  labels that the frames contradict; adds the same table with them corrected
  --leave-out     how the gestures fare with other thresholds, and for people who had no say in them
  --json <file>   writes what was measured
  --html <file>   writes a report with a plot of the signals of every clip
  --svg <file>    writes the plot of the first clip alone
  --realtime      plays the clips to the whole element, as a camera would, instead of frame by frame`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: [] },
    every: { type: 'string', default: '1' },
    corrections: { type: 'string' },
    'leave-out': { type: 'boolean', default: false },
    json: { type: 'string' },
    html: { type: 'string' },
    svg: { type: 'string' },
    realtime: { type: 'boolean', default: false },
  },
});

const [folder] = positionals;
if (!folder) {
  console.error(USAGE);
  process.exit(2);
}
try {
  const clips = readManifest(folder, values.only);
  const corrections = values.corrections ? readCorrections(values.corrections) : [];
  await (values.realtime ? inRealtime(clips) : frameByFrame(clips, corrections));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function frameByFrame(
  clips: readonly LabelledClip[],
  corrections: readonly LabelCorrection[],
): Promise<void> {
  const tracked = await trackClips(clips, ({ name }, frames) =>
    console.error(`tracked ${name}: ${frames} frames`),
  );
  const evaluated: EvaluatedClip[] = tracked
    .map((one) => everyNth(one, Number(values.every)))
    .map((one) => ({ ...one, score: scoreClip(one) }));
  const summary = summarize(evaluated);
  console.log(formatTables(summary, evaluated));
  const corrected = corrections.length > 0 ? summarize(correct(evaluated, corrections)) : undefined;
  if (corrected) {
    console.log(`\nThe same with ${corrections.length} labels corrected\n`);
    console.log(`${formatSummary(corrected)}\n\n${formatCorrections(corrections)}`);
  }
  if (values['leave-out']) {
    console.log('\nRecall / false in 10 minutes, with the thresholds of all gestures multiplied\n');
    console.log(leaveOneOut(correct(evaluated, corrections)));
  }
  const scores = evaluated.map(({ clip, score }) => ({ ...clip, ...score }));
  await write(values.json, () => toJson({ summary, corrected, corrections, clips: scores }));
  await write(values.html, () => renderReport(summary, evaluated));
  await write(values.svg, () => evaluated.slice(0, 1).map(plotClip).join(''));
}

/** Only clips whose labels change are scored again. */
function correct(
  evaluated: readonly EvaluatedClip[],
  corrections: readonly LabelCorrection[],
): EvaluatedClip[] {
  const clips = correctLabels(
    evaluated.map(({ clip }) => clip),
    corrections,
  );
  return evaluated.map((one, index) => {
    const clip = clips[index] ?? one.clip;
    return clip === one.clip ? one : { clip, track: one.track, score: scoreClip({ ...one, clip }) };
  });
}

async function inRealtime(clips: readonly LabelledClip[]): Promise<void> {
  const runs = await playRealtime(clips, (run) => console.log(formatRun(run)));
  await write(values.json, () => toJson({ runs }));
}

async function write(path: string | undefined, content: () => string): Promise<void> {
  if (path) await writeFile(path, content());
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
