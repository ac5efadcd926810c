/** Runs the fuzzed service in a process of its own, and tells over IPC what it has used up. Started by measured-service.ts. */
import { startFuzzedService } from './fuzzed-service.ts';

/** What the process has used up. */
export interface Usage {
  readonly cpuMs: number;
  readonly residentBytes: number;
  /** Heap and buffers, after a collection when one was asked for. */
  readonly heldBytes: number;
}

const service = await startFuzzedService();
process.send?.({ url: service.url });

process.on('message', (message: unknown) => {
  const collects = message === 'collect';
  if (collects) {
    globalThis.gc?.();
    globalThis.gc?.();
  }
  const { user, system } = process.cpuUsage();
  const { arrayBuffers, heapUsed, rss } = process.memoryUsage();
  const usage: Usage = {
    cpuMs: (user + system) / 1000,
    residentBytes: rss,
    heldBytes: heapUsed + arrayBuffers,
  };
  process.send?.(usage);
});

process.on('disconnect', async () => {
  await service.close();
  process.exit(0);
});
