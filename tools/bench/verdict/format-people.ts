import { embeddingDistance } from '../../../src/service/analysis/faces/face-embedding.ts';
import type { FaceFindings } from '../../../src/service/analysis/faces/image-inspector.ts';
import {
  facesOfOthers,
  SAME_PERSON,
} from '../../../src/service/analysis/verdict/rules/different-person.ts';
import { allButFirst, type Cell, markdownTable } from '../report/markdown-table.ts';
import { percentile } from '../report/percentile.ts';
import type { InspectedClip } from './inspect-clip.ts';
import { pickLabelledSession, pickNeutral } from './pick-session.ts';

/** Distances of embeddings from the neutral face: of the same person by what they do, and of other people. */
export function formatPeople(
  inspected: readonly InspectedClip[],
  people: ReadonlyMap<string, string>,
): string {
  const real = inspected.flatMap((one) => {
    const neutral = one.clip.kind === 'real' ? pickNeutral(one)?.findings.face : undefined;
    return neutral ? [{ ...one, neutral, person: people.get(one.clip.name) ?? one.clip.name }] : [];
  });
  const own = new Map<string, number[]>();
  const others = new Map<string, number[]>();
  const put = (groups: Map<string, number[]>, name: string, distance: number) => {
    groups.set(name, [...(groups.get(name) ?? []), distance]);
  };
  for (const a of real) {
    for (const { atS, findings } of a.frames) {
      const face = findings.face;
      if (!face || face === a.neutral) continue;
      const distance = embeddingDistance(face.embedding, a.neutral.embedding);
      const action = a.clip.actions.find(({ fromS, toS }) => atS >= fromS && atS <= toS);
      put(own, action?.name ?? 'rest, talk', distance);
      put(own, poseOf(face, a.neutral), distance);
    }
    for (const b of real.filter(({ person }) => person !== a.person)) {
      for (const { findings } of b.frames) {
        const face = findings.face;
        if (!face) continue;
        const distance = embeddingDistance(face.embedding, a.neutral.embedding);
        put(others, poseOf(face, a.neutral), distance);
      }
    }
  }
  const { distance, steepDistance } = SAME_PERSON;
  const share = (values: readonly number[], is: (value: number) => boolean) =>
    `${((100 * values.filter(is).length) / values.length).toFixed(1)} %`;
  const row = (who: string, [name, values]: [string, number[]]): Cell[] => [
    `${who}: ${name}`,
    values.length,
    ...[0.5, 0.9, 0.99].map((part) => percentile(values, part).toFixed(2)),
    `${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}`,
    share(values, (value) => value <= distance),
    share(values, (value) => value <= steepDistance),
  ];
  const head = ['frames', 'n', 'p50', 'p90', 'p99', 'range', `≤ ${distance}`, `≤ ${steepDistance}`];
  const sorted = (groups: Map<string, number[]>) =>
    [...groups].toSorted(([a], [b]) => a.localeCompare(b));
  let swapped = 0;
  let unnoticed = 0;
  for (const b of real) {
    const [, ...gestures] = (pickLabelledSession([b])?.findings ?? []).flatMap(
      ({ face }) => face ?? [],
    );
    if (gestures.length < 2) continue;
    for (const a of real.filter(({ person }) => person !== b.person)) {
      swapped += 1;
      if (facesOfOthers([a.neutral, ...gestures]).length === 0) unnoticed += 1;
    }
  }
  return [
    '## The same person',
    '',
    `Sessions with the neutral face of somebody else: ${unnoticed} of ${swapped} go unnoticed.`,
    '',
    markdownTable(
      head,
      [
        ...sorted(own).map((group) => row('own', group)),
        ...sorted(others).map((group) => row('others', group)),
      ],
      allButFirst(head),
    ),
    '',
  ].join('\n');
}

function poseOf({ measured: face }: FaceFindings, { measured: neutral }: FaceFindings): string {
  const pitch = Math.abs(face.pitchDegrees - neutral.pitchDegrees);
  if (pitch > SAME_PERSON.steepPitchDegrees) return `pitch over ${SAME_PERSON.steepPitchDegrees}°`;
  const yaw = Math.abs(face.yawDegrees - neutral.yawDegrees);
  return yaw < 15 ? 'yaw under 15°' : yaw < 35 ? 'yaw 15–35°' : 'yaw over 35°';
}
