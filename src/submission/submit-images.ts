import * as v from 'valibot';
import type { CapturedImage } from '../capture/captured-image.ts';
import { joinUrl, type RequestPlan, request } from '../edge/request.ts';
import { isFinalAnswer, isSuccess, refusalError } from './refusal-error.ts';
import type { PacedSubmitRequest, StepCommit } from './session-wire.ts';
import { FACE_LIVENESS_PATH, submitAnswerSchema } from './wire.ts';

/** What is submitted, and where. */
export interface Submission {
  /** Base URL of the service, without a path of the API; relative URLs are taken from the page. */
  readonly apiUrl: string;
  /** One-time token from the integrator's backend. */
  readonly token: string;
  /** The neutral face first. */
  readonly images: readonly CapturedImage[];
  /** Sent as `liveness_threshold`, 0..1. */
  readonly threshold: number;
  /** In a paced session the commitment to the last step, whose frame is then the one image. */
  readonly session?: StepCommit;
}

/** Half a megabyte takes 20 s at 200 kbit/s. */
const ANSWER_LIMIT_MS = 60_000;

/**
 * A submission that may be lost: the service knows a paced one again by its token and its body. It brings one picture, 5 s
 * at 200 kbit/s, and the time of its gesture runs at the service.
 */
const REPEATABLE: RequestPlan = {
  tryLimitMs: 7000,
  totalLimitMs: ANSWER_LIMIT_MS,
  tries: 4,
  firstPauseMs: 500,
};

/** Nobody knows of any other service whether a lost submission has spent the token. */
const ONCE: RequestPlan = {
  tryLimitMs: ANSWER_LIMIT_MS,
  totalLimitMs: ANSWER_LIMIT_MS,
  tries: 1,
  firstPauseMs: 0,
};

/**
 * Sends the images and resolves with the job id. The last step of a paced session is sent again when its answer is lost,
 * byte for byte the same, and its service answers with the same job; anything else is sent once, because its token
 * serves once.
 * @throws {LivenessError} `network`, `too-many-requests`, `token-expired`, `token-used`, `redirect-refused`,
 *   `answer-unexpected` or `rejected`
 */
export async function submitImages(
  submission: Submission,
  signal: AbortSignal,
  plan: RequestPlan = submission.session ? REPEATABLE : ONCE,
): Promise<string> {
  const { apiUrl, images, session, threshold, token } = submission;
  const body: PacedSubmitRequest = {
    additional_params: {
      liveness_threshold: threshold,
      auto_orientation: false,
      get_main_face: false,
    },
    images: images.map((image) => image.dataUri),
    ...(session && { session }),
  };
  const answer = await request(
    joinUrl(apiUrl, FACE_LIVENESS_PATH),
    {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    },
    { what: 'the answer to the submission', signal, plan, isFinal: isFinalAnswer },
  );
  const accepted = v.safeParse(submitAnswerSchema, answer.json);
  if (isSuccess(answer) && accepted.success) return accepted.output.jobId;
  throw refusalError(answer);
}
