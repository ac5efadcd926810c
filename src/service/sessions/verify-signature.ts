import { createPublicKey, verify } from 'node:crypto';
import type { EvidencePublicKey } from '../../submission/session-wire.ts';

/** Whether the JWK is a point of the curve: 86 letters alone make no key. */
export function isUsableKey(publicKey: EvidencePublicKey): boolean {
  try {
    createPublicKey({ key: { ...publicKey }, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}

/** Whether the signature (r and s, base64url) over the text is the key's. Never throws. */
export function isSignedBy(publicKey: EvidencePublicKey, text: string, signature: string): boolean {
  try {
    return verify(
      'sha256',
      Buffer.from(text),
      {
        key: createPublicKey({ key: { ...publicKey }, format: 'jwk' }),
        dsaEncoding: 'ieee-p1363',
      },
      Buffer.from(signature, 'base64url'),
    );
  } catch {
    return false;
  }
}
