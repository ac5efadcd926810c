import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExampleBackendOptions } from '../demo/backend/example-backend.ts';
import { type Demo, startDemo } from '../demo/backend/start-demo.ts';
import type { SessionVerdict } from '../src/server/index.ts';
import { generateKeys } from '../src/service/index.ts';

/** The demo on a port of its own, for whichever browser. Whoever serves it closes it. */
export interface ServedDemo {
  /** Without a slash at the end. */
  readonly url: string;
  /** Where the service keeps its file; gone when it is closed. */
  readonly dataFolder: string;
  /** What the backend was told by the service, oldest first. */
  readonly verdicts: readonly SessionVerdict[];
  close(): Promise<void>;
}

/**
 * Serves the demo with a data file of its own.
 *
 * @param service Settings that differ from the tests’: time for slow machines, and nobody is locked out.
 * @param port Any free one unless given.
 */
export async function serveDemo(
  service: ExampleBackendOptions['service'] = {},
  port = 0,
): Promise<ServedDemo> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'liveness-e2e-'));
  const verdicts: SessionVerdict[] = [];
  let demo: Demo | undefined;
  const close = async (): Promise<void> => {
    await demo?.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    demo = await startDemo({
      port,
      keys: generateKeys(),
      dataFolder,
      service: { gestureLimitMs: 60_000, lockoutFailures: 0, ...service },
      onVerdict: (verdict) => verdicts.push(verdict),
    });
  } catch (error) {
    await close();
    throw error;
  }
  return { url: demo.url, dataFolder, verdicts, close };
}
