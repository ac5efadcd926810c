import { connect } from 'node:net';
import { createLivenessClient } from '../../../src/server/index.ts';
import type { AccessKeyPair } from '../../../src/service/index.ts';
import { SESSION_PATH } from '../../../src/submission/session-wire.ts';
import { FACE_LIVENESS_PATH, JOBS_PATH, SIGNATURES_PATH } from '../../../src/submission/wire.ts';

/** What an attacker has: the service, keys of an integrator, and a body that is accepted. */
export interface AttackScene {
  readonly url: string;
  /** Of the same integrator as the honest people. */
  readonly keys: AccessKeyPair;
  /** Of another integrator. */
  readonly otherKeys: AccessKeyPair;
  readonly body: string;
  /** `fetch` from an address. */
  from(address: string): typeof fetch;
  readonly signal: AbortSignal;
}

/** Somebody who wants the service for themselves; resolves when the signal aborts. */
export type FairnessAttacker = (scene: AttackScene) => Promise<void>;

/** Where the honest people are, and, in two rows, the attacker too. */
export const HONEST_ADDRESS = '203.0.113.7';
const ATTACKER_ADDRESS = '198.51.100.9';
/** Requests that an attacker has under way at a time. */
const AT_ONCE = 4;
const SLOW_CONNECTIONS = 40;
const DRIP_EVERY_MS = 100;

async function again(signal: AbortSignal, act: () => Promise<unknown>): Promise<void> {
  const loop = async (): Promise<void> => {
    while (!signal.aborted) await act().catch(() => undefined);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, loop));
}

function posted(body: string, authorization?: string): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body,
  };
}

const tokenOf = ({ url, keys, from }: AttackScene, subject: string): Promise<string> =>
  createLivenessClient({
    baseUrl: url,
    ...keys,
    fetch: from('192.0.2.1'),
  }).createSubmissionToken({ subject });

const guessingKeys =
  (address: string): FairnessAttacker =>
  ({ url, from, signal }) =>
    again(signal, () => {
      const guess = JSON.stringify({ access_key: 'A'.repeat(24), secret_key: `${Math.random()}` });
      return from(address)(url + SIGNATURES_PATH, posted(guess));
    });

const guessingTokens =
  (address: string): FairnessAttacker =>
  ({ url, from, signal, body }) =>
    again(signal, () =>
      from(address)(url + FACE_LIVENESS_PATH, posted(body, `guess-${Math.random()}`)),
    );

/** Every attacker by name. */
export const FAIRNESS_ATTACKERS: Readonly<Record<string, FairnessAttacker>> = {
  nobody: async () => undefined,
  'a token holder who submits again and again': async (scene) => {
    const token = await tokenOf(scene, 'attacker');
    const send = scene.from(ATTACKER_ADDRESS);
    await again(scene.signal, () =>
      send(scene.url + FACE_LIVENESS_PATH, posted(scene.body, token)),
    );
  },
  'a token holder who sends a body a byte at a time, 40 times': async (scene) => {
    const token = await tokenOf(scene, 'attacker');
    const { hostname, port } = new URL(scene.url);
    const head = `POST ${FACE_LIVENESS_PATH} HTTP/1.1\r\nhost: ${hostname}\r\nx-forwarded-for: ${ATTACKER_ADDRESS}\r\nauthorization: ${token}\r\ncontent-type: application/json\r\ncontent-length: ${scene.body.length}\r\n\r\n`;
    const sockets = Array.from({ length: SLOW_CONNECTIONS }, () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.resume();
      socket.write(head);
      return socket;
    });
    let sent = 0;
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        for (const socket of sockets) if (socket.writable) socket.write(scene.body[sent] ?? ' ');
        sent += 1;
      }, DRIP_EVERY_MS);
      scene.signal.addEventListener('abort', () => {
        clearInterval(timer);
        for (const socket of sockets) socket.destroy();
        resolve();
      });
    });
  },
  'a token holder who asks for a result again and again': async (scene) => {
    const token = await tokenOf(scene, 'attacker');
    const send = scene.from(ATTACKER_ADDRESS);
    const answer = await send(scene.url + FACE_LIVENESS_PATH, posted(scene.body, token));
    const { job_id: jobId } = (await answer.json()) as { job_id?: string };
    await again(scene.signal, () =>
      send(`${scene.url}${JOBS_PATH}/${jobId}`, { headers: { authorization: token } }),
    );
  },
  'a token holder who opens a session again and again': async (scene) => {
    const token = await tokenOf(scene, 'attacker');
    const send = scene.from(ATTACKER_ADDRESS);
    await again(scene.signal, () => send(scene.url + SESSION_PATH, posted('{"version":1}', token)));
  },
  'one person with a new token for each of many checks': async (scene) => {
    const send = scene.from(ATTACKER_ADDRESS);
    await again(scene.signal, async () => {
      const token = await tokenOf(scene, 'attacker');
      await send(scene.url + FACE_LIVENESS_PATH, posted(scene.body, token));
    });
  },
  'another integrator who mints in a loop': async ({ url, otherKeys, from, signal }) => {
    const client = createLivenessClient({
      baseUrl: url,
      ...otherKeys,
      fetch: from(ATTACKER_ADDRESS),
    });
    await again(signal, () => client.createSubmissionToken());
  },
  'an address that guesses keys': guessingKeys(ATTACKER_ADDRESS),
  'an address that guesses tokens': guessingTokens(ATTACKER_ADDRESS),
  'a stranger at the honest people’s address who guesses keys': guessingKeys(HONEST_ADDRESS),
  'a stranger at the honest people’s address who guesses tokens': guessingTokens(HONEST_ADDRESS),
};
