import { type SVGTemplateResult, svg } from 'lit';
import type { AimPoint } from '../../challenge/gestures/gesture-record.ts';
import { OVAL } from './oval.ts';

/** A dot to be followed, and where the nose points. */
export interface Aim {
  readonly dot: AimPoint;
  readonly pointsAt: AimPoint;
  /** How near it is, 0..1: 1 counts. */
  readonly strength: number;
}

const { centerX, centerY, radiusX, radiusY } = OVAL;
/** The circle goes no further out than this, in parts of the way to the ring. */
const FARTHEST_POINTED = 1.25;

/** A dot on the ring, or half-way to it, and the circle that the person brings there; from the middle a line leads to it. */
export function followedDot({ dot, pointsAt, strength }: Aim): SVGTemplateResult {
  const [x, y] = placeOf(dot);
  const [toX, toY] = placeOf(pointsAt);
  return svg`<g class="aim" data-there=${strength >= 1}>
    <path class="aim-line" d=${`M${toX} ${toY}L${x} ${y}`} />
    <circle class="aim-dot" cx=${x} cy=${y} r="11" />
    <circle class="aim-casing" cx=${toX} cy=${toY} r="19" />
    <circle class="aim-circle" cx=${toX} cy=${toY} r="19" />
  </g>`;
}

/** In the drawing; what lies beyond the ring stays near it. */
function placeOf({ left, up }: AimPoint): readonly [x: number, y: number] {
  const far = Math.max(1, Math.hypot(left, up) / FARTHEST_POINTED);
  return [round(centerX - (radiusX * left) / far), round(centerY - (radiusY * up) / far)];
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
