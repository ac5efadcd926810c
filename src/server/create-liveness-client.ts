import { type Sleep, sleep as timerSleep } from '../edge/sleep.ts';
import { ERASURES_PATH, jobEvidenceSchema, jobImagesAnswerSchema } from '../submission/job-wire.ts';
import { LINKS_PATH } from '../submission/link-wire.ts';
import { readVerdict } from '../submission/verdict.ts';
import {
  JOB_ID_SHAPE,
  JOBS_PATH,
  jobAnswerSchema,
  SUBMISSION_TOKENS_PATH,
  submissionTokenAnswerSchema,
} from '../submission/wire.ts';
import { type ApiOptions, createApiRequest } from './api-requests.ts';
import { type AuthorizationHeaders, createAuthorizationKeys } from './authorization-key.ts';
import {
  type CheckLink,
  type CheckLinkOptions,
  type CheckLinkStatus,
  linkPath,
  linkRequestOf,
  linkSchema,
  linkStatusSchema,
} from './check-links.ts';
import { type ErasureReceipt, erasureSchema } from './erasure-receipt.ts';
import {
  type DetailedVerdict,
  detailedJobAnswerSchema,
  readDetailedVerdict,
} from './job-details.ts';
import { LivenessServerError } from './liveness-server-error.ts';
import { pollPauseMs } from './poll-pause.ts';

/** What a client needs to know. The keys stay on the server: never build a client in a page. */
export interface LivenessClientOptions extends ApiOptions {
  readonly accessKey: string;
  readonly secretKey: string;
  /** Milliseconds; only differences matter. Default `Date.now`. */
  readonly now?: () => number;
  /** How {@link LivenessClient.waitForVerdict} pauses. Default: the platform's timers. */
  readonly sleep?: Sleep;
}

/** How a verdict is read. */
export interface VerdictOptions {
  /** Read with this submission token, which sees its own job only, rather than with the access key. */
  readonly submissionToken?: string;
  readonly signal?: AbortSignal;
}

/** How a token is minted. */
export interface TokenOptions {
  /**
   * Your own name for the person, 1 to 256 characters. The self-hosted service counts failed checks by it, keeps only a
   * hash, and refuses with `refused` (429) who failed too often. Leave it out for the vendor's cloud.
   */
  readonly subject?: string;
  readonly signal?: AbortSignal;
}

/** The integrator's backend's way to the liveness API. Every failure is a {@link LivenessServerError}. */
export interface LivenessClient {
  /** Mints a token that one page can submit with, once, within five minutes. */
  createSubmissionToken(options?: TokenOptions): Promise<string>;
  /**
   * Reads the verdict of a job as it is now; `pending` while it runs.
   * With the access key (the default) this reads any job of the key: a job id that comes from a browser proves nothing,
   * so give the `submissionToken` that this very user was handed, or use `createLivenessHandler`.
   *
   * With the access key, a self-hosted service also gives `details`: why it decided so. Keep them from the browser:
   * they teach an attacker what to do better.
   */
  getVerdict(jobId: string, options?: VerdictOptions): Promise<DetailedVerdict>;
  /**
   * Polls, with growing pauses, until the verdict is final. `verdict-timeout` at the first answer after `timeoutMs`
   * (default 30000) that is still pending. An abort rejects with the signal's reason.
   */
  waitForVerdict(
    jobId: string,
    options?: VerdictOptions & { readonly timeoutMs?: number },
  ): Promise<Exclude<DetailedVerdict, { status: 'pending' }>>;
  /**
   * The images of a job that the self-hosted service keeps (`--keep-images`), the neutral face first; `job-unknown` when it
   * keeps none (any more).
   */
  getJobImages(jobId: string, options?: { readonly signal?: AbortSignal }): Promise<Uint8Array[]>;
  /**
   * The evidence of a finished job of the self-hosted service as one file, to be written as JSON and verified offline by
   * `nodeflux-liveness-service verify`; `job-unknown` while it is not finished.
   */
  getJobEvidence(
    jobId: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Readonly<Record<string, unknown>>>;
  /** Erases a job of the self-hosted service, with its images, result, token and link. Can be called twice: then `job-unknown`. */
  eraseJob(jobId: string, options?: { readonly signal?: AbortSignal }): Promise<ErasureReceipt>;
  /** Erases every job that was done with tokens or links of this `subject`, and the links. Can be called twice. */
  eraseSubject(
    subject: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<ErasureReceipt>;
  /**
   * Makes a check by link, on the self-hosted service's own page: for people at a desktop, in a message, in an app's web
   * view, and for sites that can host nothing.
   */
  createCheckLink(options?: CheckLinkOptions): Promise<CheckLink>;
  /** What became of a link. */
  getCheckLink(id: string, options?: { readonly signal?: AbortSignal }): Promise<CheckLinkStatus>;
  /** Calls a link back: nothing can be begun with it any more. Can be called twice. */
  revokeCheckLink(
    id: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<CheckLinkStatus>;
}

const VERDICT_TIMEOUT_MS = 30_000;
/**
 * Makes a client for the vendor's cloud or a self-hosted service. Holds no resource that must be closed.
 *
 * @example
 * ```ts
 * import { createLivenessClient } from 'nodeflux-liveness/server';
 * const client = createLivenessClient({
 *   baseUrl: 'https://liveness.example.com',
 *   accessKey: process.env.NODEFLUX_ACCESS_KEY ?? '',
 *   secretKey: process.env.NODEFLUX_SECRET_KEY ?? '',
 * });
 * const submissionToken = await client.createSubmissionToken({ subject: 'customer-4711' });
 * ```
 */
export function createLivenessClient(options: LivenessClientOptions): LivenessClient {
  const { now = Date.now, sleep = timerSleep } = options;
  const request = createApiRequest(options);
  const keys = createAuthorizationKeys(request, options, now);

  /**
   * Runs `call` with a key, and once more with a new one when it is refused: a kept key may have gone stale, and a
   * request that was sent again after a lost answer may have used its key up.
   */
  async function withKey<T>(
    call: (headers: AuthorizationHeaders) => Promise<T>,
    obtain = keys.headers,
  ): Promise<T> {
    const headers = await obtain();
    try {
      return await call(headers);
    } catch (error) {
      if (!(error instanceof LivenessServerError) || error.code !== 'not-authenticated')
        throw error;
      keys.forget();
      return call(await keys.unused());
    }
  }

  async function getVerdict(
    jobId: string,
    { submissionToken, signal }: VerdictOptions = {},
  ): Promise<DetailedVerdict> {
    const path = jobPath(jobId);
    const optionsOf = (headers: object) => ({
      headers: { ...headers },
      ...(signal && { signal }),
    });
    if (submissionToken) {
      const asPage = optionsOf({ authorization: submissionToken });
      return readVerdict(await request(path, jobAnswerSchema, asPage));
    }
    const answer = await withKey((headers) =>
      request(path, detailedJobAnswerSchema, optionsOf(headers)),
    );
    return readDetailedVerdict(answer);
  }

  return {
    async createSubmissionToken({ signal, subject } = {}) {
      const answer = await withKey(
        (headers) =>
          request(SUBMISSION_TOKENS_PATH, submissionTokenAnswerSchema, {
            method: 'post',
            headers: { ...headers },
            json: subject === undefined ? null : { subject },
            ...(signal && { signal }),
          }),
        keys.unused,
      );
      return answer.submission_token;
    },
    getVerdict,
    async getJobImages(jobId, { signal } = {}) {
      const path = `${jobPath(jobId)}/images`;
      const { images } = await withKey((headers) =>
        request(path, jobImagesAnswerSchema, {
          headers: { ...headers },
          ...(signal && { signal }),
        }),
      );
      return images.map((uri) => new Uint8Array(Buffer.from(uri.split(',')[1] ?? '', 'base64')));
    },
    async getJobEvidence(jobId, { signal } = {}) {
      const path = `${jobPath(jobId)}/evidence`;
      return withKey((headers) =>
        request(path, jobEvidenceSchema, {
          headers: { ...headers },
          ...(signal && { signal }),
        }),
      );
    },
    async eraseJob(jobId, { signal } = {}) {
      const path = jobPath(jobId);
      return withKey((headers) =>
        request(path, erasureSchema, {
          method: 'delete',
          headers: { ...headers },
          ...(signal && { signal }),
        }),
      );
    },
    async eraseSubject(subject, { signal } = {}) {
      return withKey((headers) =>
        request(ERASURES_PATH, erasureSchema, {
          method: 'post',
          headers: { ...headers },
          json: { subject },
          ...(signal && { signal }),
        }),
      );
    },
    async createCheckLink(linkOptions = {}) {
      const { signal } = linkOptions;
      return withKey((headers) =>
        request(LINKS_PATH, linkSchema, {
          method: 'post',
          headers: { ...headers },
          json: linkRequestOf(linkOptions),
          ...(signal && { signal }),
        }),
      );
    },
    async getCheckLink(id, { signal } = {}) {
      const path = linkPath(id);
      return withKey((headers) =>
        request(path, linkStatusSchema, { headers: { ...headers }, ...(signal && { signal }) }),
      );
    },
    async revokeCheckLink(id, { signal } = {}) {
      const path = `${linkPath(id)}/revoke`;
      return withKey((headers) =>
        request(path, linkStatusSchema, {
          method: 'post',
          headers: { ...headers },
          ...(signal && { signal }),
        }),
      );
    },
    async waitForVerdict(jobId, { timeoutMs = VERDICT_TIMEOUT_MS, ...verdictOptions } = {}) {
      const deadlineMs = now() + timeoutMs;
      for (let attempt = 0; ; attempt += 1) {
        const verdict = await getVerdict(jobId, verdictOptions);
        if (verdict.status !== 'pending') return verdict;
        const leftMs = deadlineMs - now();
        if (leftMs <= 0) throw new LivenessServerError('verdict-timeout');
        await sleep(Math.min(pollPauseMs(attempt), leftMs), verdictOptions.signal);
      }
    },
  };
}

/** The path of one job; its shape keeps an id from naming another path of the API. */
function jobPath(jobId: string): string {
  if (!JOB_ID_SHAPE.test(jobId)) throw new LivenessServerError('job-id-malformed');
  return `${JOBS_PATH}/${jobId}`;
}
