import { LivenessError } from '../errors.ts';
import { sleep } from './sleep.ts';
import { waitFor } from './wait-for.ts';

/** An answer that arrived whole. */
export interface Answer {
  readonly status: number;
  /** The body's JSON; `undefined` when it is none. */
  readonly json: unknown;
  /** How long the answer asks to be left alone. */
  readonly retryAfterMs: number | undefined;
  /** How often it was asked for; the first is 1. */
  readonly tries: number;
}

/** How long a request is waited for, and how often it is sent. */
export interface RequestPlan {
  /**
   * Longest that the first try may take, its body included: an answer that drips is as late as one that never comes. Each
   * further try may take twice as long, for networks that are only slow.
   */
  readonly tryLimitMs: number;
  /** Longest that all tries and the pauses between them may take. */
  readonly totalLimitMs: number;
  /** 1 for what must not be sent twice. */
  readonly tries: number;
  /** Pause before the second try; it doubles with each. */
  readonly firstPauseMs: number;
}

/**
 * For what the person waits for with the camera on: a try that is given up after 6 s and others until 14 s. A network that
 * needs 5 s for an answer is waited for.
 */
export const PROMPT_PLAN: RequestPlan = {
  tryLimitMs: 6000,
  totalLimitMs: 14_000,
  tries: 4,
  firstPauseMs: 250,
};

/** Answers of this API take a few hundred bytes; a longer one is none. */
const MAX_ANSWER_CHARACTERS = 64 * 1024;

/** What a request is sent with, besides its plan. */
export interface RequestContext {
  /** Named in errors: `the token`. Never a URL: a query may hold what belongs to the person. */
  readonly what: string;
  readonly signal: AbortSignal;
  readonly plan?: RequestPlan;
  /** Whether a retry cannot change the answer. Answers that are not final are retried as the plan allows. */
  readonly isFinal: (answer: Answer) => boolean;
}

/**
 * The one way out of the page: sends a request until it has a final answer, and resolves with the last answer there was.
 * Redirects are never followed: the token and the images go to the address that the page named and to no other.
 * @throws {LivenessError} `network` when no answer came, `redirect-refused`; the signal's reason when it aborts
 */
export async function request(
  url: URL,
  init: RequestInit,
  { what, signal, plan = PROMPT_PLAN, isFinal }: RequestContext,
): Promise<Answer> {
  const deadlineMs = performance.now() + plan.totalLimitMs;
  for (let tries = 1; ; tries++) {
    const leftMs = Math.max(0, deadlineMs - performance.now());
    const outcome = await tryOnce(url, init, {
      what,
      signal,
      limitMs: Math.min(plan.tryLimitMs * 2 ** (tries - 1), leftMs),
    });
    signal.throwIfAborted();
    const answer = 'answer' in outcome ? { ...outcome.answer, tries } : undefined;
    if (answer && isFinal(answer)) return answer;
    const wantedMs = answer?.retryAfterMs ?? 0;
    const pauseMs = Math.max(wantedMs, plan.firstPauseMs * 2 ** (tries - 1));
    const isOver = tries >= plan.tries || performance.now() + pauseMs >= deadlineMs;
    if (!isOver) await sleep(pauseMs, signal);
    else if (answer) return answer;
    else throw new LivenessError('network', { cause: causeOf(outcome), detail: what });
  }
}

async function tryOnce(
  url: URL,
  init: RequestInit,
  { what, signal, limitMs }: { what: string; signal: AbortSignal; limitMs: number },
): Promise<{ answer: OneAnswer } | { cause: unknown }> {
  try {
    const answer = await waitFor(
      async (within) => {
        const response = await fetch(url, { ...init, redirect: 'manual', signal: within });
        if (isRedirect(response)) throw new LivenessError('redirect-refused', { detail: what });
        return readAnswer(response);
      },
      { what, signal, limitMs },
    );
    return { answer };
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof LivenessError) throw cause;
    return { cause };
  }
}

/** Browsers hide where a redirect leads behind a status of 0; other platforms do not. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

type OneAnswer = Omit<Answer, 'tries'>;

function causeOf(outcome: object): unknown {
  return 'cause' in outcome ? outcome.cause : undefined;
}

async function readAnswer(response: Response): Promise<OneAnswer> {
  const { headers, status } = response;
  const text = await readText(response);
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = seconds >= 0 ? seconds * 1000 : undefined;
  try {
    return { status, json: JSON.parse(text) as unknown, retryAfterMs };
  } catch {
    return { status, json: undefined, retryAfterMs };
  }
}

async function readText(response: Response): Promise<string> {
  const text = await response.text();
  // Whatever it is, it is no JSON of this API.
  return text.length > MAX_ANSWER_CHARACTERS ? '' : text;
}

/**
 * Joins a path to a base URL of the page's: on its path, so that a query of the base stays one. Relative URLs are taken
 * from the page.
 */
export function joinUrl(base: string, path: string): URL {
  const url = new URL(base || '/', document.baseURI);
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  url.hash = '';
  return url;
}
