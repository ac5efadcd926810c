import type { ImageFindings } from '../../../src/service/analysis/faces/image-inspector.ts';
import { findCovers } from '../../../src/service/analysis/verdict/rules/covered-face.ts';
import { allButFirst, type Cell, markdownTable } from '../report/markdown-table.ts';
import type { InspectedClip } from './inspect-clip.ts';

/** What the gates would say of each frame of the bad clips, taken as a neutral face; and of real people at rest. */
export function formatGates(inspected: readonly InspectedClip[]): string {
  const atRest = inspected
    .filter(({ clip }) => clip.kind === 'real')
    .flatMap(({ clip, frames }) =>
      frames.filter(
        ({ atS }) => !clip.actions.some(({ fromS, toS }) => atS >= fromS - 0.2 && atS <= toS + 0.2),
      ),
    );
  const bad = inspected.filter(({ clip }) => clip.kind === 'bad');
  return [
    '## Gates',
    '',
    markdownTable(
      HEAD,
      [
        row('real people at rest', atRest),
        ...bad.map(({ clip, frames }) => row(`${clip.name} (${clip.condition})`, frames)),
      ],
      allButFirst(HEAD),
    ),
    '',
  ].join('\n');
}

const HEAD = ['frames', 'n', 'no face', 'several', 'occluded', 'pass'];

function row(name: string, frames: readonly { readonly findings: ImageFindings }[]): Cell[] {
  const said = frames.map(({ findings: { face, faceCount } }) =>
    !face ? 'none' : faceCount > 1 ? 'several' : findCovers(face).length > 0 ? 'occluded' : 'pass',
  );
  const share = (what: string) =>
    `${Math.round((100 * said.filter((one) => one === what).length) / said.length)} %`;
  return [name, said.length, ...['none', 'several', 'occluded', 'pass'].map(share)];
}
