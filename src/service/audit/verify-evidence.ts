import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { chainAfter, chainStart, signedStatement } from '../sessions/evidence-chain.ts';
import { isSignedBy } from '../sessions/verify-signature.ts';
import { type EvidenceFile, evidenceFileSchema } from './evidence-file.ts';
import type { PublishedKeys } from './signing-keys.ts';
import type { VerdictClaims } from './verdict-claims.ts';
import { verifyVerdict } from './verify-verdict.ts';

/**
 * Verifies an evidence file with published keys, offline: the service has signed the verdict and the head of the chain; the
 * chain leads to that head, frame by frame; and the client's key has signed each step.
 * @returns what was signed, and when by the service's clock
 * @throws Error that says what is wrong
 */
export async function verifyEvidence(
  text: string,
  keys: PublishedKeys,
): Promise<{ readonly claims: VerdictClaims; readonly signedAt: Date }> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), evidenceFileSchema), text);
  if (!parsed.success) throw new Error('It is no evidence file that this version knows.');
  const file = parsed.output;
  if (file.session) requireChain(file.session);
  if (file.verdict_jws === null) throw new Error('The service has not signed the verdict.');
  const verified = await verifyVerdict(file.verdict_jws, keys);
  requireSame(verified.claims, file);
  return verified;
}

function requireChain(session: NonNullable<EvidenceFile['session']>): void {
  const {
    attempt,
    consent_sha256,
    public_key: publicKey,
    steps,
    token_sha256: tokenHash,
  } = session;
  const consentSha256 = consent_sha256 ?? undefined;
  let head = chainStart({ tokenHash, session: session.session, attempt, publicKey, consentSha256 });
  let lastMs = -1;
  const hashes = new Set<string>();
  for (const [step, { frames, shows, signature, ...told }] of steps.entries()) {
    for (const { captured_at_ms: capturedAtMs, sha256 } of frames) {
      if (capturedAtMs <= lastMs)
        throw new Error(`Step ${step}: a frame is not later than the last.`);
      if (hashes.has(sha256)) throw new Error(`Step ${step}: a frame occurs twice.`);
      lastMs = capturedAtMs;
      hashes.add(sha256);
    }
    head = chainAfter(head, step, shows, frames);
    if (head !== told.head) throw new Error(`Step ${step}: the chain does not lead to its head.`);
    if (!isSignedBy(publicKey, signedStatement(head, step), signature)) {
      throw new Error(`Step ${step}: the signature of the session’s key is wrong.`);
    }
  }
}

/** What stands in the file is what was signed. */
function requireSame(claims: VerdictClaims, { faults, session, verdict }: EvidenceFile): void {
  if (!isDeepStrictEqual(claims, verdict)) throw new Error('Another verdict was signed.');
  if (
    !isDeepStrictEqual(
      claims.faults,
      faults.map(({ code }) => code),
    )
  ) {
    throw new Error('Other faults were signed.');
  }
  const chain = session && {
    session: session.session,
    attempt: session.attempt,
    head: session.steps.at(-1)?.head,
    steps: session.steps.map(({ committed_at, revealed_at, shows }) => ({
      shows,
      revealed_at,
      committed_at,
    })),
  };
  const consent = session?.consent_sha256 ?? null;
  if (!isDeepStrictEqual(claims.evidence, chain) || claims.consent_sha256 !== consent) {
    throw new Error('Another chain of evidence was signed.');
  }
}
