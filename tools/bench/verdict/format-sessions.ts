import type { Analysis } from '../../../src/service/analysis/analysis.ts';
import { judge } from '../../../src/service/analysis/verdict/judge.ts';
import { PACED_RULES } from '../../../src/service/analysis/verdict/rule-lists.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { formatFaults, formatMeasurements } from './format-findings.ts';
import type { InspectedClip } from './inspect-clip.ts';
import { type PickedSession, pickLabelledSession, pickLuckySession } from './pick-session.ts';

/** What the element sends by default. */
const REQUEST = { livenessThreshold: 0.7, mainFaceOnly: false };

/** A table of sessions, one a line, with the verdict and its reasons; and how many of each kind are live. */
export function formatSessions(
  inspected: readonly InspectedClip[],
  people: ReadonlyMap<string, string>,
): string {
  const rows: { kind: string; name: string; analysis: Analysis | undefined }[] = [];
  const add = (kind: string, name: string, session: PickedSession | undefined) => {
    const analysis = session && judgeSession(session);
    rows.push({ kind, name, analysis });
  };
  const real = inspected.filter(({ clip }) => clip.kind === 'real');
  for (const one of real) add('real', one.clip.name, pickLabelledSession([one]));
  for (const [person, clips] of byPerson(real, people)) {
    if (clips.length > 1) add('real, clips joined', person, pickLabelledSession(clips));
  }
  for (const one of inspected.filter(({ clip }) => clip.kind === 'attack')) {
    add('attack', one.clip.name, pickLabelledSession([one]) ?? pickLuckySession(one));
  }
  const judged = rows.filter(({ analysis }) => analysis);
  const counts = [...new Set(rows.map(({ kind }) => kind))].map((kind) => {
    const ofKind = judged.filter((row) => row.kind === kind);
    const live = ofKind.filter(({ analysis }) => isLive(analysis));
    return `${kind}: ${live.length} of ${ofKind.length} live`;
  });
  return [
    '## Sessions',
    '',
    ...counts.map((count) => `- ${count}`),
    '',
    markdownTable(
      ['kind', 'clip', 'verdict', 'faults', 'measured'],
      judged.map(({ kind, name, analysis }) => [
        kind,
        name,
        verdictOf(analysis),
        formatFaults(analysis),
        formatMeasurements(analysis),
      ]),
    ),
    '',
  ].join('\n');
}

function judgeSession({ findings: images, paced: asked }: PickedSession): Analysis {
  return judge({ images, asked, ...REQUEST }, PACED_RULES);
}

function byPerson(
  clips: readonly InspectedClip[],
  people: ReadonlyMap<string, string>,
): Map<string, InspectedClip[]> {
  const groups = new Map<string, InspectedClip[]>();
  for (const one of clips) {
    const person = people.get(one.clip.name) ?? one.clip.name;
    groups.set(person, [...(groups.get(person) ?? []), one]);
  }
  return groups;
}

function isLive(analysis: Analysis | undefined): boolean {
  return analysis?.status === 'success' && analysis.live;
}

function verdictOf(analysis: Analysis | undefined): string {
  if (analysis?.status !== 'success') return 'incompleted';
  return `${analysis.live ? '**live**' : 'not live'}, ${analysis.liveness.toFixed(2)}`;
}
