import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createService, serve } from '../../src/service/index.ts';
import { CREDULOUS_ANALYST } from '../credulous-analyst.ts';

/** The keys of the service that is fuzzed. */
export const FUZZ_KEYS = {
  accessKey: 'FUZZACCESSKEY',
  secretKey: 'the-secret-of-the-fuzzed-service',
};

/** A service that listens, with what it has said of errors. */
export interface FuzzedService {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Runs the service as it is, but for two things: limits by rate are off, or everything after the first minute would be a 429;
 * and every evidence is live at once, since what is measured is the way to the analysis.
 */
export async function startFuzzedService(): Promise<FuzzedService> {
  const folder = mkdtempSync(join(tmpdir(), 'nodeflux-fuzz-'));
  const pageFolder = join(folder, 'page');
  mkdirSync(pageFolder);
  writeFileSync(join(pageFolder, 'check-page.js'), '');
  const service = createService({
    publicUrl: 'https://liveness.example',
    pageFolder,
    dataFile: join(folder, 'service.sqlite'),
    keys: [FUZZ_KEYS],
    logger: pino({ level: 'silent' }),
    analyst: CREDULOUS_ANALYST,
    personRequestsPerMinute: 0,
    addressGuessesPerMinute: 0,
    keyRequestsPerMinute: 0,
    lockoutFailures: 0,
    personKeptBytes: 0,
    pacing: 'offered',
  });
  const served = await serve(service, { port: 0 });
  return {
    url: served.url,
    async close() {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
