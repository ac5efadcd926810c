import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { MessageKey, Messages, Term, TextParams } from './messages/messages.ts';

/** A text in a slot of its own, named as its key: the page can put markup in its place. */
export type Words = <K extends MessageKey>(
  key: K,
  ...args: TextParams<Messages[K]>
) => TemplateResult;

/**
 * The words of a language, each in its slot. A page translator puts nodes of its own in the place of the text, which an
 * update of the old text node would never reach: other words are another node.
 */
export function slottedWords(term: Term): Words {
  return (key, ...args) => {
    const text = term(key, ...args);
    return html`<slot name=${key}>${keyed(text, html`${text}`)}</slot>`;
  };
}
