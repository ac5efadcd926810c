import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { addSigningKey } from '../../../src/service/audit/signing-keys.ts';
import { createApp } from '../../../src/service/http/create-app.ts';
import type { RouteDependencies } from '../../../src/service/http/environment.ts';
import { type ApiDocument, describeApi } from '../../../src/service/openapi/describe-api.ts';
import { OPERATIONS } from '../../../src/service/openapi/operations.ts';
import { readSettings } from '../../../src/service/settings.ts';
import { ERASURES_PATH, SIGNING_KEYS_PATH } from '../../../src/submission/job-wire.ts';
import {
  LINK_ENDS_PATH,
  LINK_LOOK_PATH,
  LINK_TOKENS_PATH,
  LINK_VISITS_PATH,
  LINKS_PATH,
} from '../../../src/submission/link-wire.ts';
import {
  FACE_LIVENESS_PATH,
  SIGNATURES_PATH,
  SUBMISSION_TOKENS_PATH,
} from '../../../src/submission/wire.ts';
import { goodBody, KEYS, runService, temporaryFolder } from '../run-service.ts';
import { PacedClient, takeShot } from '../sessions/paced-client.ts';

const document = describeApi(OPERATIONS, { basePath: '', version: '0' });
const ajv = new Ajv2020({ strict: false, schemas: [{ ...document, $id: 'api' }] });

/** What switches checks by link on. */
function withLinks(t: TestContext) {
  const pageFolder = temporaryFolder(t);
  writeFileSync(join(pageFolder, 'check-page.js'), '');
  return { publicUrl: 'https://liveness.example', pageFolder };
}

/** What switches signed verdicts on. */
async function withSigningKeys(t: TestContext) {
  const signingKeys = join(temporaryFolder(t), 'keys.json');
  const keys = await addSigningKey({ keys: [] }, { nowMs: 0, keepMs: 0 });
  writeFileSync(signingKeys, JSON.stringify(keys));
  return { signingKeys };
}

/** An exchange that happened, to be held against the document. */
interface Exchange {
  readonly method: string;
  readonly pathname: string;
  readonly requestText: string | undefined;
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
}

/** Every exchange that goes through the platform's fetch until the end of the test. */
function recordExchanges(t: TestContext): Exchange[] {
  const exchanges: Exchange[] = [];
  const send = globalThis.fetch;
  t.mock.method(globalThis, 'fetch', async (input: string, init: RequestInit = {}) => {
    const response = await send(input, init);
    exchanges.push({
      method: (init.method ?? 'GET').toLowerCase(),
      pathname: new URL(input).pathname,
      requestText: typeof init.body === 'string' ? init.body : undefined,
      status: response.status,
      mediaType: response.headers.get('content-type')?.split(';')[0] ?? '',
      text: await response.clone().text(),
    });
    return response;
  });
  return exchanges;
}

/** Throws unless the document describes the exchange; returns the operation's id and the status. */
function assertDescribed({ method, pathname, requestText, ...answer }: Exchange): string {
  const path = Object.keys(document.paths).find((pattern) =>
    new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  );
  assert.ok(path, `${pathname} is not described`);
  const described = document.paths[path]?.[method] as Described | undefined;
  assert.ok(described, `${method} ${path} is not described`);
  const told = described.responses[answer.status];
  const label = `${described.operationId} ${answer.status}`;
  assert.ok(told, `${label} is not described: ${answer.text}`);
  const media = told.content[answer.mediaType];
  assert.ok(media, `${label} is not described as ${answer.mediaType}`);
  assertValid(media.schema, answer.text, label);
  if (answer.status < 300 && requestText !== undefined && requestText !== '') {
    const sent = described.requestBody?.content['application/json'];
    assertValid(sent?.schema, requestText, `request of ${label}`);
  }
  return label;
}

interface Media {
  readonly schema?: { readonly $ref: string };
}
interface Described {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, Media>> }>
  >;
}

function assertValid(schema: Media['schema'], text: string, label: string): void {
  if (!schema) return;
  const validate = ajv.getSchema(`api${schema.$ref}`);
  assert.ok(validate, `${schema.$ref} is not in the document`);
  assert.equal(validate(JSON.parse(text)), true, `${label}: ${JSON.stringify(validate.errors)}`);
}

test('every route that the service registers is in the document, and nothing else', () => {
  const dependencies = {
    settings: readSettings({}),
    pageFolder: '/page',
    signing: { published: { keys: [] } },
  } as unknown as RouteDependencies;
  const registered = createApp(dependencies)
    .routes.filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/check'))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  assert.deepEqual(new Set(described), new Set(registered));
  const ids = OPERATIONS.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('the answers of a whole check, paced and not, are as the document says', async (t) => {
  const exchanges = recordExchanges(t);
  const service = await runService(t, {
    sessionAttempts: 2,
    keepImagesMs: 1000,
    imageKey: Buffer.alloc(32, 7).toString('base64'),
    ...withLinks(t),
    ...(await withSigningKeys(t)),
  });

  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  await service.finishedJob(body.job_id, token);
  await service.readJob(body.job_id, await service.authorize());
  const named = await service.authorize();
  await service.post(SUBMISSION_TOKENS_PATH, { subject: 'somebody' }, named);

  const client = new PacedClient(service, await service.mintToken());
  await client.activate();
  await client.commit([await takeShot()]);
  await client.swap();
  await client.askMoreTime();
  await client.restart();
  await client.reachLastStep();
  await client.submit([await takeShot()]);
  const made = await service.post(LINKS_PATH, { language: 'id' }, await service.authorize());
  const secret = new URL(made.body.url).hash.slice(1);
  const own = `${LINKS_PATH}/${made.body.id}`;
  const visit = 'v'.repeat(43);
  await service.post(LINK_LOOK_PATH, '', { authorization: secret });
  await service.post(LINK_VISITS_PATH, { visit }, { authorization: secret });
  await service.post(LINK_TOKENS_PATH, '', { authorization: `${made.body.id}.${visit}` });
  await service.post(LINK_ENDS_PATH, '', { authorization: `${made.body.id}.${visit}` });
  await service.call(own, { headers: await service.authorize() });
  await service.post(`${own}/revoke`, '', await service.authorize());
  const accepted = `/v1/jobs/${body.job_id}`;
  await service.call(`${accepted}/images`, { headers: await service.authorize() });
  await service.call(`${accepted}/evidence`, { headers: await service.authorize() });
  await service.call(SIGNING_KEYS_PATH);
  await service.call(accepted, { method: 'DELETE', headers: await service.authorize() });
  await service.post(ERASURES_PATH, { subject: 'somebody' }, await service.authorize());
  for (const path of ['/healthz', '/readyz']) await service.call(path);
  await fetch(`${service.baseUrl}/metrics`);
  await fetch(`${service.baseUrl}/openapi.json`);
  await fetch(`${service.baseUrl}/docs`);

  const seen = new Set(exchanges.map(assertDescribed));
  for (const { answer, id } of OPERATIONS) {
    assert.ok(seen.has(`${id} ${answer.status}`), `${id} was not seen to succeed`);
  }
});

test('refusals are as the document says', async (t) => {
  const exchanges = recordExchanges(t);
  const service = await runService(t, { maxOpenJobs: 1, keyRequestsPerMinute: 12 });
  const token = await service.mintToken();
  const good = await goodBody();
  const key = await service.authorize();

  await service.post(SIGNATURES_PATH, { access_key: 'x' });
  await service.post(SIGNATURES_PATH, 'x'.repeat(5000));
  await service.post(SIGNATURES_PATH, {}, { 'content-type': 'text/plain' });
  await service.post(SIGNATURES_PATH, { access_key: KEYS.accessKey, secret_key: 'wrong' });
  await service.post(SUBMISSION_TOKENS_PATH, null, key);
  await service.post(SUBMISSION_TOKENS_PATH, null);
  await service.post(SUBMISSION_TOKENS_PATH, '{', await service.authorize());
  await service.submit(token, {});
  await service.submit(token, { images: ['data:image/png;base64,AAAA'] });
  await service.post(FACE_LIVENESS_PATH, good);
  await service.readJob('nobody', { authorization: token });
  const client = new PacedClient(service, token);
  await client.swap();
  await client.activate();
  await client.activate();
  await client.from('https://evil.example').swap();
  await client.upload(await takeShot());
  await service.submit(token, good);
  while ((await service.post(SUBMISSION_TOKENS_PATH, null, key)).status !== 429);

  const seen = new Set(exchanges.map(assertDescribed));
  for (const label of [
    'createSignature 400',
    'createSignature 401',
    'createSignature 413',
    'createSignature 415',
    'createSubmissionToken 400',
    'createSubmissionToken 401',
    'createSubmissionToken 429',
    'submitImages 400',
    'submitImages 401',
    'submitImages 403',
    'readJob 404',
    'openSession 409',
    'swapGesture 403',
    'swapGesture 409',
    'keepFrame 409',
  ]) {
    assert.ok(seen.has(label), `${label} was not seen`);
  }
});

test('a document only tells what the service has switched on, and where it is mounted', async (t) => {
  const service = await runService(t, { pacing: 'off', metrics: false, basePath: '/liveness' });
  const told: ApiDocument = (await service.call('/openapi.json')).body;
  assert.equal(told.openapi, '3.1.0');
  assert.deepEqual(told.servers, [{ url: '/liveness' }]);
  assert.equal('/metrics' in told.paths, false);
  assert.equal('/v1/liveness-session' in told.paths, false);
  assert.equal(FACE_LIVENESS_PATH in told.paths, true);
});

test('the page is whole in itself, under a policy that allows nothing but its style', async (t) => {
  const service = await runService(t, { ...withLinks(t), ...(await withSigningKeys(t)) });
  const response = await fetch(`${service.baseUrl}/docs`);
  const policy = String(response.headers.get('content-security-policy'));
  assert.match(policy, /^default-src 'none'; style-src 'sha256-[\w+/=]+'; /);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  const page = await response.text();
  assert.doesNotMatch(page, /<script|<img|<link|https?:\/\/|@import|url\(/);
  for (const { path, summary } of OPERATIONS) {
    assert.ok(page.includes(path.replace(/:(\w+)/g, '{$1}')), path);
    assert.ok(page.includes(summary.replaceAll("'", '&#39;')), summary);
  }
  const ids = [...page.matchAll(/href="#(\w+)"/g)].map(([, id]) => id);
  assert.ok(ids.length > 10);
  for (const id of ids) assert.ok(page.includes(`id="${id}"`), id);
});
