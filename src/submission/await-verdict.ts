import type { Sleep } from '../edge/sleep.ts';
import { LivenessError, type LivenessErrorCode } from '../errors.ts';
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

/**
 * Asks until there is a verdict.
 * @throws {LivenessError} `result-unavailable` when the backend fails three times in a row or has no verdict in time
 */
export async function awaitVerdict(
  ask: ResultProvider,
  jobId: string,
  sleep: Sleep,
  signal: AbortSignal,
): Promise<Verdict> {
  for (let question = 0, failures = 0; question < MOST_QUESTIONS; question++) {
    await sleep(PAUSES_MS[question] ?? LONGEST_PAUSE_MS, signal);
    try {
      const verdict = await askOnce(ask, jobId, signal);
      if (verdict.status !== 'pending') return verdict;
      failures = 0;
    } catch (error) {
      signal.throwIfAborted();
      if (++failures === MOST_FAILURES_IN_A_ROW) throw error;
    }
  }
  throw new LivenessError('result-unavailable', { detail: `${jobId} is still being judged` });
}

// The provider is foreign code: what it answers is read as if it had come over the network.
async function askOnce(ask: ResultProvider, jobId: string, signal: AbortSignal): Promise<Verdict> {
  try {
    return parseResultAnswer(await ask(jobId, signal));
  } catch (cause) {
    signal.throwIfAborted();
    throw new LivenessError('result-unavailable', { cause, detail: jobId });
  }
}

/** A provider that GETs `{resultUrl}/{jobId}` from the integrator's backend, with the page's cookies. */
export function resultProviderFor(resultUrl: string): ResultProvider {
  return async (jobId, signal) => {
    const base = new URL(resultUrl, document.baseURI).href.replace(/\/+$/, '');
    const response = await fetch(`${base}/${encodeURIComponent(jobId)}`, {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal,
    });
    if (!response.ok) throw new TypeError(`The backend answered ${response.status}.`);
    return response.json();
  };
}

const CODE_BY_REASON: Readonly<Record<IncompleteReason, LivenessErrorCode>> = {
  'no-face': 'no-face',
  'face-occluded': 'face-occluded',
  'multiple-faces': 'multiple-faces',
  other: 'analysis-failed',
};

/** The error that a verdict other than "live" is for the page, or `undefined` for a pass. */
export function verdictError(verdict: Verdict): LivenessError | undefined {
  switch (verdict.status) {
    case 'judged':
      return verdict.live ? undefined : new LivenessError('not-live');
    case 'incomplete':
      return new LivenessError(CODE_BY_REASON[verdict.reason], { errors: [verdict.message] });
    case 'failed':
      return new LivenessError('analysis-failed', { errors: [verdict.message] });
    case 'pending':
      return new LivenessError('result-unavailable');
  }
}
