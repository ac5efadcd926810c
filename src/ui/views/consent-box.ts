import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ViewContext } from './view-context.ts';

/** The box that is ticked before the camera opens; nothing where no consent is required. */
export function consentBox({ consent, words }: ViewContext): TemplateResult | typeof nothing {
  if (!consent) return nothing;
  const { given, missed, onChange } = consent;
  return html`
    <label class="consent" part="consent">
      <input
        type="checkbox"
        .checked=${live(given)}
        aria-invalid=${missed}
        aria-describedby=${missed ? 'consent-needed' : nothing}
        @change=${({ currentTarget }: Event) => onChange((currentTarget as HTMLInputElement).checked)}
      />
      <span><slot name="consent">${words('consent.label')}</slot></span>
    </label>
    ${
      missed
        ? html`<p class="consent-needed" part="consent-needed" id="consent-needed" role="alert">
            ${words('consent.missed')}
          </p>`
        : nothing
    }
  `;
}
