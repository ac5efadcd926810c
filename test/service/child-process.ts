import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { KEYS } from './run-service.ts';

/** A process that a test may kill. */
export interface Child {
  /** The rest of the first line that it prints that starts so. */
  line(start: string): Promise<string>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

/** Runs a module with the keys of the tests, until the test ends at the latest. */
export function spawnChild(t: TestContext, module: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', module, ...args], {
    env: {
      ...process.env,
      NODEFLUX_ACCESS_KEY: KEYS.accessKey,
      NODEFLUX_SECRET_KEY: KEYS.secretKey,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  t.after(kill);
  const seen: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => seen.push(line));
  return {
    kill,
    async line(start) {
      for (;;) {
        const found = seen.find((text) => text.startsWith(start));
        if (found) return found.slice(start.length + 1);
        await Promise.race([
          once(lines, 'line'),
          exited.then(() => Promise.reject(new Error('the process ended by itself'))),
        ]);
      }
    },
  };
}
