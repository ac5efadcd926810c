import * as v from 'valibot';
import { joinUrl, request } from '../edge/request.ts';
import { LivenessError } from '../errors.ts';
import {
  LINK_ENDS_PATH,
  LINK_LOOK_PATH,
  LINK_TOKENS_PATH,
  LINK_VISITS_PATH,
  linkLookAnswerSchema,
} from '../submission/link-wire.ts';
import { readVerdict, type Verdict } from '../submission/verdict.ts';
import { JOBS_PATH, jobAnswerSchema, submissionTokenAnswerSchema } from '../submission/wire.ts';

/** What the page shows before the check. */
export type CheckLook = v.InferOutput<typeof linkLookAnswerSchema>;

/** Why there is no check at this address. */
export const LINK_FAULTS = [
  'link-unknown',
  'link-used',
  'link-expired',
  'link-revoked',
  'offline',
] as const;

/** One of {@link LINK_FAULTS}. */
export type LinkFault = (typeof LINK_FAULTS)[number];

/** The page's way to the service. */
export interface LinkClient {
  readonly apiUrl: string;
  /** What the link is for; changes nothing. */
  look(): Promise<CheckLook | LinkFault>;
  /** The token of an attempt. At the first the link is exchanged. */
  token(signal: AbortSignal): Promise<string>;
  /** Gives the check up: who handed it over to this page waits no longer. */
  end(): Promise<void>;
  /** What became of the job of the latest token. */
  readonly verdict: (jobId: string, signal: AbortSignal) => Promise<Verdict>;
}

const VISIT_BYTES = 32;

/**
 * Makes the client of one link: `{id}.{secret}`. The visit's secret is made here, and lives as long as the page.
 * `onFault` is told when the link ends under the page.
 */
export function createLinkClient(
  secret: string,
  apiUrl: string,
  onFault: (fault: LinkFault) => void,
): LinkClient {
  const id = secret.split('.')[0] ?? '';
  const visit = base64Url(crypto.getRandomValues(new Uint8Array(VISIT_BYTES)));
  const whole = new AbortController().signal;
  let hasVisit = false;
  let latestToken = '';

  const ask = (path: string, authorization: string, signal: AbortSignal, body?: object) =>
    request(
      joinUrl(apiUrl, path),
      {
        method: 'POST',
        headers: {
          authorization,
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json' }),
        },
        cache: 'no-store',
        credentials: 'omit',
        ...(body && { body: JSON.stringify(body) }),
      },
      { what: 'the service', signal, isFinal: ({ status }) => status < 500 && status !== 429 },
    );

  function refusedBy({ json, status }: { json: unknown; status: number }): LivenessError {
    const fault = faultOf(json);
    if (fault) onFault(fault);
    const detail = `the service answered ${status}`;
    if (status === 429) return new LivenessError('too-many-requests', { detail });
    if (status >= 500) return new LivenessError('network', { detail });
    return new LivenessError(status < 400 ? 'answer-unexpected' : 'token-refused', { detail });
  }

  return {
    apiUrl: apiUrl.replace(/\/$/, ''),
    async look() {
      try {
        const { json, status } = await ask(LINK_LOOK_PATH, secret, whole);
        if (status >= 400) return faultOf(json) ?? 'offline';
        return v.parse(linkLookAnswerSchema, json);
      } catch {
        return 'offline';
      }
    },
    async token(signal) {
      if (!hasVisit) {
        const exchanged = await ask(LINK_VISITS_PATH, secret, signal, { visit });
        if (exchanged.status >= 400) throw refusedBy(exchanged);
        hasVisit = true;
      }
      const answer = await ask(LINK_TOKENS_PATH, `${id}.${visit}`, signal);
      const parsed = v.safeParse(submissionTokenAnswerSchema, answer.json);
      if (!parsed.success) throw refusedBy(answer);
      latestToken = parsed.output.submission_token;
      return latestToken;
    },
    async end() {
      if (hasVisit) await ask(LINK_ENDS_PATH, `${id}.${visit}`, whole);
    },
    async verdict(jobId, signal) {
      const response = await fetch(joinUrl(apiUrl, `${JOBS_PATH}/${encodeURIComponent(jobId)}`), {
        headers: { authorization: latestToken },
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        signal,
      });
      if (!response.ok) throw new TypeError(`The service answered ${response.status}.`);
      const verdict = readVerdict(v.parse(jobAnswerSchema, await response.json()));
      return verdict.status === 'judged' ? { status: 'judged', live: verdict.live } : verdict;
    },
  };
}

function faultOf(json: unknown): LinkFault | undefined {
  const code = (json as { code?: unknown } | null | undefined)?.code;
  return LINK_FAULTS.find((fault) => fault === code);
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
