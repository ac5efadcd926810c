import { joinUrl, request } from '../edge/request.ts';
import { waitFor } from '../edge/wait-for.ts';
import { LivenessError } from '../errors.ts';
import { isSuccess } from './refusal-error.ts';

/** Fetches a one-time submission token from the integrator's backend. */
export type TokenProvider = (signal: AbortSignal) => Promise<string>;

/** Longest that a provider of the page's is waited for; it may try again within this. */
const PROVIDER_LIMIT_MS = 14_000;

/** What can stand in an HTTP header as it is; the contract's tokens have 53 characters. */
const TOKEN_SHAPE = /^[\x20-\x7e]{1,1024}$/;

/**
 * A provider that POSTs to the integrator's backend, with the page's cookies, and reads `submissionToken` of its answer:
 * the endpoint of `createLivenessHandler`. A token that was minted and lost is no loss, so it asks again.
 */
export function tokenProviderFor(tokenUrl: string): TokenProvider {
  return async (signal) => {
    const answer = await request(
      joinUrl(tokenUrl, ''),
      {
        method: 'POST',
        headers: { accept: 'application/json' },
        cache: 'no-store',
        // A backend on another host of the same site knows the person by a cookie too, where it allows the page.
        credentials: 'include',
      },
      {
        what: 'the submission token',
        signal,
        isFinal: ({ json, status }) =>
          status < 400 ? tokenOf(json) !== undefined : REFUSED.includes(status),
      },
    );
    const { json, status } = answer;
    const token = tokenOf(json);
    if (isSuccess(answer) && token !== undefined) return token;
    const options = { detail: `the backend answered ${status}`, errors: [{ status }] };
    if (status === 429) throw new LivenessError('too-many-requests', options);
    if (status >= 500) throw new LivenessError('network', options);
    throw new LivenessError(status >= 400 ? 'token-refused' : 'answer-unexpected', options);
  };
}

/** What a backend says of this page and this person, and says again. */
const REFUSED: readonly number[] = [400, 401, 403, 404, 405, 410, 415];

function tokenOf(json: unknown): string | undefined {
  const token = (json as { submissionToken?: unknown } | null | undefined)?.submissionToken;
  return typeof token === 'string' ? token : undefined;
}

/**
 * Where a check gets its token: from the provider if there is one, else the token that the page was given.
 * What it returns rejects with `token-missing` when the provider gives none, and with `network` when it fails or does
 * not answer.
 * @throws {LivenessError} `token-missing`, at once, when there is neither
 */
export function tokenSource(
  provider: TokenProvider | undefined,
  token: string | undefined,
  limitMs = PROVIDER_LIMIT_MS,
): TokenProvider {
  if (provider) return (signal) => askProvider(provider, signal, limitMs);
  if (!token) throw new LivenessError('token-missing');
  return async () => requireToken(token, '`submission-token`');
}

// The provider is foreign code: it may throw, promise nothing, never answer, or give anything.
async function askProvider(
  provider: TokenProvider,
  signal: AbortSignal,
  limitMs: number,
): Promise<string> {
  let token: unknown;
  try {
    const what = 'the submission token';
    token = await waitFor(provider, { what, signal, limitMs: limitMs + OWN_LIMIT_MARGIN_MS });
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof LivenessError) throw cause;
    const detail = cause instanceof Error ? `tokenProvider: ${cause.message}` : 'tokenProvider';
    throw new LivenessError('network', { cause, detail });
  }
  return requireToken(token, 'tokenProvider');
}

/** A provider that ends by itself says better what it waited for. */
const OWN_LIMIT_MARGIN_MS = 500;

function requireToken(token: unknown, source: string): string {
  if (typeof token === 'string' && TOKEN_SHAPE.test(token)) return token;
  // Never the value: whatever it is, it may be somebody's secret.
  const given = typeof token === 'string' && token !== '' ? 'no token' : typeof token;
  throw new LivenessError('token-missing', { detail: `${source} gave ${given}` });
}
