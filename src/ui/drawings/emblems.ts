import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** The pictures above a message. */
export type EmblemName =
  | 'face'
  | 'waiting'
  | 'sending'
  | 'passed'
  | 'sent'
  | 'failed'
  | 'allow-camera'
  | 'no-camera'
  | 'out-of-time'
  | 'offline'
  | 'cancelled';

const CAMERA = svg`<path class="emblem-sign" d="M27 38h9l4-6h16l4 6h9a4 4 0 0 1 4 4v20a4 4 0 0 1-4 4H27a4 4 0 0 1-4-4V42a4 4 0 0 1 4-4Z" /><circle class="emblem-sign" cx="48" cy="51" r="8" />`;

const EMBLEMS: Readonly<Record<EmblemName, SVGTemplateResult>> = {
  face: svg`
    <ellipse class="emblem-oval" cx="48" cy="48" rx="32" ry="41" />
    <path class="emblem-arc" d="M48 7A32 41 0 0 1 80 48" />
    <path class="emblem-line" d="M37 43v1M59 43v1M48 46v8M37 62c6 7 16 7 22 0" />`,
  waiting: svg`
    <circle class="emblem-oval" cx="48" cy="48" r="34" />
    <path class="emblem-arc emblem-turning" d="M48 14A34 34 0 0 1 82 48" />`,
  sending: svg`
    <circle class="emblem-oval" cx="48" cy="48" r="34" />
    <path class="emblem-arc emblem-turning" d="M48 14A34 34 0 0 1 82 48" />
    <path class="emblem-line" d="M48 63V35M37 45l11-11 11 11" />`,
  passed: svg`
    <circle class="emblem-disc" cx="48" cy="48" r="44" />
    <path class="emblem-sign" d="M32 49.5 43.5 61 65 38" />`,
  sent: svg`
    <circle class="emblem-disc" cx="48" cy="48" r="44" />
    <path class="emblem-sign" d="M32 49.5 43.5 61 65 38" />`,
  failed: svg`
    <circle class="emblem-disc" cx="48" cy="48" r="44" />
    <path class="emblem-sign" d="M48 31v21M48 64v.5" />`,
  // The address bar of a browser: the sign before the address opens a list, and in it the camera is switched on.
  'allow-camera': svg`
    <rect class="emblem-oval" x="4" y="10" width="88" height="22" rx="11" />
    <path class="emblem-oval" d="M34 21h40" />
    <circle class="emblem-arc" cx="17" cy="21" r="6.5" />
    <path class="emblem-arc" d="M17 32v6" />
    <rect class="emblem-oval emblem-sheet" x="10" y="40" width="76" height="40" rx="8" />
    <path class="emblem-line" d="M20 54h4l2-3h7l2 3h4v13H20Z" />
    <circle class="emblem-line" cx="29.5" cy="60.5" r="3" />
    <rect class="emblem-switch" x="52" y="51" width="26" height="18" rx="9" />
    <circle class="emblem-knob" cx="69" cy="60" r="5.5" />`,
  'no-camera': svg`
    <circle class="emblem-disc" cx="48" cy="48" r="44" />
    ${CAMERA}<path class="emblem-gap" d="M25 28l46 46" /><path class="emblem-sign" d="M25 28l46 46" />`,
  'out-of-time': svg`
    <circle class="emblem-disc" cx="48" cy="48" r="44" />
    <circle class="emblem-sign" cx="48" cy="48" r="24" />
    <path class="emblem-sign" d="M48 34v14l9 6" />`,
  offline: svg`
    <circle class="emblem-disc" cx="48" cy="48" r="44" />
    <path class="emblem-sign" d="M24 43c14-13 34-13 48 0M33 53c9-8 21-8 30 0M48 65v.5" />
    <path class="emblem-gap" d="M27 30l42 42" /><path class="emblem-sign" d="M27 30l42 42" />`,
  cancelled: svg`
    <circle class="emblem-disc" cx="48" cy="48" r="44" />
    <path class="emblem-sign" d="M36 48h24" />`,
};

/** Draws one emblem. The words beside it say the same. */
export function emblem(name: EmblemName): TemplateResult {
  return html`<svg class="emblem-drawing" viewBox="0 0 96 96" data-emblem=${name}>
    ${EMBLEMS[name]}
  </svg>`;
}
