import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { generateKeys } from '../../../src/service/index.ts';

const CLI = join(import.meta.dirname, '../../../src/service/cli.ts');

/** The service in a process of its own, as an operator runs it, with its limits off. */
export interface ServedProcess {
  readonly url: string;
  readonly keys: { readonly accessKey: string; readonly secretKey: string };
  /** Resident memory of the process, in bytes. */
  memoryBytes(): Promise<number>;
  close(): Promise<void>;
}

/** Starts `nodeflux-liveness-service serve` on a fresh database, and resolves when it listens. */
export async function startServedProcess(threads: number): Promise<ServedProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'nodeflux-bench-'));
  const keys = generateKeys();
  const off = ['--key-requests', '--person-requests', '--address-guesses', '--lockout-failures'];
  const args = [
    ...['--port', '0', '--data', join(folder, 'service.sqlite'), '--log-level', 'warn'],
    // The load is the contract's own: a submission of images.
    ...['--pacing', 'offered'],
    ...['--threads', String(threads), ...off.flatMap((flag) => [flag, '0'])],
  ];
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, 'serve', ...args], {
    env: {
      ...process.env,
      NODEFLUX_ACCESS_KEY: keys.accessKey,
      NODEFLUX_SECRET_KEY: keys.secretKey,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stderr }), 'line'),
    exited.then(() => Promise.reject(new Error('The service did not start.'))),
  ])) as [string];
  const url = line.replace('Listening on ', '');
  return {
    url,
    keys,
    async memoryBytes() {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]);
    },
    async close() {
      child.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
