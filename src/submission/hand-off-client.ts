import * as v from 'valibot';
import { type Answer, joinUrl, PROMPT_PLAN, request } from '../edge/request.ts';
import { LivenessError } from '../errors.ts';
import type { HandOffState } from './hand-off-state.ts';
import { handOffAnswerSchema, handOffStateSchema } from './hand-off-wire.ts';

/** The page's way to the integrator's backend, for a check on a phone. */
export interface HandOffClient {
  /**
   * A link for the phone, whose page speaks this language.
   * @throws {LivenessError} `token-refused`, `too-many-requests`, `network` or `answer-unexpected`
   */
  begin(language: string, signal: AbortSignal): Promise<{ id: string; url: string }>;
  /** What became of it; rejects where that cannot be told now. */
  look(id: string, signal: AbortSignal): Promise<HandOffState>;
  /** Calls the link back, even while the page is left. Never rejects: a link that nobody wants ends by itself. */
  end(id: string): Promise<void>;
}

/** What a backend says of this page and this person, and says again. */
const REFUSED: readonly number[] = [400, 401, 403, 404, 405, 410, 415];
const INIT = { cache: 'no-store', credentials: 'include' } as const;

/** A client of the endpoint that `createLivenessHandler` has with `handoff`. */
export function handOffClientFor(handOffUrl: string): HandOffClient {
  return {
    async begin(language, signal) {
      const answer = await request(
        joinUrl(handOffUrl, ''),
        {
          ...INIT,
          method: 'POST',
          headers: { accept: 'application/json', 'accept-language': language },
        },
        {
          what: 'the link for the phone',
          signal,
          isFinal: ({ json, status }) =>
            status < 400 ? v.is(handOffAnswerSchema, json) : REFUSED.includes(status),
        },
      );
      const { output, success } = v.safeParse(handOffAnswerSchema, answer.json);
      if (success && answer.status < 400) return output;
      throw refusalOf(answer);
    },
    async look(id, signal) {
      const { json, status } = await request(
        joinUrl(handOffUrl, `/${encodeURIComponent(id)}`),
        { ...INIT, headers: { accept: 'application/json' } },
        // Whoever looks looks again by itself.
        {
          what: 'the check on the phone',
          signal,
          plan: { ...PROMPT_PLAN, tries: 1 },
          isFinal: () => true,
        },
      );
      if (status >= 400) throw new TypeError(`The backend answered ${status}.`);
      return v.parse(handOffStateSchema, json);
    },
    async end(id) {
      const url = joinUrl(handOffUrl, `/${encodeURIComponent(id)}/end`);
      const whole = new AbortController().signal;
      const what = 'the end of the hand-off';
      await request(
        url,
        { ...INIT, method: 'POST', keepalive: true },
        {
          what,
          signal: whole,
          isFinal: ({ status }) => status < 500 && status !== 429,
        },
      ).catch(() => undefined);
    },
  };
}

function refusalOf({ status }: Answer): LivenessError {
  const options = { detail: `the backend answered ${status}`, errors: [{ status }] };
  if (status === 429) return new LivenessError('too-many-requests', options);
  if (status >= 500) return new LivenessError('network', options);
  return new LivenessError(status >= 400 ? 'token-refused' : 'answer-unexpected', options);
}
