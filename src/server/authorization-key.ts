import { SIGNATURES_PATH, signatureAnswerSchema } from '../submission/wire.ts';
import type { ApiRequest } from './api-requests.ts';

/** The headers that an authorized request carries. */
export interface AuthorizationHeaders {
  readonly authorization: string;
  readonly 'x-nodeflux-timestamp': string;
}

/** Gets authorization keys, and keeps one while it is fresh. */
export interface AuthorizationKeys {
  /** The headers of a fresh key, to read with; callers at the same time share one request. */
  headers(): Promise<AuthorizationHeaders>;
  /** The headers of a new key, to mint with: the self-hosted service lets each mint once. Kept for reading after it. */
  unused(): Promise<AuthorizationHeaders>;
  /** Forgets the key, so that the next call gets a new one. */
  forget(): void;
}

/** How long a key is used. The contract names no lifetime; this is well within any sensible clock skew. */
const FRESH_MS = 4 * 60_000;

/** Makes the source of authorization keys for one pair. `now` in milliseconds; only differences matter. */
export function createAuthorizationKeys(
  request: ApiRequest,
  keys: { readonly accessKey: string; readonly secretKey: string },
  now: () => number,
): AuthorizationKeys {
  let kept: { readonly headers: Promise<AuthorizationHeaders>; readonly atMs: number } | undefined;

  async function obtain(): Promise<AuthorizationHeaders> {
    const { headers, token } = await request(SIGNATURES_PATH, signatureAnswerSchema, {
      method: 'post',
      json: { access_key: keys.accessKey, secret_key: keys.secretKey },
    });
    const timestamp = headers['x-nodeflux-timestamp'];
    return {
      authorization: writeAuthorization(keys.accessKey, timestamp, token),
      'x-nodeflux-timestamp': timestamp,
    };
  }

  function obtainAndKeep(): Promise<AuthorizationHeaders> {
    const current = { headers: obtain(), atMs: now() };
    kept = current;
    current.headers.catch(() => {
      if (kept === current) kept = undefined;
    });
    return current.headers;
  }

  return {
    headers() {
      return kept && now() - kept.atMs < FRESH_MS ? kept.headers : obtainAndKeep();
    },
    unused: obtainAndKeep,
    forget() {
      kept = undefined;
    },
  };
}

/** The contract's authorization key, put together from its three parts. */
export function writeAuthorization(accessKey: string, timestamp: string, token: string): string {
  const credential = `${accessKey}/${timestamp.slice(0, 8)}/nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic`;
  return `NODEFLUX-HMAC-SHA256 Credential=${credential}, SignedHeaders=x-nodeflux-timestamp, Signature=${token}`;
}
