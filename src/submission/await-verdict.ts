import { joinUrl, PROMPT_PLAN, request } from '../edge/request.ts';
import type { Sleep } from '../edge/sleep.ts';
import { waitFor } from '../edge/wait-for.ts';
import { LivenessError, type LivenessErrorCode } from '../errors.ts';
import { isSuccess } from './refusal-error.ts';
import { parseResultAnswer } from './result-answer.ts';
import type { IncompleteReason, Verdict } from './verdict.ts';

/** Asks the integrator's backend once for the verdict on a job. */
export type ResultProvider = (jobId: string, signal: AbortSignal) => Promise<Verdict>;

/** Waits this long between two questions: quick at first, because most verdicts take a second. */
const PAUSES_MS = [500, 500, 1000, 1000, 2000] as const;
const LONGEST_PAUSE_MS = 4000;
/** A verdict that is not there after this many questions (about 100 s) is one to look up later. */
const MOST_QUESTIONS = 30;
/** A phone that changes from WLAN to its own network fails once or twice. */
const MOST_FAILURES_IN_A_ROW = 3;
/** Longest that one question is waited for. */
const QUESTION_LIMIT_MS = 10_000;

/**
 * Asks until there is a verdict.
 * @throws {LivenessError} `result-unavailable` when the backend fails three times in a row or has no verdict in time
 */
export async function awaitVerdict(
  ask: ResultProvider,
  jobId: string,
  sleep: Sleep,
  signal: AbortSignal,
  questionLimitMs = QUESTION_LIMIT_MS,
): Promise<Verdict> {
  for (let question = 0, failures = 0; question < MOST_QUESTIONS; question++) {
    await sleep(PAUSES_MS[question] ?? LONGEST_PAUSE_MS, signal);
    try {
      const verdict = await askOnce(ask, jobId, signal, questionLimitMs);
      if (verdict.status !== 'pending') return verdict;
      failures = 0;
    } catch (error) {
      signal.throwIfAborted();
      if (++failures === MOST_FAILURES_IN_A_ROW) throw error;
    }
  }
  const detail = `${jobId} is still being judged`;
  throw new LivenessError('result-unavailable', { jobId, detail });
}

// The provider is foreign code: what it answers is read as if it had come over the network.
async function askOnce(
  ask: ResultProvider,
  jobId: string,
  signal: AbortSignal,
  limitMs: number,
): Promise<Verdict> {
  try {
    const what = 'the verdict';
    return parseResultAnswer(
      await waitFor((within) => ask(jobId, within), { what, signal, limitMs }),
    );
  } catch (cause) {
    signal.throwIfAborted();
    throw new LivenessError('result-unavailable', { cause, jobId, detail: jobId });
  }
}

/** A provider that GETs `{resultUrl}/{jobId}` from the integrator's backend, with the page's cookies. */
export function resultProviderFor(resultUrl: string): ResultProvider {
  return async (jobId, signal) => {
    const answer = await request(
      joinUrl(resultUrl, `/${encodeURIComponent(jobId)}`),
      { headers: { accept: 'application/json' }, cache: 'no-store', credentials: 'include' },
      // Whoever asks for the verdict asks again by itself.
      { what: 'the verdict', signal, plan: { ...PROMPT_PLAN, tries: 1 }, isFinal: () => true },
    );
    if (!isSuccess(answer)) throw new TypeError(`The backend answered ${answer.status}.`);
    return answer.json as Verdict;
  };
}

const CODE_BY_REASON: Readonly<Record<IncompleteReason, LivenessErrorCode>> = {
  'no-face': 'no-face',
  'face-occluded': 'face-occluded',
  'multiple-faces': 'multiple-faces',
  other: 'analysis-failed',
};

/** The error that a verdict other than "live" is for the page, or `undefined` for a pass. */
export function verdictError(verdict: Verdict, jobId?: string): LivenessError | undefined {
  switch (verdict.status) {
    case 'judged':
      return verdict.live ? undefined : new LivenessError('not-live', { jobId });
    case 'incomplete':
      return new LivenessError(CODE_BY_REASON[verdict.reason], {
        jobId,
        errors: [verdict.message],
      });
    case 'failed':
      return new LivenessError('analysis-failed', { jobId, errors: [verdict.message] });
    case 'pending':
      return new LivenessError('result-unavailable', { jobId });
  }
}
