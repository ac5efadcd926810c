import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** The literal exchanges of the vendor's documentation (API v2 and the SDK pages). */
export const VENDOR = {
  signature: {
    headers: { 'x-nodeflux-timestamp': '20211213T062502Z' },
    ok: true,
    token: '6bd6fa6ad0e0a4d1ab33e6a7c5e3ea6ea19cd3e4bf0f6a1e1c60b7ed4d0a3dfb',
  },
  token: { ok: true, submission_token: '9268e8f3-1c2e-4b39-8604-61fe30a29908-GXYDEMJNGA4S2MRS' },
  accepted: {
    job_id: 'b1946ac92492d2347c6235b4d2611184b1946ac92492d234GIYDEMJNGEYC2MBX',
    ok: true,
  },
  acceptedLong: {
    job: { id: 'b1946ac92492d234GIYDEMJNGEYC2MBX', result: { status: 'on going' } },
    message: 'Job successfully submitted!',
    ok: true,
  },
  expired: {
    code: 'not-authenticate',
    errors: [],
    message: 'Submission token is expired',
    ok: false,
  },
  used: {
    code: 'not-authenticate',
    errors: [],
    message: 'Submission token has been used',
    ok: false,
  },
  job: (result: unknown, message = 'Face Liveness Success', ok = true) => ({
    job: { id: 'GIYDEMJNGEYC2MBX', result },
    message,
    ok,
  }),
  judged: (live: boolean) => ({
    status: 'success',
    analytic_type: 'FACE_LIVENESS',
    result: [{ face_liveness: { live, liveness: 0.7660550475120544 } }],
  }),
} as const;

/** One request as it arrived. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly timestamp: string;
  readonly body: unknown;
}

/** Answers of the routes that the vendor documents; the rest is a route that it does not know. */
export interface VendorAnswers {
  readonly submit?: readonly [status: number, body: unknown];
  readonly job?: readonly [status: number, body: unknown];
  readonly unknown?: readonly [status: number, body: string];
}

/** The vendor's cloud as its documentation describes it, over real HTTP. It knows nothing of this project's extension. */
export async function startFakeVendor(t: TestContext, answers: VendorAnswers = {}) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const text = await readText(request);
    const path = request.url ?? '';
    const { authorization = '', 'x-nodeflux-timestamp': timestamp = '' } = request.headers;
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const method = request.method ?? '';
    asked.push({ method, path, authorization, timestamp: String(timestamp), body });
    const [status, answer] = answerTo(`${method} ${path}`, answers);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function answerTo(call: string, { submit, job, unknown }: VendorAnswers) {
  if (call === 'POST /public/auth/v1/signatures') return [200, VENDOR.signature] as const;
  if (call === 'POST /auth/v1/submission_tokens') return [200, VENDOR.token] as const;
  if (call === 'POST /v1/analytics/face-liveness') return submit ?? [202, VENDOR.accepted];
  if (call.startsWith('GET /v1/jobs/')) return job ?? [200, VENDOR.job(VENDOR.judged(true))];
  return unknown ?? [404, '<html>404 page not found</html>'];
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
