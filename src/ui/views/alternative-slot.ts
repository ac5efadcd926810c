import { html, type TemplateResult } from 'lit';
import type { ViewContext } from './view-context.ts';

/** Another way than the check, in the page's own markup: nothing where the page gives none. */
export function alternativeSlot({ onAlternative }: ViewContext): TemplateResult {
  return html`<slot name="alternative" @click=${onAlternative}></slot>`;
}
