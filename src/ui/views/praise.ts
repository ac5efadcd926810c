import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/slotted-words.ts';

/** The sign of what is done; the words beside it say the same. */
export const TICK = html`<svg class="tick" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M5 12.5 10 17.5 19 7.5" />
</svg>`;

/**
 * Tells that a gesture counted. It comes and goes by itself, without a flash; for people who asked for less motion it
 * stays as long as the step. While something more urgent is said in its place it is there, but not to be seen: put in
 * anew, it would come a second time.
 */
export function praise(words: Words, isCovered: boolean): TemplateResult {
  return html`<p class="praise" part="praise" data-covered=${isCovered}>
    ${TICK}${words('gesture.counted')}
  </p>`;
}
