import { html, nothing, type TemplateResult } from 'lit';
import type { SpeechChoice } from '../controllers/speech-controller.ts';
import type { Term } from '../words/messages/messages.ts';

/** What comes out of the loudspeaker: sound, or none. */
const WAVES = 'M16 9a4.5 4.5 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11';
const CROSS = 'M16.5 9.5l5 5M21.5 9.5l-5 5';

/** Has the instructions read aloud, or no longer; nothing where speech is not offered. */
export function speechButton(
  choice: SpeechChoice | undefined,
  term: Term,
): TemplateResult | typeof nothing {
  if (!choice) return nothing;
  const name = term(choice.on ? 'action.fall-silent' : 'action.speak');
  return html`<button
    class="quiet icon"
    part="button speech-button"
    type="button"
    aria-label=${name}
    title=${name}
    data-on=${choice.on}
    @click=${choice.onToggle}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 9.5v5h3.5l5 4v-13l-5 4Z" />
      <path d=${choice.on ? WAVES : CROSS} />
    </svg>
  </button>`;
}
