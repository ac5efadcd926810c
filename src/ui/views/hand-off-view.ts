import { html, nothing, type TemplateResult } from 'lit';
import type { CheckState } from '../../check/check-state.ts';
import { emblem } from '../drawings/emblems.ts';
import { qrCode } from '../drawings/qr-code.ts';
import { copyButton } from './copy-button.ts';
import type { ViewContext } from './view-context.ts';

/** The check is done on a phone: a code and an address to open there, until it was begun; then that it runs. */
export function handOffView(
  { isOpened }: Extract<CheckState, { name: 'handoff' }>,
  context: ViewContext,
): TemplateResult {
  const { onCancel, phoneAddress, words } = context;
  const [title, text] = isOpened
    ? (['handoff.running-title', 'handoff.running'] as const)
    : (['handoff.title', 'handoff.scan'] as const);
  return html`
    <section class="card" part="card">
      <div class="about">
        ${
          phoneAddress === undefined
            ? html`<div class="emblem" part="emblem" aria-hidden="true">${emblem('waiting')}</div>`
            : qrCode(phoneAddress)
        }
        <h2 class="title" part="title" tabindex="-1" data-focus>${words(title)}</h2>
        <p class="text" part="text">${words(text)}</p>
      </div>
      <div class="actions">
        ${phoneAddress === undefined ? nothing : addressToOpen(phoneAddress, context)}
        <button
          class="help"
          part="button cancel-button"
          type="button"
          @click=${onCancel}
        >
          <span>${words('action.cancel')}</span>
        </button>
      </div>
    </section>
  `;
}

/** “Use your phone instead”, where the page offers it. */
export function handOffButton({ onHandOver, words }: ViewContext): TemplateResult | typeof nothing {
  if (!onHandOver) return nothing;
  return html`<button class="help" part="button handoff-button" type="button" @click=${onHandOver}>
    <span>${words('action.handoff')}</span>
  </button>`;
}

function addressToOpen(address: string, { words }: ViewContext): TemplateResult {
  return html`<div class="handoff-address">
    <p class="text" part="text">${words('handoff.address')}</p>
    <code part="handoff-address" dir="ltr" translate="no">${address}</code>
    ${copyButton(address, words)}
  </div>`;
}
