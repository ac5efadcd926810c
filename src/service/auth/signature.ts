import { createHmac } from 'node:crypto';
import { dateOfTimestamp } from './timestamp.ts';

/** Name of the scheme at the start of every authorization key. */
export const SIGNATURE_SCHEME = 'NODEFLUX-HMAC-SHA256';
/** What the credential is good for; the contract has one scope. */
export const CREDENTIAL_SCOPE = 'nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic';
/** The one header that is signed. */
export const SIGNED_HEADER = 'x-nodeflux-timestamp';
/** Random bytes in every signature. */
export const NONCE_BYTES = 16;

const NONCE_LENGTH = NONCE_BYTES * 2;

/** What a signature covers. */
export interface SignedFacts {
  readonly accessKey: string;
  readonly timestamp: string;
  /** {@link NONCE_BYTES} as hex; makes two signatures of the same second differ, so that each can serve once. */
  readonly nonce: string;
}

/**
 * The signature over an instant, as 64 hex digits: the nonce, then 128 bits of HMAC-SHA256.
 * The vendor does not publish what is signed, and clients never compute it: they ask the signature endpoint for it.
 * Here it covers everything that the authorization key says, so that no part of it can be exchanged.
 */
export function signTimestamp(
  secretDigest: Buffer,
  { accessKey, nonce, timestamp }: SignedFacts,
): string {
  const credential = `${accessKey}/${dateOfTimestamp(timestamp)}/${CREDENTIAL_SCOPE}`;
  const mac = createHmac('sha256', secretDigest)
    .update(`${SIGNATURE_SCHEME}\n${credential}\n${SIGNED_HEADER}:${timestamp}\n${nonce}`)
    .digest('hex');
  return nonce + mac.slice(0, NONCE_LENGTH);
}

/** The nonce at the start of a signature. */
export function nonceOf(signature: string): string {
  return signature.slice(0, NONCE_LENGTH);
}
