import { createHmac } from 'node:crypto';
import { dateOfTimestamp } from './timestamp.ts';

/** Name of the scheme at the start of every authorization key. */
export const SIGNATURE_SCHEME = 'NODEFLUX-HMAC-SHA256';
/** What the credential is good for; the contract has one scope. */
export const CREDENTIAL_SCOPE = 'nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic';
/** The one header that is signed. */
export const SIGNED_HEADER = 'x-nodeflux-timestamp';

/**
 * The signature over an instant: HMAC-SHA256 as 64 hex digits.
 * The vendor does not publish what is signed, and clients never compute it: they ask the signature endpoint for it.
 * Here it covers everything that the authorization key says, so that no part of it can be exchanged.
 */
export function signTimestamp(secretDigest: Buffer, accessKey: string, timestamp: string): string {
  const credential = `${accessKey}/${dateOfTimestamp(timestamp)}/${CREDENTIAL_SCOPE}`;
  return createHmac('sha256', secretDigest)
    .update(`${SIGNATURE_SCHEME}\n${credential}\n${SIGNED_HEADER}:${timestamp}`)
    .digest('hex');
}
