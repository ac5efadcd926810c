import type { EvidenceFrame, StepCommit } from '../../submission/session-wire.ts';
import type { PacedFrame, SessionEvidence, SessionFacts } from '../analysis/analysis.ts';
import { Refusal } from '../http/refusal.ts';
import type { BroughtFrame, NewJob } from '../jobs/job.ts';
import type { StoredSession } from '../storage/store.ts';
import type { PacedSession } from './paced-session.ts';
import { commitStep, type LimitSettings } from './session-steps.ts';

/** An image as it arrived. */
export interface ArrivedFrame {
  readonly sha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What a submission becomes when it ends a session. */
export interface FinishedSession {
  /** One entry for each image of the job. */
  readonly paced: readonly PacedFrame[];
  readonly facts: SessionFacts;
  readonly held: NonNullable<NewJob['session']>;
  /** All frames of the session, for others that bring one of them again. */
  readonly brought: readonly BroughtFrame[];
}

/**
 * Decides whether a submission is the last step of its session. Pure.
 *
 * @param images those of the submission: the frames of the last step
 * @param heldHashes of the frames that arrived before
 * @throws Refusal as `commitStep`, `step-out-of-order` when steps are left, `frames-missing`, and `evidence-invalid` when
 *   the images are not those that the commitment names
 */
export function finishSession(
  { session: before, revision }: StoredSession,
  commit: StepCommit,
  images: readonly ArrivedFrame[],
  heldHashes: readonly string[],
  settings: LimitSettings,
  nowMs: number,
): FinishedSession {
  const { session, isComplete } = commitStep(before, commit, settings, nowMs);
  if (!isComplete) throw new Refusal('step-out-of-order', 'Steps are left to be done');
  const { frames } = commit;
  const fits =
    images.length === frames.length &&
    images.every((image, i) => frames[i] !== undefined && isFrame(image, frames[i]));
  if (!fits) throw new Refusal('evidence-invalid', 'The images are not the frames of this step');
  const frameHashes = before.done.flatMap((done) => done.frames.map(({ sha256 }) => sha256));
  if (frameHashes.some((hash) => !heldHashes.includes(hash))) {
    throw new Refusal('frames-missing', 'Frames of earlier steps have not arrived');
  }
  return {
    paced: pacedFramesOf(session),
    facts: factsOf(session),
    held: { revision, frameHashes },
    brought: session.done.flatMap(({ frames: own }, step) =>
      own.map(({ sha256 }) => ({ sha256, step })),
    ),
  };
}

/** Whether an image is the one that was committed to, at the size that was said. */
export function isFrame(image: ArrivedFrame, frame: EvidenceFrame): boolean {
  return (
    image.sha256 === frame.sha256 &&
    image.widthPx === frame.width_px &&
    image.heightPx === frame.height_px
  );
}

function pacedFramesOf({ done }: PacedSession): PacedFrame[] {
  return done.flatMap(({ frames, shows, revealedAtMs, committedAtMs }, step) =>
    frames.map(({ captured_at_ms: capturedAtMs }, place) => ({
      ...(place < frames.length - 1 && { onTheWay: true as const }),
      step,
      shows,
      capturedAtMs,
      revealedAtMs,
      committedAtMs,
    })),
  );
}

function factsOf(session: PacedSession): SessionFacts {
  const { consentSha256, declined, done, moreTime } = session;
  const evidence = evidenceOf(session);
  const cameras = done.flatMap(({ frames }) => frames.slice(-1).map(({ camera }) => camera));
  return { cameras, declined, moreTime, consentSha256, ...(evidence && { evidence }) };
}

/** Nothing of a session that an earlier version began: it kept no signatures. */
function evidenceOf({ attempt, done, id, publicKey }: PacedSession): SessionEvidence | undefined {
  const steps = done.flatMap(({ head, signature, ...step }) =>
    head !== undefined && signature !== undefined ? [{ ...step, head, signature }] : [],
  );
  if (steps.length < done.length) return undefined;
  return { session: id, attempt, publicKey, steps };
}
