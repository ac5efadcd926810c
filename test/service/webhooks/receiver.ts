import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** What was posted. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly url: string;
}

/** A backend on this machine that is posted to. `answer` gives the status, or nothing to leave the post unanswered. */
export async function startReceiver(
  t: TestContext,
  answer: (received: Received, count: number) => number | undefined = () => 204,
) {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one = {
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
      url: request.url ?? '',
    };
    received.push(one);
    const status = answer(one, received.length);
    if (status !== undefined) response.writeHead(status, { location: '/elsewhere' }).end('thanks');
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    /** Resolves when so many posts have come. */
    until: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
