/**
 * The vendor's wire contract (API v2), as schemas: the one place where browser, server helper and service agree.
 * Nothing that arrives over the network is believed before it has passed one of these.
 */
import * as v from 'valibot';
import { object } from './object-schema.ts';

/** Path of the signature endpoint: access key and secret key in, HMAC token out. */
export const SIGNATURES_PATH = '/public/auth/v1/signatures';
/** Path of the endpoint that mints one-time submission tokens. */
export const SUBMISSION_TOKENS_PATH = '/auth/v1/submission_tokens';
/** Path of the endpoint that takes the images. */
export const FACE_LIVENESS_PATH = '/v1/analytics/face-liveness';
/** Path prefix of the result endpoint; the job id follows. */
export const JOBS_PATH = '/v1/jobs';

/** Largest image that the contract takes: 1 MB of JPEG. */
export const MAX_IMAGE_BYTES = 1_000_000;
/** The contract's own default for `liveness_threshold`. */
export const DEFAULT_LIVENESS_THRESHOLD = 0.6;
/** How long a submission token is good for. */
export const SUBMISSION_TOKEN_LIFETIME_MS = 5 * 60_000;
/** Start of every image on the wire. */
export const JPEG_DATA_URI_PREFIX = 'data:image/jpeg;base64,';

/** Request body of {@link SIGNATURES_PATH}. */
export const signatureRequestSchema = object({
  access_key: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  secret_key: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
});

/** Answer of {@link SIGNATURES_PATH}. */
export const signatureAnswerSchema = object({
  headers: object({ 'x-nodeflux-timestamp': v.string() }),
  ok: v.literal(true),
  token: v.string(),
});

/**
 * Request body of {@link SUBMISSION_TOKENS_PATH}. The contract's is `null`; `subject`, the integrator's own name for the
 * person, is an extension of the self-hosted service, which counts failed checks by it.
 */
export const submissionTokenRequestSchema = v.nullable(
  object({ subject: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(256))) }),
);

/** Answer of {@link SUBMISSION_TOKENS_PATH}. */
export const submissionTokenAnswerSchema = object({
  ok: v.literal(true),
  submission_token: v.string(),
});

/** Request body of {@link FACE_LIVENESS_PATH}. */
export const submitRequestSchema = object({
  additional_params: v.nullish(
    object({
      liveness_threshold: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
      auto_orientation: v.optional(v.boolean()),
      get_main_face: v.optional(v.boolean()),
    }),
  ),
  images: v.pipe(v.array(v.string()), v.minLength(1)),
});

/** What a job id is made of; a backend puts it into a path. Both the vendor's and UUIDs are. */
export const JOB_ID_SHAPE = /^[\w-]{1,128}$/;

const jobIdSchema = v.pipe(v.string(), v.regex(JOB_ID_SHAPE));

/** Answer of {@link FACE_LIVENESS_PATH}; the vendor's pages show two shapes, both end as `{ jobId }`. */
export const submitAnswerSchema = v.pipe(
  v.union([
    object({ ok: v.literal(true), job_id: jobIdSchema }),
    object({ ok: v.literal(true), job: object({ id: jobIdSchema }) }),
  ]),
  v.transform((answer) => ({ jobId: 'job_id' in answer ? answer.job_id : answer.job.id })),
);

/**
 * Answer of {@link JOBS_PATH}. Any `status` but `success`, `incompleted` and `failed` means that it still runs; what is
 * not there yet may be `null`.
 */
export const jobAnswerSchema = object({
  job: object({
    id: v.string(),
    result: v.nullish(
      object({
        status: v.nullish(v.string(), 'on going'),
        analytic_type: v.nullish(v.string()),
        result: v.nullish(
          v.array(object({ face_liveness: object({ live: v.boolean(), liveness: v.number() }) })),
          [],
        ),
      }),
      { status: 'on going' },
    ),
  }),
  message: v.nullish(v.string(), ''),
  ok: v.boolean(),
});

/** Answer of {@link JOBS_PATH}, typed. */
export type JobAnswer = v.InferOutput<typeof jobAnswerSchema>;

/** The contract's messages; the vendor publishes no codes for these facts, so the words are the interface. */
export const MESSAGES = {
  live: 'Face Liveness Success',
  notLive: 'Face Liveness Underqualified',
  noFace: 'No face detected',
  occluded: 'the face is most likely occluded',
  multipleFaces: 'Multiple faces are detected',
  submitted: 'Job successfully submitted!',
  tokenExpired: 'Submission token is expired',
  tokenUsed: 'Submission token has been used',
  tokenInvalid: 'Submission token is invalid',
} as const;

/** Body of every refusal. Read leniently: the vendor publishes few codes. */
export const errorBodySchema = object({
  ok: v.literal(false),
  code: v.optional(v.string(), 'unknown'),
  message: v.optional(v.string(), ''),
  errors: v.optional(v.array(v.unknown()), []),
});

/** Body of every refusal, typed. */
export type ErrorBody = v.InferOutput<typeof errorBodySchema>;
