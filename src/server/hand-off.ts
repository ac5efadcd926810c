import type { HandOffState } from '../submission/hand-off-state.ts';
import type { ResultAnswer } from '../submission/result-answer.ts';
import type { Verdict } from '../submission/verdict.ts';
import { answer, refuse } from './answers.ts';
import type { HandOffOptions } from './hand-off-options.ts';
import { withoutDetails } from './job-details.ts';
import { LivenessServerError } from './liveness-server-error.ts';
import type { LinkClient, Route, SessionLinks } from './session-links.ts';

/** A verdict that does not change any more. */
type FinalVerdict = Exclude<Verdict, { status: 'pending' }>;

/** The handler's own parts that a hand-off needs. */
interface HandOffParts {
  readonly client: LinkClient;
  readonly links: SessionLinks;
  /** Tells the integrator of a verdict, and gives what the page may see of it. */
  readonly tell: (session: string, jobId: string, verdict: FinalVerdict) => Promise<ResultAnswer>;
}

const LIFETIME_MS = 10 * 60_000;
const PATH = /\/handoff(?:\/([\w-]{1,64})(\/end)?)?\/?$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}/;

/**
 * The endpoints of a hand-off: `POST …/handoff` makes a link for this session, `GET …/handoff/:id` tells what became of it,
 * `POST …/handoff/:id/end` calls it back. A link is told to the session that was given it and to no other; the verdict is
 * read with the access key, from the jobs of that very link.
 */
export function createHandOff(
  { lifetimeMs = LIFETIME_MS }: HandOffOptions,
  { client, links, tell }: HandOffParts,
): (path: string) => Route | undefined {
  async function give(session: string, request: Request): Promise<Response> {
    const language = LANGUAGE.exec(request.headers.get('accept-language') ?? '')?.[0];
    const given = await links.give(session, request, { lifetimeMs, ...(language && { language }) });
    if (given instanceof Response) return given;
    const { id, url } = given;
    return answer({ id, url }, 201);
  }

  async function stateOf(session: string, id: string, signal: AbortSignal): Promise<HandOffState> {
    const link = await known(client.getCheckLink(id, { signal }));
    // It was erased, or forgotten: nothing comes of it any more.
    if (!link) return { state: 'expired' };
    const { jobIds, state } = link;
    if (state !== 'passed') return { state };
    for (const jobId of jobIds.toReversed()) {
      const verdict = withoutDetails(await client.getVerdict(jobId, { signal }));
      if (verdict.status !== 'judged' || !verdict.live) continue;
      return { state, jobId, verdict: await tell(session, jobId, verdict) };
    }
    return { state: 'visited' };
  }

  return (path) => {
    const [whole, id, end] = PATH.exec(path) ?? [];
    if (whole === undefined) return undefined;
    if (id === undefined) return { method: 'POST', run: give };
    return {
      method: end ? 'POST' : 'GET',
      async run(session, { signal }) {
        if (!(await links.has(session, id))) {
          return refuse(404, 'not-found', 'This session has no such link');
        }
        const refused = await links.countQuestion(session, 'handoff');
        if (refused) return refused;
        // Not with the request: who closes the page gives the check up all the same.
        if (end) await known(client.revokeCheckLink(id));
        return answer(await stateOf(session, id, signal));
      },
    };
  };
}

/** What the service says of a link; undefined when it knows none of this id. */
async function known<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof LivenessServerError && error.status === 404) return undefined;
    throw error;
  }
}
