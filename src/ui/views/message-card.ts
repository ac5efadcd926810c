import { html, nothing, type TemplateResult } from 'lit';

/** What differs between the states in which the camera is off. */
export interface MessageCard {
  readonly picture: TemplateResult;
  readonly title: string;
  readonly text: string;
  /** Above the picture: what has just gone well. */
  readonly praise?: TemplateResult | undefined;
  /** Below the text: more to read, or to see. */
  readonly more?: TemplateResult | undefined;
  /** The one way on, if there is one. It takes the focus; otherwise the heading does. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** Below the way on: what makes it easier. */
  readonly help?: TemplateResult | undefined;
  /** Last, in small print. */
  readonly reference?: string | undefined;
}

/** A picture, a sentence, and one way on. */
export function messageCard(card: MessageCard): TemplateResult {
  const { action, help, reference } = card;
  return html`
    <section class="card" part="card">
      <div class="about">
        <div class="emblem" part="emblem" aria-hidden="true">${card.picture}</div>
        ${card.praise ?? nothing}
        <h2 class="title" part="title" tabindex="-1" ?data-focus=${!action}>${card.title}</h2>
        <p class="text" part="text">${card.text}</p>
        ${card.more ?? nothing}
      </div>
      ${
        action || reference
          ? html`<div class="actions">
              ${
                action
                  ? html`<button
                      class="primary"
                      part="button primary-button"
                      type="button"
                      data-focus
                      @click=${action.run}
                    >
                      ${action.label}
                    </button>`
                  : nothing
              }
              ${help ?? nothing}
              ${reference ? html`<p class="reference" part="error-code">${reference}</p>` : nothing}
            </div>`
          : nothing
      }
    </section>
  `;
}
