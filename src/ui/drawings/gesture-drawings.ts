import {
  type CSSResult,
  html,
  nothing,
  type SVGTemplateResult,
  svg,
  type TemplateResult,
  unsafeCSS,
} from 'lit';
import { type GestureName, type InstructionName, instructionOf } from '../../challenge/gesture.ts';
import { DOT_DIRECTIONS, type DotDirection } from '../../challenge/gestures/follow-dot.ts';
import type { AimPoint } from '../../challenge/gestures/gesture-record.ts';

/** A plain face in a 96 × 96 drawing, as a mirror shows it: the person's own left is on the left. */
const HEAD = svg`<ellipse class="head" cx="48" cy="48" rx="25" ry="31" />`;
const EYES = svg`<g class="eyes"><circle cx="38" cy="44" r="1.25" /><circle cx="58" cy="44" r="1.25" /></g>`;
const NOSE = svg`<path class="nose" d="M48 46.5v7.5" />`;
const MOUTH = svg`<path class="mouth" d="M41.5 63c4 1.6 9 1.6 13 0" />`;

/** An arrow that points right; `turnDegrees` is clockwise on the screen. */
function arrow(x: number, y: number, turnDegrees: number): Layer {
  return {
    moves: 'arrow',
    shows: svg`<g transform=${`translate(${x} ${y}) rotate(${turnDegrees})`}>
      <path class="arrow-shaft" d="M-6 0H5" />
      <path class="arrow-tip" d="M0-5.5 6 0 0 5.5" />
    </g>`,
  };
}

/** A part of a drawing that moves as one. */
interface Layer {
  /** Its class, by which gesture-motion.ts moves it. */
  readonly moves?: string;
  readonly shows: SVGTemplateResult;
}

/** What a gesture looks like. */
interface Drawing {
  /** From the back to the front. */
  readonly layers: readonly Layer[];
  /** CSS transforms: where a layer that moves as `pose` goes, and how far its arrow points. */
  readonly pose?: { readonly to: string; readonly along: string };
}

const FACE: Layer = { moves: 'pose', shows: svg`${EYES}${NOSE}${MOUTH}` };

const DRAWINGS: Readonly<Record<InstructionName, Drawing>> = {
  ...dotDrawings(),
  blink: {
    layers: [
      { shows: svg`${HEAD}${MOUTH}` },
      {
        moves: 'eyes-open',
        shows: svg`<ellipse cx="38" cy="44" rx="5.5" ry="4" /><ellipse cx="58" cy="44" rx="5.5" ry="4" />`,
      },
      {
        moves: 'eyes-shut',
        shows: svg`<path d="M32.5 45c3 3 8 3 11 0M52.5 45c3 3 8 3 11 0" />`,
      },
    ],
  },
  smile: {
    layers: [
      { shows: svg`${HEAD}${EYES}${NOSE}` },
      { moves: 'mouth-closed', shows: svg`<path d="M41 61h14" />` },
      { moves: 'mouth-smile', shows: svg`<path d="M36 60c5 9 19 9 24 0" />` },
    ],
  },
  'turn-left': {
    layers: [{ shows: HEAD }, FACE, arrow(10, 48, 180)],
    pose: { to: 'translateX(-10.4%) scaleX(0.86)', along: 'translateX(-3.1%)' },
  },
  'turn-right': {
    layers: [{ shows: HEAD }, FACE, arrow(86, 48, 0)],
    pose: { to: 'translateX(10.4%) scaleX(0.86)', along: 'translateX(3.1%)' },
  },
  'nod-up': {
    layers: [{ shows: HEAD }, FACE, arrow(86, 48, -90)],
    pose: { to: 'translateY(-12.5%) scaleY(0.88)', along: 'translateY(-3.75%)' },
  },
  'nod-down': {
    layers: [{ shows: HEAD }, FACE, arrow(86, 48, 90)],
    pose: { to: 'translateY(13.75%) scaleY(0.88)', along: 'translateY(3.75%)' },
  },
  'open-mouth': {
    layers: [
      { shows: svg`${HEAD}${EYES}${NOSE}` },
      { moves: 'mouth-closed', shows: svg`<path d="M42 65h12" />` },
      { moves: 'mouth-open', shows: svg`<ellipse cx="48" cy="65" rx="7" ry="8" />` },
    ],
  },
};

/** The face looks at a dot at the edge of the head, as a mirror shows it. */
function dotDrawing({ left, up }: AimPoint): Drawing {
  return {
    layers: [
      { shows: HEAD },
      FACE,
      { shows: svg`<circle class="dot" cx=${48 - 38 * left} cy=${48 - 36 * up} r="4" />` },
    ],
    pose: {
      to: `translate(${-10 * left}%,${-12 * up}%) scale(${1 - 0.14 * Math.abs(left)},${1 - 0.12 * Math.abs(up)})`,
      along: 'none',
    },
  };
}

function dotDrawings() {
  return Object.fromEntries(
    Object.entries(DOT_DIRECTIONS).map(([direction, towards]) => [
      `dot-${direction}`,
      dotDrawing(towards),
    ]),
  ) as Record<`dot-${DotDirection}`, Drawing>;
}

/** The poses of the drawings, for gesture-motion.ts to move them to. */
export const gesturePoses: CSSResult = unsafeCSS(
  Object.entries(DRAWINGS)
    .map(([name, { pose }]) =>
      pose ? `[data-gesture='${name}']{--_pose:${pose.to};--_along:${pose.along}}` : '',
    )
    .join(''),
);

/**
 * Draws what a gesture looks like in the mirrored picture. Moves calmly; stands still for who asked for less motion.
 * What moves is a drawing of its own, laid over the others: browsers move those without the page’s main thread, which has
 * the camera to see to. Parts of one drawing would be painted anew sixty times a second (a third of the thread’s work).
 */
export function gestureDrawing(gesture: GestureName): TemplateResult {
  const name = instructionOf(gesture);
  return drawing(name, DRAWINGS[name].layers);
}

/** Draws a face at rest, which looks ahead. */
export function restDrawing(): TemplateResult {
  return drawing('rest', [{ shows: svg`${HEAD}${FACE.shows}` }]);
}

function drawing(name: string, layers: readonly Layer[]): TemplateResult {
  return html`<div class="gesture" data-gesture=${name}>
    ${layers.map(
      ({ moves, shows }) => html`<svg class=${moves ?? nothing} viewBox="0 8 96 80">${shows}</svg>`,
    )}
  </div>`;
}
