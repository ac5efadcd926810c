import { html, nothing, type TemplateResult } from 'lit';

/** What differs between the states in which the camera is off. */
export interface MessageCard {
  readonly picture: TemplateResult;
  readonly title: string;
  readonly text: string;
  /** Below the text: more to read. */
  readonly more?: TemplateResult | undefined;
  /** The one way on, if there is one. It takes the focus; otherwise the heading does. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** A picture, a sentence, and one way on. */
export function messageCard({ picture, title, text, more, action }: MessageCard): TemplateResult {
  return html`
    <section class="card" part="card">
      <div class="emblem" part="emblem" aria-hidden="true">${picture}</div>
      <h2 class="title" part="title" tabindex="-1" ?data-focus=${!action}>${title}</h2>
      <p class="text" part="text">${text}</p>
      ${more ?? nothing}
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
    </section>
  `;
}
