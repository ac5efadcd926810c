import { createHash } from 'node:crypto';

/** Which signatures have minted a token, for as long as they would be fresh. */
export interface SignatureStore {
  /** Marks a signature as used; false when it was before. Of simultaneous calls one is true. */
  use(signatureHash: string, at: { nowMs: number; expiresAtMs: number }): Promise<boolean>;
}

/** What is kept of a used signature: until it is stale, the signature itself would still read results. */
export function hashSignature(signature: string): string {
  return createHash('sha256').update(signature).digest('hex');
}
