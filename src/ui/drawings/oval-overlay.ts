import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Hint } from '../../challenge/hint.ts';
import { type Aim, followedDot } from './followed-dot.ts';
import { OVAL, SURROUND_PATH } from './oval.ts';
import { progressRing, type Ring } from './progress-ring.ts';

/**
 * The oval over the picture: everything around it veiled, the ring on its edge, and arrows where the hint points. The oval
 * itself moves with the hint: to a side, larger, smaller. Where a dot is to be followed, it is there, and a circle where the
 * nose points. A line at the lower edge shortens with the time that is left, 1..0.
 * The picture is mirrored, so the person's own left is the left of the screen.
 */
export function ovalOverlay(
  ring: Ring,
  hint: Hint | undefined,
  timeLeft: number | undefined,
  aim?: Aim,
): TemplateResult {
  return html`<svg
    class="overlay"
    part="overlay"
    viewBox=${`0 0 ${OVAL.viewWidth} ${OVAL.viewHeight}`}
    data-hint=${hint ?? 'none'}
    aria-hidden="true"
  >
    <g class="oval">
      <path class="veil" d=${SURROUND_PATH} fill-rule="evenodd" />
      ${progressRing(ring)}
    </g>
    ${timeLeft === undefined ? null : timeLine(timeLeft)}
    ${aim ? followedDot(aim) : null}
    ${hint && isDirection(hint) ? directionArrow(hint) : null}
    ${hint && isDistance(hint) ? distanceArrows(hint) : null}
  </svg>`;
}

type Direction = 'move-left' | 'move-right' | 'move-up' | 'move-down';

const { centerX, centerY, radiusX, radiusY } = OVAL;
/** In units of the drawing. */
const TIME_HALF_LENGTH = 110;
const TIME_INSET = 6;
type Distance = 'move-closer' | 'move-back';

/** Around the oval, outwards for a face that is to grow and inwards for one that is to shrink. */
const DISTANCES: Readonly<Record<Distance, { gap: number; turnDegrees: number }>> = {
  'move-closer': { gap: 28, turnDegrees: 0 },
  'move-back': { gap: 14, turnDegrees: 180 },
};

/** Where on the ring the arrow sits (clear of the words above), and where it points to, as seen on the screen. */
const ARROWS: Readonly<Record<Direction, { x: number; y: number; turnDegrees: number }>> = {
  'move-left': { x: centerX - radiusX, y: centerY, turnDegrees: 180 },
  'move-right': { x: centerX + radiusX, y: centerY, turnDegrees: 0 },
  'move-up': { x: centerX, y: centerY - radiusY, turnDegrees: -90 },
  'move-down': { x: centerX, y: centerY + radiusY, turnDegrees: 90 },
};

/** Shortens towards its middle, which is the same in both directions of reading. */
function timeLine(timeLeft: number): SVGTemplateResult {
  const half = TIME_HALF_LENGTH * Math.min(1, Math.max(0, timeLeft));
  const y = OVAL.viewHeight - TIME_INSET;
  return svg`<path class="time" d=${`M${centerX - half} ${y}H${centerX + half}`} />`;
}

function isDirection(hint: Hint): hint is Direction {
  return hint in ARROWS;
}

function isDistance(hint: Hint): hint is Distance {
  return hint in DISTANCES;
}

function directionArrow(direction: Direction): SVGTemplateResult {
  const { x, y, turnDegrees } = ARROWS[direction];
  return svg`<g class="direction" transform=${`translate(${x} ${y}) rotate(${turnDegrees})`}>
    <circle class="direction-disc" r="16" />
    <path class="direction-arrow" d="M-6 0H6M1-5.5 6.5 0 1 5.5" />
  </g>`;
}

function distanceArrows(distance: Distance): SVGTemplateResult {
  const { gap, turnDegrees } = DISTANCES[distance];
  return svg`<g class="distance">${[45, 135, 225, 315].map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const x = centerX + (radiusX + gap) * Math.cos(angle);
    const y = centerY + (radiusY + gap) * Math.sin(angle);
    return svg`<g transform=${`translate(${x} ${y}) rotate(${degrees + turnDegrees})`}>
      <path class="distance-casing" d="M-8 0H8M2-6 8 0 2 6" />
      <path class="distance-arrow" d="M-8 0H8M2-6 8 0 2 6" />
    </g>`;
  })}</g>`;
}
