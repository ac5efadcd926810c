import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** Measures how long processes leave health probes unanswered. */
export interface HealthWatch {
  /** Longest time from a question to its answer, in ms. */
  stop(): Promise<number>;
}

const MODULE = fileURLToPath(new URL('health-process.ts', import.meta.url));

/** Asks these processes for their health until it is stopped. */
export function watchHealth(urls: readonly string[]): HealthWatch {
  const child = spawn(process.execPath, ['--import', 'tsx', MODULE, ...urls], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const printed = text(child.stdout);
  return {
    async stop() {
      child.stdin.end();
      return Number(await printed);
    },
  };
}
