import { setTimeout as pause } from 'node:timers/promises';

/** An answer of the service, whole. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** What a fault has to act on. */
export interface FaultyExchange {
  /** Asks the service, as the request wanted. */
  readonly ask: () => Promise<WholeAnswer>;
  /** Answers the page; anything that is not said comes whole and at once. */
  readonly send: (answer: WholeAnswer) => void;
  /** Sends the head of an answer, and then a byte of its body each `everyMs`. */
  readonly drip: (answer: WholeAnswer, everyMs: number) => void;
  /** Cuts the connection. */
  readonly cut: () => void;
}

/** Takes one request of the page. */
export type Fault = (exchange: FaultyExchange) => Promise<void> | void;

const DELAY_MS = 5000;
const DRIP_EVERY_MS = 400;

const made = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): WholeAnswer => ({
  status,
  headers: { 'content-type': body.startsWith('<') ? 'text/html' : 'application/json', ...headers },
  body: Buffer.from(body),
});

/** A refusal in the contract's shape, in words that are not this service's. */
const contractual = (status: number): WholeAnswer =>
  made(
    status,
    JSON.stringify({ ok: false, code: 'gateway', message: 'Refused by a gateway', errors: [] }),
  );

const answering =
  (answer: WholeAnswer): Fault =>
  ({ send }) =>
    send(answer);

/** Everything that a network, a gateway or a service in trouble does to one request. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'request lost': ({ cut }) => cut(),
  'answer lost': async ({ ask, cut }) => {
    await ask();
    cut();
  },
  '5 s late': async ({ ask, send }) => {
    await pause(DELAY_MS);
    send(await ask());
  },
  drips: async ({ ask, drip }) => drip(await ask(), DRIP_EVERY_MS),
  'never answers': () => undefined,
  '500': answering(made(500, '<html>Internal Server Error</html>')),
  '502': answering(made(502, '<html>Bad Gateway</html>')),
  '503 + Retry-After': answering(made(503, '', { 'retry-after': '1' })),
  '429': answering(made(429, '', { 'retry-after': '1' })),
  '401': answering(contractual(401)),
  '403': answering(contractual(403)),
  '404': answering(made(404, '<html>Not Found</html>')),
  HTML: answering(made(200, '<!doctype html><title>Sign in</title>')),
  empty: answering(made(200, '')),
  'half a JSON': async ({ ask, send }) => {
    const answer = await ask();
    send({ ...answer, body: answer.body.subarray(0, answer.body.length >> 1) });
  },
  'another schema': answering(made(200, '{"data":{"items":[]}}')),
};
