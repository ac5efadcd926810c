import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import {
  createLivenessClient,
  createLivenessHandler,
  type LivenessHandlerOptions,
  type SessionVerdict,
} from '../../src/server/index.ts';
import {
  LINK_ENDS_PATH,
  LINK_LOOK_PATH,
  LINK_TOKENS_PATH,
  LINK_VISITS_PATH,
} from '../../src/submission/link-wire.ts';
import { createFakeAnalyst, LIVE } from '../service/fake-analyst.ts';
import { goodBody, KEYS, runService, temporaryFolder } from '../service/run-service.ts';

const VISIT = 'v'.repeat(43);

/** A handler of checks by link, before a real service whose analyst says what the test wants. */
export async function runLinkHandler(t: TestContext, options: Partial<LivenessHandlerOptions>) {
  const pageFolder = temporaryFolder(t);
  mkdirSync(join(pageFolder, 'assets'));
  writeFileSync(join(pageFolder, 'check-page.js'), 'export {};');
  const analysis = { live: true };
  const service = await runService(t, {
    pageFolder,
    publicUrl: 'https://liveness.example',
    returnOrigins: ['https://shop.example'],
    analyst: createFakeAnalyst(() => ({ ...LIVE, live: analysis.live })),
  });
  const verdicts: SessionVerdict[] = [];
  const client = createLivenessClient({ baseUrl: service.baseUrl, ...KEYS });
  const handle = createLivenessHandler({
    client,
    session: (request) => request.headers.get('x-session') ?? undefined,
    onVerdict: (verdict) => void verdicts.push(verdict),
    ...options,
  });
  const ask = async (method: string, path: string, session = 'anna', headers = {}) => {
    const response = await handle(
      new Request(`https://shop.example/liveness${path}`, {
        method,
        headers: { 'x-session': session, 'sec-fetch-site': 'same-origin', ...headers },
      }),
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  /** The phone: opens the link, and does checks with it. */
  const phoneOf = async (url: string) => {
    const secret = new URL(url).hash.slice(1);
    const { body: look } = await service.post(LINK_LOOK_PATH, '', { authorization: secret });
    const authorization = `${secret.split('.')[0]}.${VISIT}`;
    await service.post(LINK_VISITS_PATH, { visit: VISIT }, { authorization: secret });
    return {
      look,
      async check(trailer: string): Promise<string> {
        const { body } = await service.post(LINK_TOKENS_PATH, '', { authorization });
        const accepted = await service.submit(body.submission_token, await goodBody(trailer));
        await service.finishedJob(accepted.body.job_id, body.submission_token);
        return accepted.body.job_id;
      },
      end: () => service.post(LINK_ENDS_PATH, '', { authorization }),
    };
  };
  return { ask, analysis, client, phoneOf, verdicts };
}
