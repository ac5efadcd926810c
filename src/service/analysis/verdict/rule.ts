import type { Finding, Measurement, VerdictFaultCode } from '../../../submission/details-wire.ts';
import type { Evidence, FaceEvidence } from './evidence.ts';

/** What a rule finds wrong; its code is the rule's. */
export type FoundFault = Finding;

interface AnyRule {
  readonly code: VerdictFaultCode;
  /** What is at fault, in one sentence, for the table of docs/verdict.md. */
  readonly description: string;
  /** What `measured` is, with its unit; absent where there is no number. For the table. */
  readonly measures?: string;
  /** What `measured` is compared with, sign and number. For the table. */
  readonly limits?: string;
}

/**
 * A rule that stops the verdict: the job is `incompleted` with this message of the wire contract, and a new attempt may
 * succeed.
 */
interface Gate {
  readonly outcome: 'incompleted';
  readonly answer: string;
}

/** A rule that makes the session not live, and its score low. */
interface Refusal {
  readonly outcome: 'not-live';
  /** What it measured where nothing was at fault too, for the integrator's backend. */
  readonly measure?: (evidence: FaceEvidence) => readonly Measurement[];
}

/** Looks at the images before it is known that each shows one face. */
export type ImageRule = AnyRule &
  Gate & {
    readonly needs: 'images';
    readonly find: (evidence: Evidence) => readonly FoundFault[];
  };

/** Looks at the faces, one for each image. */
export type FaceRule = AnyRule &
  (Gate | Refusal) & {
    readonly needs: 'faces';
    readonly find: (evidence: FaceEvidence) => readonly FoundFault[];
  };

/** One line of the verdict: pure, and independent of every other. */
export type Rule = ImageRule | FaceRule;
