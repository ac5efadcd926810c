import * as v from 'valibot';
import type { CapturedImage } from '../capture/captured-image.ts';
import { anySignal } from '../edge/any-signal.ts';
import { LivenessError } from '../errors.ts';
import type { PacedSubmitRequest, StepCommit } from './session-wire.ts';
import {
  type ErrorBody,
  errorBodySchema,
  FACE_LIVENESS_PATH,
  MESSAGES,
  submitAnswerSchema,
} from './wire.ts';

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

/** A submission that is not answered by then is lost: half a megabyte takes 20 s at 200 kbit/s. */
const ANSWER_LIMIT_MS = 60_000;

/**
 * Sends the images once and resolves with the job id. It never sends twice: the token serves once,
 * and after a lost answer nobody here knows whether it was spent.
 * @throws {LivenessError} `network`, `too-many-requests`, `token-expired`, `token-used` or `rejected`
 */
export async function submitImages(
  submission: Submission,
  signal: AbortSignal,
  answerLimitMs = ANSWER_LIMIT_MS,
): Promise<string> {
  const body: PacedSubmitRequest = {
    additional_params: {
      liveness_threshold: submission.threshold,
      auto_orientation: false,
      get_main_face: false,
    },
    images: submission.images.map((image) => image.dataUri),
    ...(submission.session && { session: submission.session }),
  };
  const inTime = anySignal(signal, AbortSignal.timeout(answerLimitMs));
  const { response, answer } = await post(submission, body, inTime).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new LivenessError('network', { cause });
  });
  const accepted = v.safeParse(submitAnswerSchema, answer);
  if (response.ok && accepted.success) return accepted.output.jobId;
  throw refusalError(response.status, answer);
}

/** Rejects when the answer does not arrive whole; an answer that is no JSON is `undefined`. */
async function post(
  { apiUrl, token }: Submission,
  body: PacedSubmitRequest,
  signal: AbortSignal,
): Promise<{ response: Response; answer: unknown }> {
  const response = await fetch(apiEndpoint(apiUrl, FACE_LIVENESS_PATH), {
    method: 'POST',
    headers: { authorization: token, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  });
  return { response, answer: parseJson(await response.text()) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Joins a base URL and a path of the API, whether or not the base ends with a slash. */
export function apiEndpoint(baseUrl: string, path: string): URL {
  return new URL(baseUrl.replace(/\/+$/, '') + path, document.baseURI);
}

/** What a refusal of the service is for the page. */
export function refusalError(status: number, answer: unknown): LivenessError {
  const parsed = v.safeParse(errorBodySchema, answer);
  const body: ErrorBody = parsed.success
    ? parsed.output
    : { ok: false, code: 'unknown', message: '', errors: [] };
  const options = {
    detail: `${status} ${body.message}`.trim(),
    errors: [{ status, code: body.code, message: body.message }, ...body.errors],
  };
  if (body.message === MESSAGES.tokenExpired) return new LivenessError('token-expired', options);
  if (body.message === MESSAGES.tokenUsed) return new LivenessError('token-used', options);
  if (body.code === 'step-late') return new LivenessError('gesture-timeout', options);
  if (body.code === 'attempts-exhausted') return new LivenessError('check-timeout', options);
  if (status === 429) return new LivenessError('too-many-requests', options);
  // A proxy or a service in trouble: the same request may pass in a moment.
  return new LivenessError(status >= 500 ? 'network' : 'rejected', options);
}
