import {
  type FunctionParams,
  LocalizeController,
  registerTranslation,
} from '@shoelace-style/localize';
import type { ReactiveControllerHost } from 'lit';
import { en } from './messages/en.ts';
import { id } from './messages/id.ts';
import type { MessageKey, Messages, Term } from './messages/messages.ts';

registerTranslation(en, id);

/**
 * The words of one element: its own `lang`, else that of the nearest ancestor that has one, else the page's;
 * English where a language has no translation. Texts that the integrator gave come before all of them.
 */
export class Localizer extends LocalizeController<Messages> {
  readonly #overrides: () => Partial<Messages> | undefined;

  /** `overrides` is asked at every lookup, so that a changed property shows at the next render. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    overrides: () => Partial<Messages> | undefined = () => undefined,
  ) {
    super(host);
    this.#overrides = overrides;
  }

  override lang(): string {
    return nearestLang(this.host) ?? super.lang();
  }

  override term<K extends MessageKey>(key: K, ...args: FunctionParams<Messages[K]>): string {
    const override = this.#overrides()?.[key];
    if (override !== undefined) return spoken<K>(override, args);
    // The registry is shared with other libraries on the page, so that its own fallback may be theirs.
    if (this.exists(key, { lang: this.lang() })) return super.term(key, ...args);
    return spoken<K>(en[key], args);
  }

  /** {@link term}, free of `this`, for the views. */
  readonly lookUp: Term = (key, ...args) => this.term(key, ...args);
}

function spoken<K extends MessageKey>(
  message: Messages[MessageKey],
  args: FunctionParams<Messages[K]>,
): string {
  return typeof message === 'function'
    ? (message as (...values: unknown[]) => string)(...args)
    : message;
}

/** The nearest valid `lang`, looked for upwards and out of shadow roots. */
function nearestLang(start: Element): string | undefined {
  let node: Node | null = start;
  while (node) {
    if (node instanceof Element) {
      const lang = node.getAttribute('lang');
      if (lang && isLanguageTag(lang)) return lang.toLowerCase();
    }
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return undefined;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
