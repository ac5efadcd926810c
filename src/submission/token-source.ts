import { LivenessError } from '../errors.ts';

/** Fetches a one-time submission token from the integrator's backend. */
export type TokenProvider = (signal: AbortSignal) => Promise<string>;

/**
 * A provider that POSTs to the integrator's backend, with the page's cookies, and reads `submissionToken` of its answer:
 * the endpoint of `createLivenessHandler`.
 */
export function tokenProviderFor(tokenUrl: string): TokenProvider {
  return async (signal) => {
    const response = await fetch(new URL(tokenUrl, document.baseURI), {
      method: 'POST',
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal,
    });
    const detail = `the backend answered ${response.status}`;
    if (response.status === 429) throw new LivenessError('too-many-requests', { detail });
    if (response.status >= 500) throw new LivenessError('network', { detail });
    if (!response.ok) throw new LivenessError('token-missing', { detail });
    const { submissionToken } = (await response.json()) as { submissionToken: string };
    return submissionToken;
  };
}

/**
 * Where a check gets its token: from the provider if there is one, else the token that the page was given.
 * What it returns rejects with `token-missing` when the provider gives none, and with `network` when it fails.
 * @throws {LivenessError} `token-missing`, at once, when there is neither
 */
export function tokenSource(
  provider: TokenProvider | undefined,
  token: string | undefined,
): TokenProvider {
  if (provider) return (signal) => askProvider(provider, signal);
  if (!token) throw new LivenessError('token-missing');
  return async () => token;
}

// The provider is foreign code: it may throw, promise nothing, or give anything.
async function askProvider(provider: TokenProvider, signal: AbortSignal): Promise<string> {
  let token: unknown;
  try {
    token = await provider(signal);
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof LivenessError) throw cause;
    throw new LivenessError('network', { cause, detail: 'tokenProvider failed' });
  }
  if (typeof token === 'string' && token !== '') return token;
  throw new LivenessError('token-missing', { detail: `tokenProvider gave ${typeof token}` });
}
