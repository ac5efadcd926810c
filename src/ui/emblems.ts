import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** The pictures above a message. */
export type EmblemName = 'face' | 'waiting' | 'passed' | 'sent' | 'failed' | 'cancelled';

const EMBLEMS: Readonly<Record<EmblemName, SVGTemplateResult>> = {
  face: svg`
    <ellipse class="emblem-oval" cx="48" cy="48" rx="32" ry="41" />
    <path class="emblem-arc" d="M48 7A32 41 0 0 1 80 48" />
    <path class="emblem-line" d="M37 43v1M59 43v1M48 46v8M37 62c6 7 16 7 22 0" />`,
  waiting: svg`
    <circle class="emblem-oval" cx="48" cy="48" r="34" />
    <path class="emblem-arc emblem-turning" d="M48 14A34 34 0 0 1 82 48" />`,
  passed: svg`
    <circle class="emblem-disc" cx="48" cy="48" r="36" />
    <path class="emblem-sign" d="M32 49.5 43.5 61 65 38" />`,
  sent: svg`
    <circle class="emblem-disc" cx="48" cy="48" r="36" />
    <path class="emblem-sign" d="M32 49.5 43.5 61 65 38" />`,
  failed: svg`
    <circle class="emblem-disc" cx="48" cy="48" r="36" />
    <path class="emblem-sign" d="M48 31v21M48 64v.5" />`,
  cancelled: svg`
    <circle class="emblem-disc" cx="48" cy="48" r="36" />
    <path class="emblem-sign" d="M36 48h24" />`,
};

/** Draws one emblem. The words beside it say the same. */
export function emblem(name: EmblemName): TemplateResult {
  return html`<svg class="emblem-drawing" viewBox="0 0 96 96" data-emblem=${name}>
    ${EMBLEMS[name]}
  </svg>`;
}
