import ky, { HTTPError, type KyInstance, type Options } from 'ky';
import * as v from 'valibot';
import { errorBodySchema, JOBS_PATH } from '../submission/wire.ts';
import { fetchWhole } from './fetch-whole.ts';
import { LivenessServerError } from './liveness-server-error.ts';
import { mustBeWithheld, secretsOf } from './withhold-secrets.ts';

/** How requests are made. */
export interface ApiOptions {
  /** Base URL of the API, with or without a path: the vendor's `https://api.identifai.id` or your own service. */
  readonly baseUrl: string;
  /** Default: the platform's. */
  readonly fetch?: typeof fetch;
  /** Longest that one request may take, its whole answer included, retries apart. Default 10000. */
  readonly requestTimeoutMs?: number;
  /** Pause before retry number `attempt` (from 1). Default: 300 ms, doubling. */
  readonly retryDelayMs?: (attempt: number) => number;
}

/** Makes one request and reads its answer. @internal */
export type ApiRequest = <TSchema extends v.GenericSchema>(
  path: string,
  schema: TSchema,
  options: Options,
) => Promise<v.InferOutput<TSchema>>;

const REQUEST_TIMEOUT_MS = 10_000;
const RETRIES = 2;
/** What may pass by itself: too many requests, and everything that a gateway says of a service that restarts. */
const RETRIED_STATUSES = [408, 429, 500, 502, 503, 504];
/** Longest wait that an API may ask for with `retry-after`. */
const MAX_RETRY_AFTER_MS = 5000;

/**
 * Makes the function that all requests go through: joined to the base URL, retried where that is harmless (a token that
 * is minted twice is not used twice), parsed by the contract's schema, and every failure a {@link LivenessServerError}.
 * An abort rejects with the signal's own reason.
 * @internal
 */
export function createApiRequest(options: ApiOptions): ApiRequest {
  const base = options.baseUrl.replace(/\/+$/, '');
  if (!/^https?:\/\/[^/]/.test(base)) throw new TypeError('`baseUrl` must be an http(s) URL.');
  const client = ky.create({
    fetch: fetchWhole(options.fetch ?? ((input, init) => fetch(input, init))),
    timeout: options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    // The answer to a redirect would be fetched with the credentials of this one.
    redirect: 'error',
    retry: {
      limit: RETRIES,
      methods: ['get', 'post'],
      statusCodes: RETRIED_STATUSES,
      maxRetryAfter: MAX_RETRY_AFTER_MS,
      delay: options.retryDelayMs ?? ((attempt) => 300 * 2 ** (attempt - 1)),
    },
  });

  return async (path, schema, requestOptions) => {
    const response = await send(client, base, path, requestOptions);
    const body: unknown = await response.json().catch(() => undefined);
    const result = v.safeParse(schema, body);
    if (result.success) return result.output;
    if (v.is(errorBodySchema, body))
      throw refusal(path, response.status, body, secretsOf(requestOptions));
    throw new LivenessServerError('answer-unexpected', { status: response.status });
  };
}

async function send(
  client: KyInstance,
  base: string,
  path: string,
  options: Options,
): Promise<Response> {
  options.signal?.throwIfAborted();
  try {
    return await client(base + path, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof HTTPError) {
      throw refusal(
        path,
        error.response.status,
        await error.response.json().catch(() => undefined),
        secretsOf(options),
      );
    }
    // ky's errors hold the request with its authorization header, and the platform's TypeError may quote a header;
    // what it was caused by (ECONNREFUSED and the like) says all that helps.
    const cause = error instanceof TypeError ? error.cause : undefined;
    throw new LivenessServerError('unreachable', { cause });
  }
}

function refusal(
  path: string,
  status: number,
  body: unknown,
  secrets: readonly string[],
): LivenessServerError {
  const parsed = v.safeParse(errorBodySchema, body);
  const {
    code,
    message,
    errors: told,
  } = parsed.success ? parsed.output : { code: 'unknown', message: '', errors: [] };
  const explanation = `${code}: ${message}`;
  const detail = `${status} ${mustBeWithheld(explanation, secrets) ? 'what it said is withheld' : explanation}`;
  const errors = mustBeWithheld(told, secrets) ? [] : told;
  if (status === 401 || status === 403 || code === 'not-authenticate') {
    return new LivenessServerError('not-authenticated', { status, detail, errors });
  }
  if (status === 404 && path.startsWith(JOBS_PATH))
    return new LivenessServerError('job-unknown', { status, detail, errors });
  if (RETRIED_STATUSES.includes(status) || status >= 500) {
    return new LivenessServerError('service-failed', { status, detail, errors });
  }
  return new LivenessServerError('refused', { status, detail, errors });
}
