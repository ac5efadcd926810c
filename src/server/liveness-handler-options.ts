import type { Verdict } from '../submission/verdict.ts';
import type { CheckPageOptions } from './check-page-options.ts';
import type { LivenessClient } from './create-liveness-client.ts';
import type { AllowedOrigins } from './cross-site.ts';
import type { HandOffOptions } from './hand-off-options.ts';
import type { JobDetails } from './job-details.ts';
import type { SessionTokens } from './session-tokens.ts';
import type { SubmitPassage } from './submit-passage.ts';

/** A verdict that the handler has read for a session: what the backend should act on. */
export interface SessionVerdict {
  readonly session: string;
  readonly jobId: string;
  /** With its score. Never `pending`. */
  readonly verdict: Exclude<Verdict, { status: 'pending' }>;
  /** With {@link LivenessHandlerOptions.readDetails}: why the self-hosted service decided so. Not for the browser. */
  readonly details?: JobDetails;
}

/** What a handler is made of. */
export interface LivenessHandlerOptions {
  readonly client: Pick<LivenessClient, 'createSubmissionToken' | 'getVerdict'> &
    Partial<LivenessClient>;
  /**
   * Names the caller's own session (from your cookie, say), or undefined for a stranger, who gets a 401.
   * It must be something that only this user can present; an account name from the query is not.
   */
  readonly session: (request: Request) => string | undefined | Promise<string | undefined>;
  /**
   * Your own name for the person behind the request, for a self-hosted service that locks out who fails too often.
   * Better than the session, which a new cookie replaces. Leave it out for the vendor's cloud.
   */
  readonly subject?: (request: Request) => string | undefined | Promise<string | undefined>;
  /**
   * Told each time a final verdict is read, before the page is answered; repeats are possible, so key by `jobId`.
   * Record it here: what the page says afterwards proves nothing. A rejection makes the answer a 500.
   */
  readonly onVerdict?: (verdict: SessionVerdict) => void | Promise<void>;
  /**
   * Reads each final verdict once more, with the access key, so that `onVerdict` is also told the `details` that a
   * self-hosted service gives. The page never sees them. Default false.
   */
  readonly readDetails?: boolean;
  /** Told of what the page only sees as a 5xx, for your log. */
  readonly onError?: (error: unknown) => void;
  /** Where the binding of tokens to sessions is kept. Default: this process's memory. */
  readonly tokens?: SessionTokens;
  /**
   * Other origins whose pages may ask, with the user's cookies: a sibling subdomain, say. They are answered with CORS
   * headers; `token-url` and `result-url` send cookies there. None by default.
   */
  readonly allowedOrigins?: AllowedOrigins;
  /**
   * Passes the submission and the calls of a paced session on to the API, for pages whose CSP or CORS does not reach it:
   * the element's `api-url` is then the handler's own path. Only tokens that this session was given pass. Off by default.
   */
  readonly passage?: SubmitPassage;
  /**
   * Lets a person who sits before a screen without a camera do the check on a phone: the element's `handoff-url` is the
   * handler's path and `/handoff`. For a self-hosted service with `--public-url`. Off by default.
   */
  readonly handoff?: HandOffOptions;
  /**
   * Leads people from a plain link or an iframe to a check on the service's own page: `GET …/check`. For a self-hosted
   * service with `--public-url`. Off by default.
   */
  readonly checkPage?: CheckPageOptions;
  /** Where it is kept which session was given which link, for `handoff` and `checkPage`. Default: this process's memory. */
  readonly links?: SessionTokens;
  /** Lets the page see the score too. Off by default: it teaches attackers how close they are. */
  readonly showScore?: boolean;
  /**
   * Most tokens in a minute for one session, and for one `subject`; then 429 `too-many-requests` with `retry-after`. It
   * keeps one logged-in user from using up what your access key may do. Counted in this process. Default 10; 0 is no limit.
   * What is asked after links and hand-offs has a limit of its own: 60 in a minute each, for one session.
   */
  readonly tokensPerMinute?: number;
}
