import { formatAttackTable, formatBonaFideTable } from '../format-attack-table.ts';
import type { PlayedClip } from './play-clips.ts';

/** What the report of clips says of the run. */
export interface ClipFacts {
  readonly commit: string;
  readonly date: string;
}

/** Gestures of one real person after the neutral face of another. */
const EXCHANGED = 'another person’s neutral face';

/** The tables of real people, without a picture or a path. Species of attack are the conditions of the manifest. */
export function formatClipReport(
  played: readonly PlayedClip[],
  { commit, date }: ClipFacts,
): string {
  const isBonaFide = ({ album, clip, isExchanged }: PlayedClip): boolean =>
    clip.kind === 'real' && !isExchanged && album === undefined;
  const real = played.filter(isBonaFide);
  const attacks = played.filter((one) => !isBonaFide(one));
  const presented = (clips: readonly PlayedClip[]) =>
    clips.flatMap((played) =>
      played.presentations.map((one) => ({ ...one, species: nameOf(played) })),
    );
  const notes = (clips: readonly PlayedClip[]) =>
    [...new Set(clips.map(nameOf))].map((name) => ({
      name,
      does: 'recorded',
    }));
  return `On ${date} at ${commit}: ${real.length} clips of real people that show two gestures or more, ${attacks.filter(({ clip }) => clip.kind === 'attack').length} of attacks, two sessions each. “What suits it”: only the gestures that are labelled in the clip.

${formatBonaFideTable(presented(real), [{ name: 'real', does: 'asked only for what is labelled' }])}

${formatAttackTable(presented(attacks), notes(attacks))}
`;
}

function nameOf({ album, clip, isExchanged }: PlayedClip): string {
  if (isExchanged) return EXCHANGED;
  if (album !== undefined) return `an album of the person’s stills: ${album}`;
  const { condition, kind, name } = clip;
  if (kind === 'real') return 'real';
  return (
    condition ??
    name
      .replace(/^attack_/, '')
      .replace(/_p\d+/g, '')
      .replaceAll('_', ' ')
  );
}
