import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A dev server that compiles first, on a machine with much else to do. */
const START_LIMIT_MS = 180_000;
const ASK_EVERY_MS = 200;

/** A server of the examples, listening. */
export interface StartedServer {
  readonly url: string;
  /** All that it has written: a verdict and its reasons, say. */
  said(): string;
  stop(): Promise<void>;
}

/**
 * Starts a server of the examples in a process of its own, as it was installed, and waits until it answers.
 *
 * @param script With its arguments, run by Node.
 * @param path What it answers when it is ready.
 * @param asksPort Whether it takes its port as an option, as dev servers do.
 */
export async function startServer(
  folder: string,
  script: readonly string[],
  path: string,
  settings: Readonly<Record<string, string>>,
  asksPort = false,
): Promise<StartedServer> {
  const port = await freePort();
  // Vite says "production" to whatever its process starts, and a dev server believes it.
  const { NODE_ENV: _, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [...script, ...(asksPort ? ['--port', String(port)] : [])],
    {
      cwd: folder,
      env: { ...environment, ...settings, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
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
      throw new Error(`The server of ${folder} did not start: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return { url, said: () => said, stop };
}

/** What Node runs for a command of a package.json, so that it ends when it is told to: npm would leave it running. */
export async function commandOf(folder: string, command: string): Promise<string[]> {
  const [name = '', ...args] = command.split(' ');
  if (name === 'node') return args;
  const packages = join(folder, 'node_modules');
  const read = async (path: string) =>
    JSON.parse(await readFile(join(path, 'package.json'), 'utf8'));
  // Angular's package is not called as its command.
  const path = join(packages, name === 'ng' ? '@angular/cli' : name);
  const { bin } = await read(path);
  return [join(path, typeof bin === 'string' ? bin : bin[name]), ...args];
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(60_000) }).then(
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
