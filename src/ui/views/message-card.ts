import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/slotted-words.ts';

/** What differs between the states in which the camera is off. */
export interface MessageCard {
  readonly picture: TemplateResult;
  readonly title: TemplateResult;
  readonly text: TemplateResult;
  /** Above the picture: what has just gone well. */
  readonly praise?: TemplateResult | undefined;
  /** Below the text: more to read, or to see. */
  readonly more?: TemplateResult | undefined;
  /** The one way on, if there is one. It takes the focus; otherwise the heading does. */
  readonly action?: { readonly label: TemplateResult; readonly run: () => void } | undefined;
  /** Below the way on: what makes it easier. */
  readonly help?: TemplateResult | typeof nothing | undefined;
  /** Below all that: another way than the check. */
  readonly alternative?: TemplateResult | undefined;
  /** Last, in small print. */
  readonly reference?: TemplateResult | undefined;
}

/** A picture, a sentence, and one way on. */
export function messageCard(card: MessageCard): TemplateResult {
  const { action, help } = card;
  const reference = card.reference
    ? html`<p class="reference" part="error-code">${card.reference}</p>`
    : nothing;
  return html`
    <section class="card" part="card">
      <div class="about">
        <div class="emblem" part="emblem" aria-hidden="true">${card.picture}</div>
        ${card.praise ?? nothing}
        <h2 class="title" part="title" tabindex="-1" ?data-focus=${!action}>${card.title}</h2>
        <p class="text" part="text">${card.text}</p>
        ${card.more ?? nothing} ${action ? nothing : html`${card.alternative ?? nothing} ${reference}`}
      </div>
      ${
        action
          ? html`<div class="actions">
              <button
                class="primary"
                part="button primary-button"
                type="button"
                data-focus
                @click=${action.run}
              >
                ${action.label}
              </button>
              ${help ?? nothing} ${card.alternative ?? nothing} ${reference}
            </div>`
          : nothing
      }
    </section>
  `;
}

/** What was in the way to the end. */
export function cause(words: TemplateResult): TemplateResult {
  return html`<p class="text cause" part="text">${words}</p>`;
}

/** In the place of a button that could not help: this page has no token for another attempt. */
export function retryHint(words: Words): TemplateResult {
  return html`<p class="text" part="text">${words('retry.reload')}</p>`;
}
