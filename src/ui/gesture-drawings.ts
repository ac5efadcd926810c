import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { GestureName } from '../challenge/gesture.ts';

/** A plain face in a 96 × 96 drawing, as a mirror shows it: the person's own left is on the left. */
const HEAD = svg`<ellipse class="head" cx="48" cy="48" rx="25" ry="31" />`;
const EYES = svg`<g class="eyes"><circle cx="38" cy="44" r="1.25" /><circle cx="58" cy="44" r="1.25" /></g>`;
const NOSE = svg`<path class="nose" d="M48 46.5v7.5" />`;
const MOUTH = svg`<path class="mouth" d="M41.5 63c4 1.6 9 1.6 13 0" />`;

/** An arrow that points right; `turnDegrees` is clockwise on the screen. */
function arrow(x: number, y: number, turnDegrees: number): SVGTemplateResult {
  return svg`<g transform=${`translate(${x} ${y}) rotate(${turnDegrees})`}>
    <g class="arrow">
      <path class="arrow-shaft" d="M-6 0H5" />
      <path class="arrow-tip" d="M0-5.5 6 0 0 5.5" />
    </g>
  </g>`;
}

const face = (...parts: SVGTemplateResult[]) => svg`<g class="features pose">${parts}</g>`;

const DRAWINGS: Readonly<Record<GestureName, SVGTemplateResult>> = {
  blink: svg`${HEAD}
    <g class="eyes-open"><ellipse cx="38" cy="44" rx="5.5" ry="4" /><ellipse cx="58" cy="44" rx="5.5" ry="4" /></g>
    <g class="eyes-shut"><path d="M32.5 45c3 3 8 3 11 0M52.5 45c3 3 8 3 11 0" /></g>
    ${MOUTH}`,
  smile: svg`${HEAD}${EYES}${NOSE}<path class="mouth-smile" d="M36 60c5 9 19 9 24 0" />`,
  'turn-left': svg`${HEAD}${face(EYES, NOSE, MOUTH)}${arrow(10, 48, 180)}`,
  'turn-right': svg`${HEAD}${face(EYES, NOSE, MOUTH)}${arrow(86, 48, 0)}`,
  'nod-up': svg`${HEAD}${face(EYES, NOSE, MOUTH)}${arrow(86, 48, -90)}`,
  'nod-down': svg`${HEAD}${face(EYES, NOSE, MOUTH)}${arrow(86, 48, 90)}`,
  'open-mouth': svg`${HEAD}${EYES}${NOSE}<ellipse class="mouth-open" cx="48" cy="65" rx="7" ry="8" />`,
};

/** Draws what a gesture looks like in the mirrored picture. Moves calmly; stands still for who asked for less motion. */
export function gestureDrawing(gesture: GestureName): TemplateResult {
  return html`<svg class="gesture" viewBox="0 8 96 80" data-gesture=${gesture}>
    ${DRAWINGS[gesture]}
  </svg>`;
}
