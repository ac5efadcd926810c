import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

const START_LIMIT_MS = 60_000;
const ASK_EVERY_MS = 200;

/** A server of the examples, listening. */
export interface StartedServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a server of the examples in a process of its own, as it was installed, and waits until it answers.
 *
 * @param script With its arguments, run by Node.
 * @param path What it answers when it is ready.
 */
export async function startServer(
  folder: string,
  script: readonly string[],
  path: string,
  settings: Readonly<Record<string, string>>,
): Promise<StartedServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [...script], {
    cwd: folder,
    env: { ...process.env, ...settings, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (text) => {
    complaints += text;
  });
  const url = `http://localhost:${port}`;
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  };
  const endsAtMs = Date.now() + START_LIMIT_MS;
  while (!(await answers(url + path))) {
    if (child.exitCode !== null || Date.now() > endsAtMs) {
      await stop();
      throw new Error(`The server of ${folder} did not start: ${complaints}`);
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return { url, stop };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
