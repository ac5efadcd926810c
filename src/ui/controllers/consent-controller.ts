import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The consent box, as the views see it. */
export interface ConsentChoice {
  readonly given: boolean;
  /** Start was pressed without it: the person must be told. */
  readonly missed: boolean;
  readonly onChange: (given: boolean) => void;
}

/**
 * Keeps whether the person has agreed, and to which words: those that stood on the screen when the box was ticked.
 * It holds for later attempts, and ends when the element leaves the page.
 */
export class ConsentController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #required: () => boolean;
  #text: string | undefined;
  #missed = false;

  constructor(host: ReactiveControllerHost & HTMLElement, required: () => boolean) {
    this.#host = host;
    this.#required = required;
    host.addController(this);
  }

  /** Absent where no consent is required. */
  get choice(): ConsentChoice | undefined {
    if (!this.#required()) return undefined;
    return {
      given: this.#text !== undefined,
      missed: this.#missed,
      onChange: (given) => this.#change(given),
    };
  }

  /** The words that the person agreed to; `undefined` where none were asked for. */
  get text(): string | undefined {
    return this.#required() ? this.#text : undefined;
  }

  /** Whether a check may begin. If not, the person is told why. */
  admits(): boolean {
    const admits = !this.#required() || this.#text !== undefined;
    this.#missed = !admits;
    this.#host.requestUpdate();
    return admits;
  }

  hostDisconnected(): void {
    this.#text = undefined;
    this.#missed = false;
  }

  #change(given: boolean): void {
    this.#text = given ? consentWords(this.#host) : undefined;
    this.#missed = false;
    this.#host.requestUpdate();
  }
}

/**
 * What the person reads before agreeing: the privacy notice and, on a line of its own, the label of the box; the
 * integrator's words where they fill the slots. White space is one space, as on the screen.
 */
function consentWords({ shadowRoot }: HTMLElement): string {
  return ['privacy', 'consent']
    .map((name) => shadowRoot?.querySelector<HTMLSlotElement>(`slot[name="${name}"]`))
    .map((slot) => slot?.assignedNodes({ flatten: true }) ?? [])
    .map((nodes) => nodes.map(({ textContent }) => textContent).join(' '))
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .join('\n');
}
