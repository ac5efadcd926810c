import { formatAttackTable, formatBonaFideTable } from '../format-tables.ts';
import type { PlayedClip } from './play-clips.ts';

/** What the report of clips says of the run. */
export interface ClipFacts {
  readonly commit: string;
  readonly date: string;
}

/** The tables of real people, without a picture or a path. Species of attack are the conditions of the manifest. */
export function formatClipReport(
  played: readonly PlayedClip[],
  { commit, date }: ClipFacts,
): string {
  const real = played.filter(({ clip }) => clip.kind === 'real');
  const attacks = played.filter(({ clip }) => clip.kind === 'attack');
  const presented = (clips: readonly PlayedClip[]) =>
    clips.flatMap(({ clip, presentations }) =>
      presentations.map((one) => ({ ...one, species: nameOf(clip) })),
    );
  const notes = (clips: readonly PlayedClip[]) =>
    [...new Set(clips.map(({ clip }) => nameOf(clip)))].map((name) => ({ name, does: 'recorded' }));
  return `On ${date} at ${commit}: ${real.length} clips of real people, ${attacks.length} of attacks, two sessions each.

${formatBonaFideTable(presented(real), [{ name: 'real', does: 'asked only for what is labelled' }])}

${formatAttackTable(presented(attacks), notes(attacks))}
`;
}

function nameOf({ condition, kind, name }: PlayedClip['clip']): string {
  if (kind === 'real') return 'real';
  return (
    condition ??
    name
      .replace(/^attack_/, '')
      .replace(/_p\d+/g, '')
      .replaceAll('_', ' ')
  );
}
