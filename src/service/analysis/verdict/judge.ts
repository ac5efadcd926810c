import type { Fault } from '../../../submission/details-wire.ts';
import type { Analysis } from '../analysis.ts';
import { type Evidence, type FaceEvidence, readFaces } from './evidence.ts';
import type { FaceRule, FoundFault, ImageRule, Rule } from './rule.ts';
import { scoreSteps } from './score-steps.ts';

/** Highest score of a submission that is not live for a fault: half the contract's default threshold. */
export const FAULTY_SCORE_LIMIT = 0.3;

/**
 * Judges the evidence of one submission by a list of rules. Pure.
 *
 * First the rules on images, then those on faces. A fault of a gate makes the job `incompleted`: nothing is judged. Any other
 * fault makes it not live, whatever the threshold, and holds the score under {@link FAULTY_SCORE_LIMIT} for those who
 * read the number alone. Without a fault it is live when the score of {@link scoreSteps} reaches the threshold.
 *
 * This finds still pictures and what does not fit the session. It does not find a replayed video that happens to fit, nor a
 * stream that follows the gestures as they come: a person behind a virtual camera, a puppet of somebody's face.
 *
 * @throws Error when the rules let an image without a face pass
 */
export function judge(evidence: Evidence, rules: readonly Rule[]): Analysis {
  const imageRules = rules.filter((rule) => rule.needs === 'images');
  const missing = imageRules
    .flatMap((rule) => foundBy(rule, rule.find(evidence)))
    .toSorted((a, b) => (a.fault.image ?? 0) - (b.fault.image ?? 0));
  if (missing[0]) return incompleted(missing[0].rule.answer, missing);

  const faces = readFaces(evidence);
  if (!faces) throw new Error('The rules must refuse images without a face.');
  const faceRules = rules.filter((rule) => rule.needs === 'faces');
  const found = faceRules.flatMap((rule) => foundBy(rule, rule.find(faces)));
  for (const { rule } of found) {
    if (rule.outcome !== 'incompleted') continue;
    const gates = found.filter((one) => one.rule.outcome === 'incompleted');
    return incompleted(rule.answer, gates);
  }
  return verdictOf(
    faces,
    found.map(({ fault }) => fault),
    faceRules,
  );
}

interface Found<R extends Rule> {
  readonly rule: R;
  readonly fault: Fault;
}

function foundBy<R extends ImageRule | FaceRule>(
  rule: R,
  faults: readonly FoundFault[],
): Found<R>[] {
  return faults.map((fault) => ({ rule, fault: { code: rule.code, ...withoutNaN(fault) } }));
}

/** What is no number cannot be written as JSON. */
function withoutNaN({ measured, ...fault }: FoundFault): FoundFault {
  return measured !== undefined && Number.isFinite(measured) ? { ...fault, measured } : fault;
}

function incompleted(message: string, found: readonly { readonly fault: Fault }[]): Analysis {
  return {
    status: 'incompleted',
    message,
    faults: found.map(({ fault }) => fault),
    measurements: [],
  };
}

function verdictOf(
  evidence: FaceEvidence,
  faults: readonly Fault[],
  rules: readonly FaceRule[],
): Analysis {
  const score = scoreSteps(evidence);
  const liveness = faults.length > 0 ? Math.min(score, FAULTY_SCORE_LIMIT) : score;
  return {
    status: 'success',
    live: faults.length === 0 && liveness >= evidence.livenessThreshold,
    liveness,
    faults,
    measurements: rules.flatMap((rule) =>
      rule.outcome === 'not-live' ? (rule.measure?.(evidence) ?? []) : [],
    ),
  };
}
