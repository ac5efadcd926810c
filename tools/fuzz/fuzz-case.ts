/** What an endpoint wants to be shown. */
export type Need = 'key' | 'token' | 'link' | 'visit' | 'nothing';

/** An endpoint of the service that takes a body, or is called with POST without one, and what its honest client sends. */
export interface FuzzEndpoint {
  readonly path: string;
  readonly contentType: 'application/json' | 'image/jpeg';
  /** What must be presented: a signature of the backend's keys, a submission token, the secret of a link, that of a visit, or nothing. */
  readonly needs: Need;
}

/** Every endpoint that is called with POST, but for those whose path holds an id. A test compares it with the API's description. */
export const FUZZ_ENDPOINTS = [
  { path: '/public/auth/v1/signatures', contentType: 'application/json', needs: 'nothing' },
  { path: '/auth/v1/submission_tokens', contentType: 'application/json', needs: 'key' },
  { path: '/v1/erasures', contentType: 'application/json', needs: 'key' },
  { path: '/v1/check-links', contentType: 'application/json', needs: 'key' },
  { path: '/v1/check-links/look', contentType: 'application/json', needs: 'link' },
  { path: '/v1/check-links/visits', contentType: 'application/json', needs: 'link' },
  { path: '/v1/check-links/tokens', contentType: 'application/json', needs: 'visit' },
  { path: '/v1/check-links/ends', contentType: 'application/json', needs: 'visit' },
  { path: '/v1/analytics/face-liveness', contentType: 'application/json', needs: 'token' },
  { path: '/v1/liveness-session', contentType: 'application/json', needs: 'token' },
  { path: '/v1/liveness-session/steps', contentType: 'application/json', needs: 'token' },
  { path: '/v1/liveness-session/swaps', contentType: 'application/json', needs: 'token' },
  { path: '/v1/liveness-session/more-time', contentType: 'application/json', needs: 'token' },
  { path: '/v1/liveness-session/attempts', contentType: 'application/json', needs: 'token' },
  { path: '/v1/liveness-session/frames', contentType: 'image/jpeg', needs: 'token' },
] as const satisfies readonly FuzzEndpoint[];

/** One body, described: it is built when it is sent, for it may have 21 MB. */
export interface FuzzCase {
  /** What kind of hostility it is, for the report. */
  readonly kind: string;
  readonly endpoint: FuzzEndpoint;
  /** The right credential, none, or one that nobody was given. */
  readonly credential: 'right' | 'none' | 'invented';
  /** Whether the length is declared. */
  readonly declared: boolean;
  readonly body: RepeatedBody;
}

/** `head`, then `unit` so many times, then `tail`. */
export interface RepeatedBody {
  readonly head: Uint8Array;
  readonly unit: Uint8Array;
  readonly times: number;
  readonly tail: Uint8Array;
}

/** The bytes of a body. */
export function buildBody({ head, unit, times, tail }: RepeatedBody): Buffer {
  const repeated = Buffer.alloc(unit.byteLength * times);
  if (repeated.byteLength > 0) repeated.fill(unit);
  return Buffer.concat([head, repeated, tail]);
}
