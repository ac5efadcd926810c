import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLivenessClient, type LivenessClient } from '../../src/server/index.ts';
import {
  createService,
  generateKeys,
  type ServiceSettings,
  serve,
} from '../../src/service/index.ts';
import { buildHostedPage } from '../../tools/build/build-hosted-page.ts';
import { buildTestingModule } from '../../tools/build/build-testing-module.ts';
import { freePort } from './free-port.ts';

/** A service with the page of checks by link. Whoever serves it closes it. */
export interface ServedHostedPage {
  /** Of the service, by a name and not by an address: another site than 127.0.0.1. */
  readonly url: string;
  /** A backend that has its keys. */
  readonly client: LivenessClient;
  close(): Promise<void>;
}

/**
 * Builds the page and serves it, with time for slow machines and nobody locked out.
 *
 * @param settingsFor Settings beside these, for the address that the service will have.
 */
export async function serveHostedPage(
  settingsFor: (
    url: string,
  ) => ServiceSettings & Pick<Parameters<typeof createService>[0], 'logger'>,
): Promise<ServedHostedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'liveness-page-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const pageFolder = join(folder, 'page');
    await buildHostedPage(pageFolder);
    // Beside the page's own files, so that its policy lets the simulated person in.
    await buildTestingModule(join(pageFolder, 'testing'));
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    const keys = generateKeys();
    const service = createService({
      dataFile: join(folder, 'service.sqlite'),
      keys: [keys],
      pageFolder,
      publicUrl,
      pageName: 'Toko Contoh',
      gestureLimitMs: 60_000,
      lockoutFailures: 0,
      ...settingsFor(publicUrl),
    });
    const served = await serve(service, { port, hostname: 'localhost' });
    return {
      url: served.url,
      client: createLivenessClient({ baseUrl: served.url, ...keys }),
      async close() {
        await served.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
