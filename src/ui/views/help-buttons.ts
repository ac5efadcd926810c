import { html, type TemplateResult } from 'lit';
import { TICK } from './praise.ts';
import type { ViewContext } from './view-context.ts';

/** Takes the time limits away. It stays pressed: nobody is hurried again. */
export function moreTimeButton({ words, moreTime, onMoreTime }: ViewContext): TemplateResult {
  return html`<button
    class="help"
    part="button more-time-button"
    type="button"
    aria-pressed=${moreTime}
    @click=${onMoreTime}
  >
    ${moreTime ? TICK : CLOCK}<span>${words('action.more-time')}</span>
  </button>`;
}

/** Asks for another gesture instead of the present one; off while one is on its way. It keeps the focus. */
export function swapButton({ words, onSwap }: ViewContext, swapping: boolean): TemplateResult {
  return html`<button
    class="help"
    part="button swap-button"
    type="button"
    aria-disabled=${swapping}
    @click=${onSwap}
  >
    <span>${words('action.swap')}</span>
  </button>`;
}

const CLOCK = html`<svg class="tick" viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="8.5" />
  <path d="M12 7.5V12l3 2" />
</svg>`;
