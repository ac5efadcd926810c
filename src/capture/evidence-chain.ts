/**
 * The evidence of a paced session as a chain of hashes, as docs/evidence.md describes it: every frame's record names the
 * hash of the one before. The service has its own implementation; both are held to the same test vector.
 */

/** What the chain is bound to. */
export interface EvidenceBinding {
  /** The submission token. Only its hash goes into the chain. */
  readonly token: string;
  /** Name that the service gave the session. */
  readonly session: string;
  readonly attempt: number;
  /** Hash of the words that the person agreed to, where the page asked for consent. */
  readonly consentSha256?: string | undefined;
  /** The public key that was bound to the token. */
  readonly publicKey: { readonly x: string; readonly y: string };
}

/** One frame of a step: the field names are those of the wire. */
export interface EvidenceRecord {
  /** Of the JPEG bytes, hex. */
  readonly sha256: string;
  /** What the camera seems to be. */
  readonly camera: string;
  readonly captured_at_ms: number;
  readonly width_px: number;
  readonly height_px: number;
}

const VERSION = 1;

/** The value that the first frame's record names as the one before. */
export async function beginChain(binding: EvidenceBinding): Promise<string> {
  return sha256Hex(
    canonicalJson({
      attempt: binding.attempt,
      ...(binding.consentSha256 && { consent_sha256: binding.consentSha256 }),
      session: binding.session,
      token_sha256: await sha256Hex(binding.token),
      version: VERSION,
      x: binding.publicKey.x,
      y: binding.publicKey.y,
    }),
  );
}

/** The head of the chain after the frames of one step. */
export async function extendChain(
  head: string,
  step: number,
  shows: string,
  frames: readonly EvidenceRecord[],
): Promise<string> {
  let previous = head;
  for (const { sha256, camera, captured_at_ms, width_px, height_px } of frames) {
    previous = await sha256Hex(
      canonicalJson({ camera, captured_at_ms, height_px, previous, sha256, shows, step, width_px }),
    );
  }
  return previous;
}

/** What is signed when a step is done. */
export function evidenceStatement(head: string, step: number): string {
  return canonicalJson({ head, purpose: 'nodeflux-liveness evidence', step, version: VERSION });
}

/** SHA-256 of bytes, or of a text in UTF-8, as lower-case hex. */
export async function sha256Hex(data: BufferSource | string): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** RFC 8785 for what occurs here: flat objects of whole numbers and plain ASCII texts. */
export function canonicalJson(record: Readonly<Record<string, string | number>>): string {
  return JSON.stringify(record, Object.keys(record).sort());
}
