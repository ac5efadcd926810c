import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** A proxy between a browser and the network, for engines whose driver tells of no request. Whoever starts it closes it. */
export interface RecordingProxy {
  /** Host and port. */
  readonly address: string;
  /** URL of every request, in the order in which they came. */
  readonly requests: readonly string[];
  /** Requests that failed, and answers that say so. */
  readonly complaints: readonly string[];
  /** Lets requests fail whose URL has this in it. */
  cutOff(part: string): void;
  close(): Promise<void>;
}

/** Starts a proxy on a free port. It passes on what is asked of this machine, and refuses everything else. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const requests: string[] = [];
  const complaints: string[] = [];
  const cut: string[] = [];
  const server = createServer((asked, answer) => {
    const { url = '' } = asked;
    requests.push(url);
    if (cut.some((part) => url.includes(part)) || !isOfThisMachine(url)) {
      complaints.push(`failed: ${url}`);
      asked.destroy();
      return;
    }
    passOn(asked, answer, (status) => {
      if (status === undefined) complaints.push(`failed: ${url}`);
      else if (status >= 400) complaints.push(`${status}: ${url}`);
    });
  });
  // Whoever asks for a tunnel wants to leave this machine.
  server.on('connect', ({ url = '' }, socket) => {
    requests.push(`https://${url}`);
    complaints.push(`failed: https://${url}`);
    socket.destroy();
  });
  // The dev server's socket, by which it tells the page of changes.
  server.on('upgrade', (asked, socket, head) => {
    const { url = '' } = asked;
    requests.push(url);
    if (isOfThisMachine(url)) tunnel(asked, socket, head);
    else socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    requests,
    complaints,
    cutOff: (part) => void cut.push(part),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function isOfThisMachine(url: string): boolean {
  return URL.canParse(url) && ['127.0.0.1', 'localhost'].includes(new URL(url).hostname);
}

/** @param tell Is given the status of the answer, and nothing where there is none. */
function passOn(
  asked: IncomingMessage,
  answer: ServerResponse,
  tell: (status?: number) => void,
): void {
  const { method, headers, url = '' } = asked;
  const passed = request(url, { method, headers }, (got) => {
    tell(got.statusCode);
    answer.writeHead(got.statusCode ?? 502, got.headers);
    // An answer that breaks off has to break off behind the proxy, too.
    got.on('error', () => answer.destroy());
    got.pipe(answer);
  });
  passed.on('error', () => {
    if (!answer.destroyed) tell();
    answer.destroy();
  });
  // The page has thought better of it.
  answer.on('close', () => passed.destroy());
  asked.pipe(passed);
}

function tunnel(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { hostname, port, pathname, search } = new URL(asked.url ?? '');
  const lines = [`GET ${pathname}${search} HTTP/1.1`];
  for (let at = 0; at < asked.rawHeaders.length; at += 2) {
    lines.push(`${asked.rawHeaders[at]}: ${asked.rawHeaders[at + 1]}`);
  }
  const passed = connect(Number(port) || 80, hostname, () => {
    passed.write(`${lines.join('\r\n')}\r\n\r\n`);
    passed.write(head);
    passed.pipe(socket).pipe(passed);
  });
  passed.on('error', () => socket.destroy());
  socket.on('error', () => passed.destroy());
}
