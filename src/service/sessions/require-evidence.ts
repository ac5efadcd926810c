import type { StepCommit } from '../../submission/session-wire.ts';
import { Refusal } from '../http/refusal.ts';
import { chainAfter, signedStatement } from './evidence-chain.ts';
import { type PacedSession, presentStep } from './paced-session.ts';
import { isSignedBy } from './verify-signature.ts';

/**
 * Holds a step to what its evidence must be: frames that are later than those before, each once, a chain that goes on from
 * the head, and a signature of the session's key.
 * @throws Refusal `evidence-invalid`
 */
export function requireEvidence(
  session: PacedSession,
  { frames, head, signature }: StepCommit,
): void {
  const { step, shows } = presentStep(session);
  const before = session.done.flatMap((done) => done.frames);
  let lastMs = before.at(-1)?.captured_at_ms ?? -1;
  for (const { captured_at_ms: capturedAtMs } of frames) {
    if (capturedAtMs <= lastMs) throw invalid('A frame is not later than the one before');
    lastMs = capturedAtMs;
  }
  const hashes = [...before, ...frames].map(({ sha256 }) => sha256);
  if (new Set(hashes).size < hashes.length) throw invalid('A frame occurs twice');
  if (chainAfter(session.head, step, shows, frames) !== head) throw invalid('The head is wrong');
  if (!isSignedBy(session.publicKey, signedStatement(head, step), signature)) {
    throw invalid('The signature is wrong');
  }
}

function invalid(message: string): Refusal {
  return new Refusal('evidence-invalid', message);
}
