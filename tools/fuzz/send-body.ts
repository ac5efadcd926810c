import { request as httpRequest } from 'node:http';

/** What came back. */
export interface FuzzAnswer {
  /** 0 when the connection was closed without one. */
  readonly status: number;
  readonly bytes: number;
  readonly text: string;
}

/** Longest that an answer may take; the service ends requests by itself after a minute. */
const LIMIT_MS = 90_000;

/** Posts a body, and takes the answer even when it comes before the body was sent whole. */
export function sendBody(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  declared: boolean,
): Promise<FuzzAnswer> {
  return new Promise((resolve) => {
    const length: Record<string, string> = declared
      ? { 'content-length': String(body.byteLength) }
      : { 'transfer-encoding': 'chunked' };
    const request = httpRequest(url, {
      method: 'POST',
      // A connection of its own: the service may close it under the rest of the body.
      agent: false,
      headers: { ...headers, ...length },
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    let status = 0;
    const chunks: Buffer[] = [];
    const end = () => {
      request.destroy();
      const answer = Buffer.concat(chunks);
      resolve({ status, bytes: answer.byteLength, text: answer.toString() });
    };
    // The connection outlives the request, and its faults with it.
    request.on('socket', (socket) => socket.on('error', () => {}));
    request.on('response', (response) => {
      status = response.statusCode ?? 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
      });
      response.on('close', end);
    });
    // After the answer it only means that nobody wanted the rest.
    request.on('error', end);
    request.end(body);
  });
}
