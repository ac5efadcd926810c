import { timingSafeEqual } from 'node:crypto';
import type { KeyRing } from './access-keys.ts';
import {
  CREDENTIAL_SCOPE,
  nonceOf,
  SIGNATURE_SCHEME,
  SIGNED_HEADER,
  signTimestamp,
} from './signature.ts';
import { dateOfTimestamp, parseTimestamp } from './timestamp.ts';

/** An authorization key, taken apart. */
export interface Authorization {
  readonly accessKey: string;
  /** `YYYYMMDD` */
  readonly date: string;
  /** 64 hex digits. */
  readonly signature: string;
}

/** An authorization key that was accepted. */
export interface AcceptedKey {
  readonly accessKey: string;
  readonly signature: string;
  readonly signedAtMs: number;
}

/** Why an authorization key is refused, or whose it is. */
export type AuthorizationCheck =
  | AcceptedKey
  | { readonly refused: 'malformed' | 'wrong' | 'stale' };

const SHAPE = new RegExp(
  `^${SIGNATURE_SCHEME} Credential=([\\w-]{4,128})/(\\d{8})/${CREDENTIAL_SCOPE.replaceAll('.', '\\.')}, ?SignedHeaders=${SIGNED_HEADER}, ?Signature=([0-9a-f]{64})$`,
);

/** Whether a header value claims to be an authorization key, rather than a submission token. */
export function isAuthorizationKey(header: string): boolean {
  return header.startsWith(SIGNATURE_SCHEME);
}

/** Takes `NODEFLUX-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…` apart; undefined when it is anything else. */
export function parseAuthorization(header: string): Authorization | undefined {
  const [, accessKey, date, signature] = SHAPE.exec(header) ?? [];
  return accessKey && date && signature ? { accessKey, date, signature } : undefined;
}

/**
 * Decides whose authorization key this is. The signature is compared in constant time, and an unknown key costs the
 * same as a wrong signature. The instant may differ from `nowMs` by `clockSkewMs` either way.
 */
export async function checkAuthorization(
  header: string,
  timestamp: string,
  { keyRing, nowMs, clockSkewMs }: { keyRing: KeyRing; nowMs: number; clockSkewMs: number },
): Promise<AuthorizationCheck> {
  const authorization = parseAuthorization(header);
  const signedAtMs = parseTimestamp(timestamp);
  if (!authorization || signedAtMs === undefined) return { refused: 'malformed' };

  const { accessKey, date, signature } = authorization;
  const secretDigest = await keyRing.secretDigestOf(accessKey);
  const expected = signTimestamp(secretDigest ?? Buffer.alloc(32), {
    accessKey,
    timestamp,
    nonce: nonceOf(signature),
  });
  const matches = timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
  if (!secretDigest || !matches || date !== dateOfTimestamp(timestamp)) return { refused: 'wrong' };
  if (Math.abs(nowMs - signedAtMs) > clockSkewMs) return { refused: 'stale' };
  return { accessKey, signature, signedAtMs };
}
