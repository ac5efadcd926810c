import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CheckState } from '../../check/check-state.ts';
import { LivenessTokenNeededEvent } from '../../events.ts';
import {
  type TokenProvider,
  tokenProviderFor,
  tokenSource,
} from '../../submission/token-source.ts';

/** The host's ways to a token. */
export interface TokenHost extends ReactiveControllerHost, EventTarget {
  submissionToken: string | undefined;
  readonly tokenProvider: TokenProvider | undefined;
  readonly tokenUrl: string | undefined;
  readonly state: CheckState;
}

/**
 * Gives each attempt a token of its own. A provider and a URL are asked for one each time; a token that came by attribute
 * serves once, and after it the page is asked for another by an event.
 */
export class TokenController implements ReactiveController {
  readonly #host: TokenHost;
  #spent: string | undefined;
  /** The spent token for which the page was asked for another. */
  #askedAfter: string | undefined;

  constructor(host: TokenHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether another attempt has a token, as far as can be told. */
  get isReady(): boolean {
    const { submissionToken, tokenProvider, tokenUrl } = this.#host;
    if (tokenProvider || tokenUrl) return true;
    return Boolean(submissionToken) && submissionToken !== this.#spent;
  }

  /** Notes that a service was shown this token. */
  spend(token: string): void {
    this.#spent = token;
  }

  /**
   * Where the next attempt gets its token.
   * @throws {LivenessError} `token-missing` when there is no way to one and the page answers the event with none
   */
  source(): TokenProvider {
    const { tokenProvider, tokenUrl } = this.#host;
    const provider = tokenProvider ?? (tokenUrl ? tokenProviderFor(tokenUrl) : undefined);
    if (provider) return tokenSource(provider, undefined);
    const promised = this.isReady ? undefined : this.#ask();
    if (promised) return tokenSource(() => promised, undefined);
    return tokenSource(undefined, this.isReady ? this.#host.submissionToken : undefined);
  }

  /** Asks the page ahead of time, once for each token: while there is none, the person is offered no other attempt. */
  hostUpdated(): void {
    const { state } = this.#host;
    const mayRetry =
      state.name === 'cancelled' || (state.name === 'failed' && state.error.retryable);
    if (!mayRetry || this.isReady || this.#askedAfter === this.#spent) return;
    this.#askedAfter = this.#spent;
    // What comes of it is shown when it comes.
    void this.#ask();
  }

  /** The token that the page promises; a page that sets the property instead promises nothing. */
  #ask(): Promise<string> | undefined {
    const event = new LivenessTokenNeededEvent(this.#spent === undefined ? 'missing' : 'spent');
    this.#host.dispatchEvent(event);
    const promised = event.response;
    promised?.then(
      (token) => {
        this.#host.submissionToken = token;
      },
      () => undefined,
    );
    return promised;
  }
}
