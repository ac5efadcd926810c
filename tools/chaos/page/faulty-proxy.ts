import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, WholeAnswer } from './faults.ts';

/** Which request of a case meets the fault. */
export interface Target {
  /** Told the path without the case's prefix. */
  readonly matches: (path: string) => boolean;
  /** 0 for the first of them. */
  readonly nth: number;
}

/** What the proxy has seen of one case. */
export interface CaseLog {
  /** How often the fault was met. */
  hits: number;
  /** Job ids that the service gave out, each once. */
  readonly jobIds: Set<string>;
  /** Tokens that the backend gave out. */
  tokens: number;
}

/** A proxy in front of the demo that spoils requests of the cases that are under way. */
export interface FaultyProxy {
  readonly url: string;
  /** Begins a case. Its requests have the prefix in their path or, where the page cannot choose the path, the cookie. */
  begin(
    target: Target,
    fault: Fault,
    times: number,
  ): { prefix: string; cookie: { name: string; value: string }; log: CaseLog };
  close(): Promise<void>;
}

interface Case {
  readonly target: Target;
  readonly fault: Fault;
  readonly times: number;
  readonly log: CaseLog;
  seen: number;
}

/** Names the case of a page. */
const COOKIE = /\bchaos-case=(\d+)/;

/** Starts the proxy on a free port. What belongs to no case passes; `ownScripts` are answered by itself. */
export async function startFaultyProxy(
  upstream: string,
  ownScripts: ReadonlyMap<string, string>,
): Promise<FaultyProxy> {
  const cases = new Map<string, Case>();
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/';
    const script = ownScripts.get(url);
    if (script !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      return;
    }
    const [, number, rest] = /^\/case-(\d+)(\/.*)$/.exec(url) ?? [];
    const one = cases.get(number ?? COOKIE.exec(request.headers.cookie ?? '')?.[1] ?? '');
    const path = rest ?? url;
    const body = await readAll(request);
    const ask = async (): Promise<WholeAnswer> => {
      const answer = await forward(upstream + path, request, body);
      if (one) note(one.log, path, answer);
      return answer;
    };
    const send = ({ status, headers, body: said }: WholeAnswer): void => {
      response.writeHead(status, { ...headers, 'content-length': said.length });
      response.end(said);
    };
    if (!one || !isHit(one, path)) return send(await ask());
    one.log.hits += 1;
    await one.fault({
      ask,
      send,
      cut: () => response.socket?.destroy(),
      drip: ({ status, headers, body: said }, everyMs) => {
        response.writeHead(status, { ...headers, 'content-length': said.length });
        let sent = 0;
        const timer = setInterval(() => response.write(said.subarray(sent, ++sent)), everyMs);
        response.on('close', () => clearInterval(timer));
      },
    });
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    begin(target, fault, times) {
      const log: CaseLog = { hits: 0, jobIds: new Set(), tokens: 0 };
      const number = String(cases.size + 1);
      cases.set(number, { target, fault, times, log, seen: 0 });
      return { prefix: `/case-${number}`, cookie: { name: 'chaos-case', value: number }, log };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function isHit(one: Case, path: string): boolean {
  if (!one.target.matches(path.replace(/\?.*$/, ''))) return false;
  const place = one.seen++;
  return place >= one.target.nth && place < one.target.nth + one.times;
}

function note(log: CaseLog, path: string, { status, body }: WholeAnswer): void {
  if (path.endsWith('/token') && status === 200) log.tokens += 1;
  if (path.endsWith('/face-liveness') && status === 202) {
    log.jobIds.add(String((JSON.parse(body.toString()) as { job_id: unknown }).job_id));
  }
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function forward(url: string, request: IncomingMessage, body: Buffer): Promise<WholeAnswer> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const { method, headers } = request;
    const { 'accept-encoding': _, ...kept } = headers;
    const asked = httpRequest(url, { method, headers: kept }, resolve);
    asked.on('error', reject);
    asked.end(body);
  });
  const {
    'transfer-encoding': _,
    connection: __,
    'keep-alive': ___,
    ...headers
  } = answer.headers as Record<string, string | string[]>;
  return { status: answer.statusCode ?? 502, headers, body: await readAll(answer) };
}
