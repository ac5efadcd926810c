import type { Verdict } from '../submission/verdict.ts';
import { tooMany } from './answers.ts';
import type { CheckLink, CheckLinkOptions } from './check-links.ts';
import type { LivenessClient } from './create-liveness-client.ts';
import { withoutDetails } from './job-details.ts';
import { LivenessServerError } from './liveness-server-error.ts';
import type { SessionTokens } from './session-tokens.ts';
import { createTokenAllowance, type TokenAllowance } from './token-allowance.ts';

/** Three pages that wait for a phone; a script that asks more would use up what the access key may do, for everybody. */
const QUESTIONS_PER_MINUTE = 60;

/** What the handler needs of the client for checks by link. */
export type LinkClient = Pick<
  LivenessClient,
  'createCheckLink' | 'getCheckLink' | 'getVerdict' | 'revokeCheckLink'
>;

/** One endpoint of the handler. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Answered to what a page of any site has the browser ask, with the user's cookies. */
  readonly fromAnywhere?: true;
  readonly run: (session: string, request: Request) => Promise<Response>;
}

/** What the links of sessions are made with. */
export interface SessionLinkParts {
  readonly client: LinkClient;
  readonly store: SessionTokens;
  readonly subject: (request: Request) => Promise<string | undefined>;
  readonly allowance: TokenAllowance;
}

/** The links that sessions were given. */
export interface SessionLinks {
  /** Makes one for this session and its person; or says what to answer instead. */
  give(
    session: string,
    request: Request,
    options: Pick<CheckLinkOptions, 'language' | 'lifetimeMs' | 'returnUrl' | 'state'>,
  ): Promise<CheckLink | Response>;
  has(session: string, id: string): Promise<boolean>;
  /** The verdict of a job of a link that this session was given; undefined for every other job. */
  verdictOf(session: string, jobId: string, signal: AbortSignal): Promise<Verdict | undefined>;
  /** Counts a question that the access key pays for. An answer when that was one too many. */
  countQuestion(session: string, about: 'handoff' | 'result'): Promise<Response | undefined>;
}

/** Binds links to the sessions that they were given to: a link, and a job of it, is told to that session and to no other. */
export function createSessionLinks(parts: SessionLinkParts): SessionLinks {
  const { allowance, client, store, subject } = parts;
  const questions = createTokenAllowance(QUESTIONS_PER_MINUTE);

  return {
    async give(session, request, options) {
      const person = await subject(request);
      const waitMs = await allowance.take(session, person);
      if (waitMs !== undefined) return tooMany(Math.ceil(waitMs / 1000));
      const link = await client.createCheckLink({
        ...options,
        signal: request.signal,
        ...(person !== undefined && { subject: person }),
      });
      await store.add(session, link.id);
      return link;
    },
    async has(session, id) {
      return (await store.list(session)).includes(id);
    },
    async verdictOf(session, jobId, signal) {
      const ids = await store.list(session);
      if (ids.length === 0) return undefined;
      try {
        const read = await client.getVerdict(jobId, { signal });
        const linkId = read.details?.linkId;
        return linkId !== undefined && ids.includes(linkId) ? withoutDetails(read) : undefined;
      } catch (error) {
        if (error instanceof LivenessServerError && error.code === 'job-unknown') return undefined;
        throw error;
      }
    },
    async countQuestion(session, about) {
      const waitMs = await questions.take(`${about} ${session}`, undefined);
      return waitMs === undefined ? undefined : tooMany(Math.ceil(waitMs / 1000));
    },
  };
}

/**
 * The client's part for links.
 * @throws TypeError naming the option, when the client makes none
 */
export function requireLinkClient(client: Partial<LivenessClient>, option: string): LinkClient {
  const { createCheckLink, getCheckLink, getVerdict, revokeCheckLink } = client;
  if (createCheckLink && getCheckLink && getVerdict && revokeCheckLink) return client as LinkClient;
  throw new TypeError(`\`${option}\` needs the client of createLivenessClient.`);
}
