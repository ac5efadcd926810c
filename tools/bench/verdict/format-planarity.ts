import { TURN } from '../../../src/challenge/gestures/turn.ts';
import { measurePlanarity } from '../../../src/service/analysis/comparison/planarity.ts';
import { allButFirst, type Cell, markdownTable } from '../report/markdown-table.ts';
import { percentile } from '../report/percentile.ts';
import type { InspectedClip } from './inspect-clip.ts';
import { pickNeutral } from './pick-session.ts';

const HEAD = ['clip', 'frames', 'smallest', 'median'];

/** Planarity ratios of every frame of real clips that is turned far enough to count. */
export function formatPlanarity(inspected: readonly InspectedClip[]): string {
  const rows: Cell[][] = [];
  const all: number[] = [];
  for (const one of inspected.filter(({ clip }) => clip.kind === 'real')) {
    const neutral = pickNeutral(one)?.findings.face;
    if (!neutral) continue;
    const ratios = one.frames.flatMap(({ findings: { face } }) => {
      const yaw = (face?.measured.yawDegrees ?? 0) - neutral.measured.yawDegrees;
      const isTurned = face && Math.abs(yaw) >= TURN.serviceDegrees;
      return isTurned ? [measurePlanarity(neutral.points, face.points).ratio] : [];
    });
    if (ratios.length === 0) continue;
    all.push(...ratios);
    rows.push(rowOf(one.clip.name, ratios));
  }
  return [
    '## Depth of turns',
    '',
    markdownTable(HEAD, all.length === 0 ? rows : [...rows, rowOf('all', all)], allButFirst(HEAD)),
    '',
  ].join('\n');
}

function rowOf(name: string, ratios: readonly number[]): Cell[] {
  return [name, ratios.length, Math.min(...ratios).toFixed(2), percentile(ratios, 0.5).toFixed(2)];
}
