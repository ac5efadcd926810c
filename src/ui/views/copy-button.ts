import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/slotted-words.ts';

/** Copies a text and says so. Where the page may not use the clipboard, it marks the text beside it, to be copied by hand. */
export function copyButton(text: string, words: Words): TemplateResult {
  const copy = async ({ currentTarget }: Event): Promise<void> => {
    const { nextElementSibling: done, previousElementSibling: beside } =
      currentTarget as HTMLButtonElement;
    try {
      await navigator.clipboard.writeText(text);
      if (done) done.toggleAttribute('hidden', false);
    } catch {
      if (beside) beside.ownerDocument.getSelection()?.selectAllChildren(beside);
    }
  };
  return html`<button class="help" part="button copy-button" type="button" @click=${copy}>
      <span>${words('action.copy')}</span>
    </button>
    <p class="text" part="text" role="status" hidden>${words('handoff.copied')}</p>`;
}
