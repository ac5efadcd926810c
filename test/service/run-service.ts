import type { TestContext } from 'node:test';
import { pino } from 'pino';
import { createService, type ServiceOptions, serve } from '../../src/service/index.ts';
import {
  FACE_LIVENESS_PATH,
  JOBS_PATH,
  SIGNATURES_PATH,
  SUBMISSION_TOKENS_PATH,
} from '../../src/submission/wire.ts';
import { createFakeAnalyst } from './fake-analyst.ts';
import { makeJpeg, toDataUri } from './jpeg.ts';
import { newStorePlace, openStoreAt, type StorePlace, storeKindOf } from './stores.ts';

export { temporaryFolder } from './temporary-folder.ts';

export const KEYS = { accessKey: 'TESTACCESSKEY', secretKey: 'test-secret-key-of-the-integrator' };
export const OTHER_KEYS = { accessKey: 'OTHERACCESSKEY', secretKey: 'another-secret-of-somebody' };

/** A JSON answer: the HTTP status, the headers, and the body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read bodies freely; a wrong path fails the assertion
  readonly body: any;
}

/**
 * Runs a real service: real HTTP, a real store of the kind that the test is run with, a fake analyst, a clock that the
 * test moves. `place` is where another one has kept its things.
 */
export async function runService(
  t: TestContext,
  { place: givenPlace, ...overrides }: Partial<ServiceOptions> & { place?: StorePlace } = {},
) {
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line) => lines.push(line) });
  const clock = { nowMs: Date.UTC(2026, 0, 2, 3, 4, 5) };
  const analyst = createFakeAnalyst();
  const place = givenPlace ?? newStorePlace(t, storeKindOf(t));
  const service = createService({
    ...(overrides.store ? {} : await keptAt(place)),
    keys: [KEYS, OTHER_KEYS],
    analyst,
    logger,
    now: () => clock.nowMs,
    // Most tests speak the contract alone.
    pacing: 'offered',
    ...overrides,
  });
  const served = await serve(service, { port: 0 });
  t.after(() => served.close());
  const baseUrl = served.url + (overrides.basePath ?? '');
  return {
    ...createCaller(baseUrl),
    analyst,
    clock,
    dataFile: place.kind === 'sqlite' ? place.file : '',
    place,
    log: () => lines.join(''),
    service,
    served,
  };
}

/** Where a service at a place keeps its things. */
async function keptAt(place: StorePlace): Promise<Pick<ServiceOptions, 'dataFile' | 'store'>> {
  return place.kind === 'sqlite' ? { dataFile: place.file } : { store: await openStoreAt(place) };
}

/** Far more than the slowest analysis of a test takes: each asking lets the service go on. */
const MOST_ASKED = 20_000;

/** Speaks the wire contract with a base URL, with nothing of the server helper in between. */
export function createCaller(baseUrl: string) {
  async function call(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(baseUrl + path, init);
    const text = await response.text();
    const { status, headers } = response;
    return { status, headers, body: text === '' ? undefined : JSON.parse(text) };
  }

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  async function authorize(keys = KEYS): Promise<Record<string, string>> {
    const { body } = await post(SIGNATURES_PATH, {
      access_key: keys.accessKey,
      secret_key: keys.secretKey,
    });
    const timestamp: string = body.headers['x-nodeflux-timestamp'];
    const credential = `${keys.accessKey}/${timestamp.slice(0, 8)}/nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic`;
    return {
      authorization: `NODEFLUX-HMAC-SHA256 Credential=${credential}, SignedHeaders=x-nodeflux-timestamp, Signature=${body.token}`,
      'x-nodeflux-timestamp': timestamp,
    };
  }

  async function mintToken(keys = KEYS): Promise<string> {
    const { body } = await post(SUBMISSION_TOKENS_PATH, null, await authorize(keys));
    return body.submission_token;
  }

  const submit = (token: string, body: unknown) =>
    post(FACE_LIVENESS_PATH, body, { authorization: token });

  const readJob = (jobId: string, headers: Record<string, string>) =>
    call(`${JOBS_PATH}/${jobId}`, { headers });

  /** Asks until the job is done. A store or worker that never ends it fails the test by name, instead of its file's time-out. */
  async function finishedJob(jobId: string, token: string): Promise<Answer> {
    for (let asked = 0; asked < MOST_ASKED; asked++) {
      const answer = await readJob(jobId, { authorization: token });
      if (answer.body.job?.result.status !== 'on going') return answer;
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error(`Job ${jobId} is still on going after it was asked for ${MOST_ASKED} times.`);
  }

  return { baseUrl, call, post, authorize, mintToken, submit, readJob, finishedJob };
}

/** A body that is accepted: two small images. */
export async function goodBody(trailer = ''): Promise<{ images: string[] }> {
  const images = [await makeJpeg({ trailer }), await makeJpeg({ widthPx: 100, trailer })];
  return { images: images.map(toDataUri) };
}
