import { createLivenessClient, LivenessServerError } from '../../../src/server/index.ts';
import type { AccessKeyPair } from '../../../src/service/index.ts';
import { FACE_LIVENESS_PATH, JOBS_PATH } from '../../../src/submission/wire.ts';

/** How one request was answered. */
export type Reply =
  | { readonly kind: 'accepted' }
  /** 503 with retry-after: come back, nothing is lost. */
  | { readonly kind: 'later' }
  /** The token was spent by the try before, whose answer was lost. */
  | { readonly kind: 'spent' }
  | { readonly kind: 'no answer' }
  | { readonly kind: 'other'; readonly status: number; readonly code: string };

/** What came of the submissions of all clients. */
export interface LoadTally {
  readonly jobs: number;
  /** Accepted jobs without a verdict. */
  readonly lost: number;
  /** Tokens that were taken for two jobs. */
  readonly twice: number;
  readonly replies: Readonly<Record<string, number>>;
}

/** Clients that mint and submit until they are stopped. */
export interface ClientLoad {
  /** Resolves when so many more submissions were accepted. */
  accepted(count: number): Promise<void>;
  /** Resolves when so many more replies of this kind came. */
  replied(kind: Reply['kind'], count: number): Promise<void>;
  /** Submits nothing more. */
  stop(): Promise<void>;
  /** Stops, reads the verdict of every accepted job, and counts. */
  finish(): Promise<LoadTally>;
}

/** Of each request; a frozen process answers late or never. */
const REQUEST_LIMIT_MS = 10_000;
/** Longest that the verdict of an accepted job is waited for. */
const VERDICT_LIMIT_MS = 60_000;
/** Between two tries of one submission, so that the load stays the clients' and not the loop's. */
const PAUSE_MS = 20;

/** Starts so many clients; each token is submitted to every API until an answer is final, as lost answers make clients do. */
export function startLoad(
  urls: readonly string[],
  { keys, body, clients = 4 }: { keys: AccessKeyPair; body: string; clients?: number },
): ClientLoad {
  const jobsOf = new Map<string, Set<string>>();
  const replies: Record<string, number> = {};
  const waiting = new Set<() => void>();
  let stopped = false;
  const helpers = urls.map((baseUrl) =>
    createLivenessClient({ baseUrl, ...keys, requestTimeoutMs: REQUEST_LIMIT_MS }),
  );

  function note(reply: Reply): void {
    const name = reply.kind === 'other' ? `${reply.status} ${reply.code}` : reply.kind;
    replies[name] = (replies[name] ?? 0) + 1;
    for (const look of [...waiting]) look();
  }

  async function submit(url: string, token: string): Promise<void> {
    while (!stopped) {
      const reply = await submitOnce(url, token);
      note(reply);
      if (reply.kind === 'accepted' || reply.kind === 'spent' || reply.kind === 'other') return;
      await pause();
    }
  }

  async function submitOnce(url: string, token: string): Promise<Reply> {
    try {
      const response = await fetch(url + FACE_LIVENESS_PATH, {
        method: 'POST',
        headers: { authorization: token, 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
      });
      const said = (await response.json()) as { job_id?: string; code?: string };
      if (response.status === 202 && said.job_id) {
        jobsOf.set(token, (jobsOf.get(token) ?? new Set()).add(said.job_id));
        return { kind: 'accepted' };
      }
      if (response.status === 401) return { kind: 'spent' };
      return response.status === 503 && response.headers.has('retry-after')
        ? { kind: 'later' }
        : { kind: 'other', status: response.status, code: said.code ?? '' };
    } catch {
      return { kind: 'no answer' };
    }
  }

  async function mint(): Promise<string | undefined> {
    try {
      return await Promise.any(helpers.map((helper) => helper.createSubmissionToken()));
    } catch (error) {
      const refusals = error instanceof AggregateError ? error.errors : [];
      const isBusy = refusals.some(
        (one) => one instanceof LivenessServerError && one.status === 503,
      );
      note({ kind: isBusy ? 'later' : 'no answer' });
      return undefined;
    }
  }

  async function runClient(): Promise<void> {
    while (!stopped) {
      const token = await mint();
      if (token) await Promise.all(urls.map((url) => submit(url, token)));
      else await pause();
    }
  }

  async function until(enough: () => boolean): Promise<void> {
    if (enough()) return;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!enough()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
    });
  }

  async function isJudged(jobId: string, token: string): Promise<boolean> {
    const giveUpAtMs = performance.now() + VERDICT_LIMIT_MS;
    for (let place = 0; performance.now() < giveUpAtMs; place += 1) {
      const url = urls[place % urls.length] ?? '';
      const status = await fetch(`${url}${JOBS_PATH}/${jobId}`, {
        headers: { authorization: token },
        signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
      })
        .then(async (answer) => ((await answer.json()) as JobAnswer).job?.result?.status)
        .catch(() => undefined);
      if (status === 'success') return true;
      await pause();
    }
    return false;
  }

  const running = Array.from({ length: clients }, runClient);
  const stop = async (): Promise<void> => {
    stopped = true;
    await Promise.all(running);
  };
  return {
    accepted: (count) => {
      const wanted = jobsOf.size + count;
      return until(() => jobsOf.size >= wanted);
    },
    replied: (kind, count) => {
      const wanted = (replies[kind] ?? 0) + count;
      return until(() => (replies[kind] ?? 0) >= wanted);
    },
    stop,
    async finish() {
      await stop();
      const judged = await Promise.all(
        [...jobsOf].map(([token, [jobId = '']]) => isJudged(jobId, token)),
      );
      return {
        jobs: jobsOf.size,
        lost: judged.filter((one) => !one).length,
        twice: [...jobsOf.values()].filter((jobs) => jobs.size > 1).length,
        replies,
      };
    },
  };
}

interface JobAnswer {
  readonly job?: { readonly result?: { readonly status?: string } };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
