/** The signing key of one session; not extractable. */
export interface EvidenceKey {
  /** What the service binds to the token, as a JWK. */
  readonly publicKey: EvidencePublicJwk;
  /** ECDSA over SHA-256 of the text in UTF-8; r and s as base64url. */
  sign(text: string): Promise<string>;
}

/** The public part of an {@link EvidenceKey}. */
export interface EvidencePublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Makes a key for one session. It is never stored and goes with the page. */
export async function createEvidenceKey(): Promise<EvidenceKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ALGORITHM, false, ['sign']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  return {
    publicKey: { kty: 'EC', crv: 'P-256', x, y },
    async sign(text) {
      const signature = await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        privateKey,
        new TextEncoder().encode(text),
      );
      return toBase64Url(new Uint8Array(signature));
    },
  };
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
