import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is to be said now, and in which language. Empty text is silence. */
export interface Speech {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
}

/** The button of spoken guidance, as the views see it. */
export interface SpeechChoice {
  readonly on: boolean;
  readonly onToggle: () => void;
}

/** How it is asked what is to be said, and whether speech is offered at all. */
export interface SpeechSource {
  readonly offered: () => boolean;
  readonly speech: () => Speech;
}

/**
 * Reads aloud what a screen reader would be told, once per instruction, when the person has asked for it.
 * Only with voices that speak on the device: others send the words to their maker, and no third party is ever asked.
 */
export class SpeechController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: SpeechSource;
  readonly #synthesis: SpeechSynthesis | undefined;
  #on = false;
  #said = '';

  constructor(
    host: ReactiveControllerHost,
    source: SpeechSource,
    synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis,
  ) {
    this.#host = host;
    this.#source = source;
    this.#synthesis = synthesis;
    host.addController(this);
  }

  /** Absent where speech is not offered, or where no voice of the device speaks the language. */
  get choice(): SpeechChoice | undefined {
    if (!this.#source.offered() || !this.#voiceFor(this.#source.speech().lang)) return undefined;
    return { on: this.#on, onToggle: () => this.#toggle() };
  }

  hostConnected(): void {
    // Browsers load their voices when they are first asked, and tell later.
    this.#synthesis?.addEventListener('voiceschanged', this.#voicesChanged);
  }

  hostDisconnected(): void {
    this.#synthesis?.removeEventListener('voiceschanged', this.#voicesChanged);
    this.#fallSilent();
    this.#on = false;
  }

  hostUpdated(): void {
    const { text, lang } = this.#source.speech();
    if (!this.#on || text === this.#said) return;
    this.#said = text;
    this.#say(text, lang);
  }

  #toggle(): void {
    if (this.#on) this.#fallSilent();
    this.#on = !this.#on;
    this.#host.requestUpdate();
  }

  #say(text: string, lang: string): void {
    // Cancels the utterances that are still queued.
    this.#synthesis?.cancel();
    const voice = this.#voiceFor(lang);
    if (text === '' || !voice) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = voice.lang;
    utterance.voice = voice;
    this.#synthesis?.speak(utterance);
  }

  /** Only what was said here: others on the page may be speaking. */
  #fallSilent(): void {
    if (this.#on) this.#synthesis?.cancel();
    this.#said = '';
  }

  #voiceFor(lang: string): SpeechSynthesisVoice | undefined {
    const language = primaryOf(lang);
    return this.#synthesis
      ?.getVoices()
      .find((voice) => voice.localService && primaryOf(voice.lang) === language);
  }

  readonly #voicesChanged = (): void => this.#host.requestUpdate();
}

/** `id` of `id-ID`; Android writes `id_ID`. */
function primaryOf(lang: string): string {
  return lang.toLowerCase().split(/[-_]/, 1)[0] ?? '';
}
