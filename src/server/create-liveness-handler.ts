import { type ResultAnswer, resultAnswerOf } from '../submission/result-answer.ts';
import type { Verdict } from '../submission/verdict.ts';
import { MESSAGES } from '../submission/wire.ts';
import { answer, answerFailure, refuse, tooMany } from './answers.ts';
import type { LivenessClient } from './create-liveness-client.ts';
import { type AllowedOrigins, corsHeaders, mayBeCrossSite } from './cross-site.ts';
import { createHandOff, type Route } from './hand-off.ts';
import type { HandOffOptions } from './hand-off-options.ts';
import { type DetailedVerdict, type JobDetails, withoutDetails } from './job-details.ts';
import { LivenessServerError } from './liveness-server-error.ts';
import { createSessionTokens, type SessionTokens } from './session-tokens.ts';
import { isOneOf, passagePath, passOn, type SubmitPassage } from './submit-passage.ts';
import { createTokenAllowance } from './token-allowance.ts';

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
   * handler's path and `/handoff`. For a self-hosted service with `--page`. Off by default.
   */
  readonly handoff?: HandOffOptions;
  /** Lets the page see the score too. Off by default: it teaches attackers how close they are. */
  readonly showScore?: boolean;
  /**
   * Most tokens in a minute for one session, and for one `subject`; then 429 `too-many-requests` with `retry-after`. It
   * keeps one logged-in user from using up what your access key may do. Counted in this process. Default 10; 0 is no limit.
   */
  readonly tokensPerMinute?: number;
}

/** A person starts again a few times in a minute; a script does so a thousand times. */
const TOKENS_PER_MINUTE = 10;
const RESULT_PATH = /\/result\/([\w-]{1,128})\/?$/;
const TOKEN_PATH = /\/token\/?$/;

/**
 * Makes the two endpoints that the element needs, under whatever prefix you mount them:
 * `POST …/token` answers `{ submissionToken }`, `GET …/result/:jobId` answers the verdict. With `handoff` there are those of a
 * check on a phone, too: `POST …/handoff`, `GET …/handoff/:id` and `POST …/handoff/:id/end`.
 *
 * How a job is bound to a session: the handler never sees the submission, so it cannot know which job a token was spent
 * on, and it does not trust the page. It stores the tokens that each session was given and reads a result with those tokens
 * only. The API shows a token its own job and no other, so another session's job is a 404 here even to a caller who knows
 * its id: a pass can neither be brought into a victim's session nor taken from it.
 *
 * Errors have the shape of the API's: `{ ok: false, code, message, errors }`. Nothing is logged and nothing cached.
 *
 * @example
 * ```ts
 * import { createLivenessClient, createLivenessHandler } from 'nodeflux-liveness/server';
 * declare function customerOf(request: Request): string | undefined;
 * const client = createLivenessClient({
 *   baseUrl: 'https://liveness.example.com',
 *   accessKey: process.env.NODEFLUX_ACCESS_KEY ?? '',
 *   secretKey: process.env.NODEFLUX_SECRET_KEY ?? '',
 * });
 * const handle = createLivenessHandler({ client, session: customerOf, subject: customerOf });
 * const answer = await handle(new Request('https://bank.example/liveness/token', { method: 'POST' }));
 * ```
 */
export function createLivenessHandler(
  options: LivenessHandlerOptions,
): (request: Request) => Promise<Response> {
  const { tokensPerMinute = TOKENS_PER_MINUTE } = options;
  const tokens = options.tokens ?? createSessionTokens();
  const allowance = createTokenAllowance(tokensPerMinute);
  const handOffRoute =
    options.handoff &&
    createHandOff(options.handoff, {
      client: options.client,
      subject: async (request) => options.subject?.(request),
      allowance,
      tell,
    });

  return async function handleLiveness(request) {
    const cors = corsHeaders(request.headers, options.allowedOrigins ?? []);
    if (request.method === 'OPTIONS' && 'vary' in cors) {
      return new Response(null, { status: 204, headers: cors });
    }
    const answered = await handle(request);
    for (const [name, value] of Object.entries(cors)) answered.headers.set(name, value);
    return answered;
  };

  async function handle(request: Request): Promise<Response> {
    const route = routeOf(new URL(request.url).pathname);
    if (!route) return refuse(404, 'not-found', 'No such endpoint');
    const { method } = route;
    if (request.method !== method) {
      return refuse(405, 'method-not-allowed', `Use ${method}`, { allow: method });
    }
    try {
      if (method === 'POST' && mayBeCrossSite(request.headers, options.allowedOrigins)) {
        const hint = 'Send it from a page of this origin, or name its origin in allowedOrigins';
        return refuse(403, 'cross-site', hint);
      }
      const session = await options.session(request);
      if (!session) return refuse(401, 'no-session', 'There is no session');
      return await route.run(session, request);
    } catch (error) {
      // The page has gone: this answer is never read, and nothing failed.
      if (request.signal.aborted) return refuse(400, 'aborted', 'The request was aborted');
      return answerFailure(error, options.onError);
    }
  }

  function routeOf(path: string): Route | undefined {
    const jobId = RESULT_PATH.exec(path)?.[1];
    if (jobId) {
      return { method: 'GET', run: (session, { signal }) => giveResult(session, jobId, signal) };
    }
    const { passage } = options;
    const passed = passage && passagePath(path);
    if (passed) {
      return { method: 'POST', run: (session, request) => pass(session, request, passed, passage) };
    }
    return TOKEN_PATH.test(path) ? { method: 'POST', run: giveToken } : handOffRoute?.(path);
  }

  async function pass(
    session: string,
    request: Request,
    path: string,
    passage: SubmitPassage,
  ): Promise<Response> {
    const token = request.headers.get('authorization') ?? '';
    if (!isOneOf(token, await tokens.list(session))) {
      return refuse(401, 'not-authenticate', MESSAGES.tokenInvalid);
    }
    const passed = await passOn(request, path, passage);
    if (passed === 'too-large') return refuse(413, 'payload-too-large', 'The body is too large');
    if (passed === 'unreachable') {
      return refuse(503, 'unreachable', 'The liveness API is not available', {
        'retry-after': '5',
      });
    }
    const { body, retryAfter, status } = passed;
    return answer(body as object, status, retryAfter ? { 'retry-after': retryAfter } : {});
  }

  async function giveToken(session: string, request: Request): Promise<Response> {
    const subject = await options.subject?.(request);
    const waitMs = await allowance.take(session, subject);
    if (waitMs !== undefined) return tooMany(Math.ceil(waitMs / 1000));
    const submissionToken = await options.client.createSubmissionToken({
      ...(subject !== undefined && { subject }),
    });
    await tokens.add(session, submissionToken);
    return answer({ submissionToken });
  }

  async function giveResult(
    session: string,
    jobId: string,
    signal: AbortSignal,
  ): Promise<Response> {
    const verdict = await readOwnVerdict(session, jobId, signal);
    if (!verdict) return refuse(404, 'not-found', 'This session has no such job');
    if (verdict.status === 'pending') return answer(verdict);
    return answer(await tell(session, jobId, verdict, signal));
  }

  async function tell(
    session: string,
    jobId: string,
    verdict: SessionVerdict['verdict'],
    signal?: AbortSignal,
  ): Promise<ResultAnswer> {
    if (options.onVerdict) {
      const details = options.readDetails ? await readDetails(jobId, signal) : undefined;
      await options.onVerdict({ session, jobId, verdict, ...(details && { details }) });
    }
    return resultAnswerOf(verdict, options.showScore);
  }

  async function readDetails(jobId: string, signal?: AbortSignal): Promise<JobDetails | undefined> {
    return (await options.client.getVerdict(jobId, { ...(signal && { signal }) })).details;
  }

  async function readOwnVerdict(
    session: string,
    jobId: string,
    signal: AbortSignal,
  ): Promise<Verdict | undefined> {
    for (const submissionToken of await tokens.list(session)) {
      try {
        const read: DetailedVerdict = await options.client.getVerdict(jobId, {
          submissionToken,
          signal,
        });
        // A client of the integrator's own may have given them all the same.
        return withoutDetails(read);
      } catch (error) {
        if (!isNotThisToken(error)) throw error;
      }
    }
    return undefined;
  }
}

/** Whether the API said that the job is not this token's, or that the token is (no longer) good for anything. */
function isNotThisToken(error: unknown): boolean {
  return (
    error instanceof LivenessServerError &&
    (error.code === 'job-unknown' || error.code === 'not-authenticated')
  );
}
