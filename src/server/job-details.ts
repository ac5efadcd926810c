import * as v from 'valibot';
import type { CameraKind } from '../camera/camera-kind.ts';
import type { GestureName } from '../challenge/gesture.ts';
import { findingEntries, listOf, sessionDetailsSchema } from '../submission/details-schema.ts';
import type {
  Fault,
  FaultCode,
  Measurement,
  MeasurementCode,
  OpenWord,
} from '../submission/details-wire.ts';
import { readVerdict, type Verdict } from '../submission/verdict.ts';
import { jobAnswerSchema } from '../submission/wire.ts';

/** What the self-hosted service tells the holder of the access key about a job. Never for the browser. */
export interface JobDetails {
  /** Whether the service chose the gestures, and judged each image by the gesture that it had asked for. */
  readonly paced: boolean;
  /** Why the job is not live, incomplete or failed; empty when nothing is wrong. Decide by `code`, show `message`. */
  readonly faults: readonly Fault<OpenWord<FaultCode>>[];
  /** What was measured besides: how clear each gesture was, how far the faces are apart. */
  readonly measurements: readonly Measurement<OpenWord<MeasurementCode>>[];
  /** The link that the check was done by: `id` of `createCheckLink`. */
  readonly linkId?: string;
  /** What else is known of a paced session. */
  readonly session?: {
    /** What took each image, by the name of the camera, the neutral face first: a hint, no proof. */
    readonly cameras: readonly CameraKind[];
    /** Gestures that the person said they cannot do. */
    readonly declined: readonly GestureName[];
    /** Whether the person asked for longer limits. */
    readonly moreTime: boolean;
    /** SHA-256, hex, of what the person agreed to; `null` where the page asked for no consent. */
    readonly consentSha256: string | null;
  };
}

/** A verdict as the backend reads it. `details` is absent from the vendor's cloud and from reads with a submission token. */
export type DetailedVerdict = Verdict & {
  readonly details?: JobDetails;
  /** The verdict as the service has signed it, for auditors: a compact JWS. Only where it signs, and never for the browser. */
  readonly verdictJws?: string;
};

const sessionSchema = v.pipe(
  sessionDetailsSchema,
  v.transform(({ cameras, declined, more_time: moreTime, consent_sha256: consentSha256 }) => ({
    cameras,
    declined,
    moreTime,
    consentSha256,
  })),
);

/**
 * The contract's answer with the extra field. What is no `details` counts as none: the verdict does not hang on it.
 * @internal
 */
export const detailedJobAnswerSchema = v.object({
  ...jobAnswerSchema.entries,
  details: v.fallback(
    v.optional(
      v.object({
        paced: v.boolean(),
        faults: listOf(v.object(findingEntries)),
        measurements: listOf(v.object(findingEntries)),
        link_id: v.fallback(v.optional(v.string()), undefined),
        session: v.fallback(v.optional(sessionSchema), undefined),
      }),
    ),
    undefined,
  ),
  verdict_jws: v.fallback(v.optional(v.string()), undefined),
});

/** Reads verdict and details out of an answer. @internal */
export function readDetailedVerdict(
  answer: v.InferOutput<typeof detailedJobAnswerSchema>,
): DetailedVerdict {
  const { verdict_jws: verdictJws } = answer;
  const verdict = { ...readVerdict(answer), ...(verdictJws !== undefined && { verdictJws }) };
  if (!answer.details) return verdict;
  const { link_id: linkId, session, ...details } = answer.details;
  return {
    ...verdict,
    details: { ...details, ...(linkId !== undefined && { linkId }), ...(session && { session }) },
  };
}

/** The verdict without what is not for the browser. @internal */
export function withoutDetails<T extends Verdict>(
  verdict: T & Pick<DetailedVerdict, 'details' | 'verdictJws'>,
): T {
  const { details: _, verdictJws: __, ...rest } = verdict;
  return rest as unknown as T;
}
