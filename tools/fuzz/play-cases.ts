import { buildBody, type FuzzCase, type FuzzEndpoint, type Need } from './fuzz-case.ts';
import { makeLink, makeVisit, mintToken, openSession, signHeaders } from './honest-client.ts';
import { type FuzzAnswer, sendBody } from './send-body.ts';

/** A body that was sent, and what became of it. */
export interface PlayedCase extends FuzzAnswer {
  readonly case: FuzzCase;
  readonly bodyBytes: number;
}

/** Sends bodies one after the other, with credentials that it renews when they are spent. */
export interface CasePlayer {
  /** `around` is given the sending alone, to measure it. */
  play(
    fuzzCase: FuzzCase,
    around?: (send: () => Promise<FuzzAnswer>) => Promise<FuzzAnswer>,
  ): Promise<PlayedCase>;
}

/** After these the token or the session is spent, or ended. */
const SPENT = [200, 201, 202, 401, 409];

/** Makes a player for the service at an address. */
export function createCasePlayer(url: string, jpeg: Buffer): CasePlayer {
  const credentials = new Map<string, Record<string, string>>();

  async function rightHeaders({ needs, path }: FuzzEndpoint): Promise<Record<string, string>> {
    if (needs === 'nothing') return {};
    const known = credentials.get(path);
    if (known) return known;
    const fresh = await freshHeaders(needs, path);
    credentials.set(path, fresh);
    return fresh;
  }

  async function freshHeaders(needs: Exclude<Need, 'nothing'>, path: string) {
    if (needs === 'key') return signHeaders(url);
    if (needs === 'link') return { authorization: await makeLink(url) };
    if (needs === 'visit') return { authorization: await makeVisit(url) };
    const isWithin = path.startsWith('/v1/liveness-session/');
    return isWithin
      ? (await openSession(url, jpeg)).headers
      : { authorization: await mintToken(url) };
  }

  return {
    async play(fuzzCase, around = (send) => send()) {
      const { credential, declared, endpoint } = fuzzCase;
      const body = buildBody(fuzzCase.body);
      const own: Record<string, string> =
        credential === 'right'
          ? await rightHeaders(endpoint)
          : credential === 'none'
            ? {}
            : { authorization: '9268e8f3-1c2e-4b39-8604-61fe30a29908-GXYDEMJNGA4S2MRS' };
      const headers = { 'content-type': endpoint.contentType, ...own };
      const answer = await around(() => sendBody(url + endpoint.path, headers, body, declared));
      if (credential === 'right' && SPENT.includes(answer.status))
        credentials.delete(endpoint.path);
      return { ...answer, case: fuzzCase, bodyBytes: body.byteLength };
    },
  };
}
