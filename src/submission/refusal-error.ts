import * as v from 'valibot';
import type { Answer } from '../edge/request.ts';
import { LivenessError } from '../errors.ts';
import { errorBodySchema, MESSAGES } from './wire.ts';

/** Refusals that pass by themselves. Every status from 500 on does too. */
const PASSING: readonly number[] = [408, 425, 429];

/** Whether the status says that it was done. */
export function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/**
 * Whether the service itself has spoken, so that asking again brings nothing else: an acceptance, or a refusal in the
 * contract's shape. HTML, nothing at all, half a JSON and the troubles of a gateway come from something in between.
 */
export function isFinalAnswer(answer: Answer): boolean {
  const { json, status } = answer;
  if (status >= 500 || PASSING.includes(status)) return false;
  if (isSuccess(answer)) return isObject(json) && json.ok === true;
  return v.is(errorBodySchema, json);
}

/** What an answer that is no success is for the page. */
export function refusalError(answer: Answer): LivenessError {
  const { json, status, tries } = answer;
  const parsed = v.safeParse(errorBodySchema, json);
  if (!parsed.success) return foreignAnswerError(answer);
  const { code, errors, message } = parsed.output;
  const options = {
    detail: `${status} ${message}`.trim(),
    errors: [{ status, code, message }, ...errors],
  };
  if (message === MESSAGES.tokenExpired) return new LivenessError('token-expired', options);
  if (message === MESSAGES.tokenUsed) return new LivenessError('token-used', options);
  // The answer to the first try was lost, and the retry came late: the first try was in time.
  if (code === 'step-late' && tries > 1) return new LivenessError('network', options);
  if (code === 'step-late') return new LivenessError('gesture-timeout', options);
  if (code === 'attempts-exhausted') return new LivenessError('check-timeout', options);
  if (status === 429) return new LivenessError('too-many-requests', options);
  // A service in trouble: the same request may pass in a moment.
  return new LivenessError(status >= 500 ? 'network' : 'rejected', options);
}

/** What somebody else's answer is: a gateway's, a sign-in page's of a public network, or half of the service's own. */
function foreignAnswerError({ json, status }: Answer): LivenessError {
  const options = {
    detail: `${status} ${json === undefined ? 'without JSON' : 'in another shape'}, as the service never answers: see who does at \`api-url\``,
    errors: [{ status }],
  };
  if (status === 429) return new LivenessError('too-many-requests', options);
  if (status >= 500 || status === 408 || status === 425) {
    return new LivenessError('network', options);
  }
  if (status >= 400) return new LivenessError('rejected', options);
  return new LivenessError('answer-unexpected', options);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
