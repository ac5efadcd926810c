import { GESTURES } from '../../../src/challenge/gesture.ts';
import { findWayFault, type WayFault } from '../../../src/challenge/way-between.ts';
import type { ImageInspector } from '../../../src/service/analysis/faces/image-inspector.ts';
import { readWay } from '../../../src/service/analysis/verdict/read-way.ts';
import { small } from '../attacks/clients/touched-up-picture.ts';
import type { PlayedWay } from './play-ways.ts';

/** What the service makes of a way that the page took. */
export interface SeenWay {
  /** Absent: it takes it, too. */
  readonly fault: WayFault | 'no-face' | undefined;
  /** For each frame between: its part of the change as the page measures it, and as the service does. */
  readonly parts: readonly (readonly [page: number, service: number])[];
}

/** Looks at the frames as the service would get them: small ones on the way, the whole one at its end. */
export async function lookAtWay(
  inspector: ImageInspector,
  { frames, gesture, neutral, way }: PlayedWay,
  pictures: readonly Buffer[],
): Promise<SeenWay> {
  const pictureAt = (place: number): Buffer => pictures[place] ?? Buffer.alloc(0);
  const [rest, end] = await Promise.all(
    [neutral, frames.at(-1) ?? 0].map((place) => inspector.inspect(pictureAt(place), false)),
  );
  if (!rest?.face || !end?.face) return { fault: 'no-face', parts: [] };
  const findings = [];
  for (const place of frames.slice(0, -1)) {
    findings.push(await inspector.inspectWay(await small(pictureAt(place)), false));
  }
  const evidence = {
    faces: [rest.face, end.face],
    neutral: rest.face,
    ways: findings.map((one) => ({ step: 1, findings: one })),
  };
  const seen = readWay(evidence, { number: 1 }, { gesture, image: 1, clearness: 1 });
  const fault = findWayFault(seen, GESTURES[gesture].fewestBetween);
  const areWhole = seen.length === way.length;
  const [page, service] = [way, seen].map(partsOf);
  return {
    fault,
    parts: areWhole && page && service ? page.map((part, i) => [part, service[i] ?? 0]) : [],
  };
}

function partsOf(way: readonly { readonly change: number }[]): number[] {
  const [first, last] = [way[0]?.change ?? 0, way.at(-1)?.change ?? 0];
  return way.slice(1, -1).map(({ change }) => (change - first) / (last - first));
}
