import { createHash } from 'node:crypto';
import {
  type EvidenceFrame,
  type EvidencePublicKey,
  SESSION_VERSION,
} from '../../submission/session-wire.ts';

/** What a chain is bound to, as the service knows it. */
export interface ChainBinding {
  /** SHA-256 of the submission token, hex. */
  readonly tokenHash: string;
  readonly session: string;
  readonly attempt: number;
  readonly publicKey: EvidencePublicKey;
  /** Hash of what the person agreed to, where the page asked for consent. */
  readonly consentSha256?: string | undefined;
}

/** The head of a chain that has no frames yet. */
export function chainStart(binding: ChainBinding): string {
  const { tokenHash, session, attempt, consentSha256, publicKey } = binding;
  const { x, y } = publicKey;
  const consent = consentSha256 && { consent_sha256: consentSha256 };
  // Members in the order of their names, as RFC 8785 wants them, here and below.
  return hashOf({
    attempt,
    ...consent,
    session,
    token_sha256: tokenHash,
    version: SESSION_VERSION,
    x,
    y,
  });
}

/** The head of a chain after the frames of one step. */
export function chainAfter(
  head: string,
  step: number,
  shows: string,
  frames: readonly EvidenceFrame[],
): string {
  return frames.reduce(
    (previous, { camera, captured_at_ms, height_px, sha256, width_px }) =>
      hashOf({ camera, captured_at_ms, height_px, previous, sha256, shows, step, width_px }),
    head,
  );
}

/** What the client signs when a step is done. */
export function signedStatement(head: string, step: number): string {
  const purpose = 'nodeflux-liveness evidence';
  return JSON.stringify({ head, purpose, step, version: SESSION_VERSION });
}

function hashOf(record: Readonly<Record<string, string | number>>): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex');
}
