import { TURN } from '../../../src/challenge/gestures/turn.ts';
import { measurePlanarity } from '../../../src/service/analysis/comparison/planarity.ts';
import { percentile } from '../report/percentile.ts';
import type { InspectedClip } from './inspect-clip.ts';
import { pickNeutral } from './pick-session.ts';

/** Planarity ratios of every frame of real clips that is turned far enough to count. */
export function formatPlanarity(inspected: readonly InspectedClip[]): string {
  const rows: string[] = [];
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
    rows.push(
      `| ${one.clip.name} | ${ratios.length} | ${Math.min(...ratios).toFixed(2)} | ${percentile(ratios, 0.5).toFixed(2)} |`,
    );
  }
  return [
    '## Depth of turns',
    '',
    '| clip | frames | smallest | median |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    all.length === 0
      ? ''
      : `| all | ${all.length} | ${Math.min(...all).toFixed(2)} | ${percentile(all, 0.5).toFixed(2)} |`,
    '',
  ].join('\n');
}
