import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Usage } from './service-process.ts';

/** A service in its own process, whose use of CPU and memory can be asked for. */
export interface MeasuredService {
  readonly url: string;
  usage(collect?: boolean): Promise<Usage>;
  close(): Promise<void>;
}

/**
 * Starts it, with a heap of 1 GB, as a small host gives.
 * @throws Error when it ends before it listens
 */
export async function startMeasuredService(): Promise<MeasuredService> {
  const child = fork(new URL('./service-process.ts', import.meta.url), {
    execArgv: [...process.execArgv, '--expose-gc', '--max-old-space-size=1024'],
  });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`The service ended with code ${code}.`);
  });
  died.catch(() => {});
  const answer = async () => {
    const [message] = (await Promise.race([once(child, 'message'), died])) as unknown[];
    return message;
  };
  const { url } = (await answer()) as { url: string };
  return {
    url,
    async usage(collect = false) {
      const told = answer();
      child.send(collect ? 'collect' : 'usage');
      return (await told) as Usage;
    },
    async close() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
