import { type ResultAnswer, resultAnswerOf } from '../submission/result-answer.ts';
import type { Verdict } from '../submission/verdict.ts';
import { MESSAGES } from '../submission/wire.ts';
import { answer, answerFailure, refuse, tooMany } from './answers.ts';
import { createCheckPage } from './check-page.ts';
import { corsHeaders, isAskedCrossSite, mayBeCrossSite } from './cross-site.ts';
import { createHandOff } from './hand-off.ts';
import { type DetailedVerdict, type JobDetails, withoutDetails } from './job-details.ts';
import type { LivenessHandlerOptions, SessionVerdict } from './liveness-handler-options.ts';
import { LivenessServerError } from './liveness-server-error.ts';
import { createSessionLinks, type Route, requireLinkClient } from './session-links.ts';
import { createSessionTokens } from './session-tokens.ts';
import { isOneOf, passagePath, passOn, type SubmitPassage } from './submit-passage.ts';
import { createTokenAllowance } from './token-allowance.ts';

/** A person starts again a few times in a minute; a script does so a thousand times. */
const TOKENS_PER_MINUTE = 10;
/**
 * More links than another site's page can have made in a user's name while a hand-off runs, by `GET …/check`: it would push
 * that out. For as long as the service's links are good, and a check that was begun.
 */
const LINKS_IN_MEMORY = { maxTokensPerSession: 128, lifetimeMs: 25 * 3_600_000 };
const RESULT_PATH = /\/result\/([\w-]{1,128})\/?$/;
const TOKEN_PATH = /\/token\/?$/;

/**
 * Makes the two endpoints that the element needs, under whatever prefix you mount them:
 * `POST …/token` answers `{ submissionToken }`, `GET …/result/:jobId` answers the verdict. With `handoff` there are those of a
 * check on a phone, too: `POST …/handoff`, `GET …/handoff/:id` and `POST …/handoff/:id/end`; with `checkPage` there is
 * `GET …/check`, which leads to a check on the service's own page.
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
  const byLink = createLinkRoutes();

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
      const isForeign = method === 'POST' ? mayBeCrossSite : isAskedCrossSite;
      if (!route.fromAnywhere && isForeign(request.headers, options.allowedOrigins)) {
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
    if (TOKEN_PATH.test(path)) return { method: 'POST', run: giveToken };
    return byLink?.handOff?.(path) ?? byLink?.checkPage?.(path);
  }

  function createLinkRoutes() {
    const { checkPage, handoff } = options;
    if (!checkPage && !handoff) return undefined;
    const client = requireLinkClient(options.client, handoff ? 'handoff' : 'checkPage');
    const links = createSessionLinks({
      client,
      allowance,
      store: options.links ?? createSessionTokens(LINKS_IN_MEMORY),
      subject: async (request) => options.subject?.(request),
    });
    return {
      links,
      handOff: handoff && createHandOff(handoff, { client, links, tell }),
      checkPage: checkPage && createCheckPage(checkPage, links),
    };
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
    if (verdict instanceof Response) return verdict;
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
  ): Promise<Verdict | Response | undefined> {
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
    // A check by link has tokens of its own, which the session never saw.
    const refused = await byLink?.links.countQuestion(session, 'result');
    return refused ?? byLink?.links.verdictOf(session, jobId, signal);
  }
}

/** Whether the API said that the job is not this token's, or that the token is (no longer) good for anything. */
function isNotThisToken(error: unknown): boolean {
  return (
    error instanceof LivenessServerError &&
    (error.code === 'job-unknown' || error.code === 'not-authenticated')
  );
}
