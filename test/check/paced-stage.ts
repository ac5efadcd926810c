import type { TestContext } from 'node:test';
import type { ServiceOptions } from '../../src/service/index.ts';
import { openSession } from '../../src/submission/session-client.ts';
import { submitImages } from '../../src/submission/submit-images.ts';
import { makePattern, toDataUri } from '../service/jpeg.ts';
import { runService } from '../service/run-service.ts';
import { ScriptedCheck } from './scripted-check.ts';

/** A check in front of a real service over HTTP; only camera, tracker and JPEG are of the test. */
export async function pacedStage(
  t: TestContext,
  overrides: Partial<ServiceOptions> = {},
  look?: ConstructorParameters<typeof ScriptedCheck>[0],
) {
  const before = globalThis.document;
  globalThis.document = { baseURI: 'http://page.test/' } as Document;
  t.after(() => {
    globalThis.document = before;
  });
  const service = await runService(t, overrides);
  const calls: string[] = [];
  const told: string[] = [];
  const realFetch = globalThis.fetch;
  t.mock.method(globalThis, 'fetch', async (...args: Parameters<typeof fetch>) => {
    const response = await realFetch(...args);
    calls.push(new URL(String(args[0])).pathname.replace(/^.*\//, ''));
    told.push(await response.clone().text());
    return response;
  });
  const check = new ScriptedCheck(look);
  const token = await service.mintToken();
  calls.length = 0;
  told.length = 0;
  check.options = { ...check.options, apiUrl: service.baseUrl, fetchToken: async () => token };
  check.parts = {
    ...check.parts,
    openSession,
    submit: submitImages,
  };
  check.encode = async ({ widthPx, heightPx, capturedAtMs }, shows) => {
    const jpeg = await makePattern(`${shows} at ${capturedAtMs}`, widthPx, heightPx);
    const dataUri = toDataUri(jpeg);
    return {
      image: { dataUri, shows, widthPx, heightPx, capturedAtMs },
      jpeg: Uint8Array.from(jpeg),
    };
  };
  return { service, check, token, calls, told };
}
