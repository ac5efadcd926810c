import { LocalizeController, registerTranslation } from '@shoelace-style/localize';
import type { ReactiveControllerHost } from 'lit';
import { sleep } from '../../edge/sleep.ts';
import { en } from './messages/en.ts';
import { id } from './messages/id.ts';
import { isBundled, type LanguageCode, languageOf, loadMessages } from './messages/languages.ts';
import type { MessageKey, Messages, Term, TextParams } from './messages/messages.ts';
import { nearestLang, watchLang } from './nearest-lang.ts';

registerTranslation(en, id);

/** How long the first words wait for their language, before English is shown. Longer looks broken. */
const FIRST_WORDS_WAIT_MS = 1000;

/** What a localizer needs from outside; replaced in tests. */
export interface LocalizerParts {
  /** Fetches one language; rejects when it cannot be had. */
  readonly load: (code: LanguageCode, assetUrl: string | undefined) => Promise<Messages>;
  /** Waits, unless the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * The words of one element: its own `lang`, else that of the nearest ancestor that has one, else the browser's;
 * English for languages that are not here and for files that cannot be loaded. Texts that the integrator gave come
 * before all of them. A language is fetched when it is asked for; what is on the screen stays until it is there.
 */
export class Localizer extends LocalizeController<Messages> {
  readonly #overrides: () => Partial<Messages> | undefined;
  readonly #assetUrl: () => string | undefined;
  readonly #parts: LocalizerParts;
  #asked: LanguageCode | undefined;
  /** Where it was asked for. */
  #askedAt: string | undefined;
  #shown: LanguageCode = 'en';
  #ready = false;
  readonly #reported = new Set<string>();
  #unwatch: (() => void) | undefined;
  #connection = new AbortController();

  /**
   * `overrides` is asked at every lookup, so that a changed property shows at the next render; `assetUrl` before each of them:
   * where the files of languages are that the page has moved.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    overrides: () => Partial<Messages> | undefined = () => undefined,
    assetUrl: () => string | undefined = () => undefined,
    parts: LocalizerParts = { load: loadMessages, wait: sleep },
  ) {
    super(host);
    this.#overrides = overrides;
    this.#assetUrl = assetUrl;
    this.#parts = parts;
  }

  /** Whether there are words to show. False only while the first language loads, and not for long. */
  get ready(): boolean {
    return this.#ready;
  }

  /** The language that is shown. */
  override lang(): LanguageCode {
    return this.#shown;
  }

  override term<K extends MessageKey>(key: K, ...args: TextParams<Messages[K]>): string {
    // Slotted markup replaces the text on the screen; announcements must say what is on the screen.
    const seen = slottedText(this.host, key);
    if (seen !== undefined) return seen;
    const override = this.#overrides()?.[key];
    if (override !== undefined) {
      try {
        const text: unknown = spoken<K>(override, args);
        if (typeof text === 'string') return text;
        throw new TypeError(`texts["${key}"] gives ${typeof text} and no string`);
      } catch (error) {
        this.#report(key, error);
      }
    }
    return super.term(key, ...args);
  }

  /** Tells the page of its own text that failed, once for each; the person reads the language's own meanwhile. */
  #report(key: string, error: unknown): void {
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    // As an error that the page did not catch, in every browser.
    queueMicrotask(() => {
      throw error;
    });
  }

  /** {@link term}, free of `this`, for the views. */
  readonly lookUp: Term = (key, ...args) => this.term(key, ...args);

  override hostConnected(): void {
    super.hostConnected();
    this.#connection = new AbortController();
    // Forgotten at each connection, so that a file that could not be loaded gets another chance.
    this.#asked = undefined;
    this.#unwatch = watchLang(this.host, () => this.#follow());
    this.#follow();
  }

  /** Frameworks may set the place after they have put the element into the page. */
  hostUpdate(): void {
    if (this.#assetUrl() !== this.#askedAt) this.#follow();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#unwatch?.();
    this.#connection.abort();
  }

  #follow(): void {
    const asked = languageOf(nearestLang(this.host) ?? navigator.language) ?? 'en';
    const assetUrl = this.#assetUrl();
    const isMoved = assetUrl !== this.#askedAt;
    this.#askedAt = assetUrl;
    if (asked === this.#asked && (!isMoved || isBundled(asked))) return;
    this.#asked = asked;
    if (isBundled(asked)) {
      this.#show(asked);
      return;
    }
    const { signal } = this.#connection;
    void this.#fetch(asked, assetUrl, signal);
    if (!this.#ready) void this.#endWait(signal);
  }

  async #fetch(
    code: LanguageCode,
    assetUrl: string | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    let arrived: LanguageCode = 'en';
    try {
      registerTranslation(await this.#parts.load(code, assetUrl));
      arrived = code;
    } catch {
      // The check goes on in English: no language is worth more than the check.
    }
    // An answer to an earlier question changes nothing.
    if (this.#asked === code && this.#askedAt === assetUrl && !signal.aborted) this.#show(arrived);
  }

  async #endWait(signal: AbortSignal): Promise<void> {
    try {
      await this.#parts.wait(FIRST_WORDS_WAIT_MS, signal);
    } catch {
      return;
    }
    if (!this.#ready) this.#show(this.#shown);
  }

  #show(code: LanguageCode): void {
    this.#shown = code;
    this.#ready = true;
    (this.host as ReactiveControllerHost).requestUpdate();
  }
}

/** What the page says in the slot of a text, for those who hear it. */
function slottedText(host: ReactiveControllerHost & HTMLElement, key: string): string | undefined {
  for (let child = host.firstElementChild; child; child = child.nextElementSibling) {
    if (child.slot === key) return child.textContent?.replace(/\s+/g, ' ').trim();
  }
  return undefined;
}

function spoken<K extends MessageKey>(
  message: Messages[MessageKey],
  args: TextParams<Messages[K]>,
): string {
  return typeof message === 'function'
    ? (message as (...values: unknown[]) => string)(...args)
    : message;
}
