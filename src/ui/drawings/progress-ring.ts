import { type SVGTemplateResult, svg } from 'lit';
import { OVAL_PATH } from './oval.ts';

/** What the ring around the oval tells. */
export type Ring =
  /** Nothing runs. */
  | { readonly kind: 'plain' }
  /** One thing fills up; `progress` runs 0..1. */
  | { readonly kind: 'fill'; readonly progress: number }
  /** One segment per step; the current one fills with `strength`, 0..1. */
  | {
      readonly kind: 'steps';
      readonly index: number;
      readonly count: number;
      readonly strength: number;
    };

/** One stroke along the ring, in hundredths of its length from the top, clockwise. */
export interface Arc {
  readonly start: number;
  readonly length: number;
  readonly tone: 'track' | 'full' | 'done';
}

/** Space between two segments, in hundredths of the ring. Wide enough for the round ends. */
const GAP = 3;

/** The strokes that draw a ring. */
export function arcsOf(ring: Ring): Arc[] {
  if (ring.kind === 'plain') return [{ start: 0, length: 100, tone: 'track' }];
  if (ring.kind === 'fill') {
    return [
      { start: 0, length: 100, tone: 'track' },
      { start: 0, length: 100 * clamp(ring.progress), tone: 'full' },
    ];
  }
  const share = 100 / ring.count;
  const gap = ring.count > 1 ? GAP : 0;
  return Array.from({ length: ring.count }, (_, step): Arc[] => {
    const start = step * share + gap / 2;
    const length = share - gap;
    if (step < ring.index) return [{ start, length, tone: 'done' }];
    const track: Arc = { start, length, tone: 'track' };
    if (step > ring.index) return [track];
    return [track, { start, length: length * clamp(ring.strength), tone: 'full' }];
  }).flat();
}

/** Draws the ring, in the units of the oval's drawing. */
export function progressRing(ring: Ring): SVGTemplateResult {
  return svg`<g class="ring"><path class="casing" d=${OVAL_PATH} />${arcsOf(ring).map(
    ({ start, length, tone }) => svg`<path
      class="arc"
      data-tone=${tone}
      d=${OVAL_PATH}
      pathLength="100"
      stroke-dasharray=${`${length} ${100 - length}`}
      stroke-dashoffset=${-start}
      visibility=${length > 0 ? 'visible' : 'hidden'}
    />`,
  )}</g>`;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
