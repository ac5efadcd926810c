import type { FunctionParams } from '@shoelace-style/localize';
import { html, type TemplateResult } from 'lit';
import type { MessageKey, Messages, Term } from './messages/messages.ts';

/** A text in a slot of its own, named as its key: the page can put markup in its place. */
export type Words = <K extends MessageKey>(
  key: K,
  ...args: FunctionParams<Messages[K]>
) => TemplateResult;

/** The words of a language, each in its slot. */
export function slottedWords(term: Term): Words {
  return (key, ...args) => html`<slot name=${key}>${term(key, ...args)}</slot>`;
}
