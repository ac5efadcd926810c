import { tooMany } from './answers.ts';
import type { CheckLink, CheckLinkOptions } from './check-links.ts';
import type { LivenessClient } from './create-liveness-client.ts';
import { LivenessServerError } from './liveness-server-error.ts';
import type { SessionTokens } from './session-tokens.ts';
import type { TokenAllowance } from './token-allowance.ts';

/** What the handler needs of the client for checks by link. */
export type LinkClient = Pick<
  LivenessClient,
  'createCheckLink' | 'getCheckLink' | 'getVerdict' | 'revokeCheckLink'
>;

/** One endpoint of the handler. */
export interface Route {
  readonly method: 'GET' | 'POST';
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
  /** Whether the job is one of a link that this session was given. */
  hasJob(session: string, jobId: string, signal: AbortSignal): Promise<boolean>;
}

/** Binds links to the sessions that they were given to: a link, and a job of it, is told to that session and to no other. */
export function createSessionLinks(parts: SessionLinkParts): SessionLinks {
  const { allowance, client, store, subject } = parts;

  async function jobsOf(id: string, signal: AbortSignal): Promise<readonly string[]> {
    try {
      return (await client.getCheckLink(id, { signal })).jobIds;
    } catch (error) {
      // The service remembers a link for a day, a store of the integrator's perhaps for longer.
      if (error instanceof LivenessServerError && error.status === 404) return [];
      throw error;
    }
  }

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
    async hasJob(session, jobId, signal) {
      for (const id of await store.list(session)) {
        const jobIds = await jobsOf(id, signal);
        if (jobIds.includes(jobId)) return true;
      }
      return false;
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
