import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createLivenessClient } from '../../../src/server/index.ts';
import type { ServiceOptions } from '../../../src/service/index.ts';
import { MOST_LINK_TOKENS } from '../../../src/service/links/check-link.ts';
import {
  LINK_ENDS_PATH,
  LINK_LOOK_PATH,
  LINK_TOKENS_PATH,
  LINK_VISITS_PATH,
  LINKS_PATH,
} from '../../../src/submission/link-wire.ts';
import { FACE_LIVENESS_PATH } from '../../../src/submission/wire.ts';
import { runCommand } from '../cli/fake-terminal.ts';
import { createFakeAnalyst, LIVE } from '../fake-analyst.ts';
import { goodBody, KEYS, OTHER_KEYS, runService, temporaryFolder } from '../run-service.ts';
import { testOnEachStore as test } from '../stores.ts';

const HOUR_MS = 3_600_000;
const VISIT = 'v'.repeat(43);

async function runWithLinks(t: TestContext, options: Partial<ServiceOptions> = {}) {
  const pageFolder = temporaryFolder(t);
  mkdirSync(join(pageFolder, 'assets'));
  writeFileSync(join(pageFolder, 'check-page.js'), 'export {};');
  writeFileSync(join(pageFolder, 'assets', 'model-0123abcd.bin'), 'model');
  writeFileSync(join(pageFolder, '.secret.js'), 'secret');
  const service = await runService(t, {
    pageFolder,
    publicUrl: 'https://liveness.example',
    returnOrigins: ['https://shop.example'],
    ...options,
  });
  const client = createLivenessClient({ baseUrl: service.baseUrl, ...KEYS });
  const asPage = (path: string, authorization: string, body?: object) =>
    service.post(path, body ?? '', { authorization });
  return { service, client, asPage };
}

/** What stands in the fragment, and what the visit's credential is. */
function secretsOf(url: string) {
  const secret = new URL(url).hash.slice(1);
  return { secret, visit: `${secret.split('.')[0]}.${VISIT}` };
}

test('a link is looked at as often as one likes, and exchanged once', async (t) => {
  const { asPage, client } = await runWithLinks(t, { pageName: 'The Shop', keepImagesMs: 0 });
  const made = await client.createCheckLink({
    returnUrl: 'https://shop.example/back?order=7',
    state: 'state of the session',
    language: 'id',
  });
  assert.match(made.url, /^https:\/\/liveness\.example\/check\/#[0-9a-f-]{36}\.[\w-]{43}$/);
  const { secret, visit } = secretsOf(made.url);
  for (const _ of [1, 2]) {
    const { body, status } = await asPage(LINK_LOOK_PATH, secret);
    assert.equal(status, 200);
    assert.equal(body.language, 'id');
    assert.equal(body.name, 'The Shop');
    assert.equal(body.retention_days, 0);
    assert.equal(body.return_url, 'https://shop.example/back?order=7&state=state+of+the+session');
  }
  assert.equal((await client.getCheckLink(made.id)).state, 'open');
  assert.equal((await asPage(LINK_TOKENS_PATH, visit)).body.code, 'link-unknown');
  assert.equal((await asPage(LINK_TOKENS_PATH, secret)).body.code, 'link-unknown');
  // The very visit may be asked again: its answer was lost. Another one may not.
  for (const _ of [1, 2]) {
    assert.equal((await asPage(LINK_VISITS_PATH, secret, { visit: VISIT })).status, 201);
  }
  const other = { visit: 'w'.repeat(43) };
  assert.equal((await asPage(LINK_VISITS_PATH, secret, other)).body.code, 'link-used');
  assert.equal((await asPage(LINK_LOOK_PATH, secret)).body.code, 'link-used');
  assert.equal((await client.getCheckLink(made.id)).state, 'visited');
});

test('of many that exchange a link at once, one has it', async (t) => {
  const { asPage, client } = await runWithLinks(t);
  const { secret } = secretsOf((await client.createCheckLink()).url);
  const visits = Array.from({ length: 20 }, (_, i) => ({ visit: String(i).padStart(43, '0') }));
  const answers = await Promise.all(visits.map((one) => asPage(LINK_VISITS_PATH, secret, one)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
});

test('a visit has a token for each attempt, until one came out live', async (t) => {
  let live = false;
  const analyst = createFakeAnalyst(() => ({ ...LIVE, live }));
  const { asPage, client, service } = await runWithLinks(t, { analyst });
  const made = await client.createCheckLink({ subject: 'anna' });
  const { secret, visit } = secretsOf(made.url);
  await asPage(LINK_VISITS_PATH, secret, { visit: VISIT });
  const jobIds: string[] = [];
  for (const trailer of ['first', 'second']) {
    const { body } = await asPage(LINK_TOKENS_PATH, visit);
    const accepted = await service.submit(body.submission_token, await goodBody(trailer));
    jobIds.push(accepted.body.job_id);
    await service.finishedJob(accepted.body.job_id, body.submission_token);
    live = true;
  }
  assert.equal((await asPage(LINK_TOKENS_PATH, visit)).body.code, 'link-used');
  const { state, jobIds: told } = await client.getCheckLink(made.id);
  assert.equal(state, 'passed');
  assert.deepEqual(told, jobIds);
  const verdict = await client.getVerdict(jobIds[1] ?? '');
  assert.equal(verdict.details?.linkId, made.id);
});

test('of two attempts that were begun with one link, only the later can be submitted', async (t) => {
  const { asPage, client, service } = await runWithLinks(t);
  const { secret, visit } = secretsOf((await client.createCheckLink()).url);
  await asPage(LINK_VISITS_PATH, secret, { visit: VISIT });
  const [first, second] = [
    (await asPage(LINK_TOKENS_PATH, visit)).body.submission_token,
    (await asPage(LINK_TOKENS_PATH, visit)).body.submission_token,
  ];
  const refused = await service.submit(first, await goodBody('one face'));
  assert.deepEqual([refused.status, refused.body.code], [409, 'link-used']);
  const body = await goodBody('another face');
  const accepted = await service.submit(second, body);
  assert.equal(accepted.status, 202);
  await service.finishedJob(accepted.body.job_id, second);
  assert.equal((await service.submit(second, body)).body.job_id, accepted.body.job_id);
  assert.equal((await service.submit(first, body)).body.code, 'link-used');
});

test('while an attempt is judged no other is begun with the link, and none after one that passed', async (t) => {
  let judge = (): void => undefined;
  const judged = new Promise<void>((resolve) => {
    judge = resolve;
  });
  const analyst = createFakeAnalyst(() => judged.then(() => LIVE));
  const { asPage, client, service } = await runWithLinks(t, { analyst });
  const { secret, visit } = secretsOf((await client.createCheckLink()).url);
  await asPage(LINK_VISITS_PATH, secret, { visit: VISIT });
  const token = (await asPage(LINK_TOKENS_PATH, visit)).body.submission_token;
  const accepted = await service.submit(token, await goodBody('waits'));
  const early = await asPage(LINK_TOKENS_PATH, visit);
  assert.deepEqual([early.status, early.body.code], [503, 'busy']);
  judge();
  await service.finishedJob(accepted.body.job_id, token);
  assert.equal((await asPage(LINK_TOKENS_PATH, visit)).body.code, 'link-used');
});

test('what is still on its way is refused when another attempt was begun meanwhile, or the link called back', async (t) => {
  const { asPage, client, service } = await runWithLinks(t);
  const begin = async () => {
    const made = await client.createCheckLink();
    const { secret, visit } = secretsOf(made.url);
    await asPage(LINK_VISITS_PATH, secret, { visit: VISIT });
    const token = (await asPage(LINK_TOKENS_PATH, visit)).body.submission_token;
    const text = JSON.stringify(await goodBody(`slow for ${made.id}`));
    const { body, finish } = inTwoParts(text);
    const sending = fetch(service.baseUrl + FACE_LIVENESS_PATH, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    const answered = sending.then(async (answer) => (await answer.json()).code);
    // The service has let it in by its token before it answers this one.
    await client.getCheckLink(made.id);
    return { answered, finish, made, visit };
  };

  const overtaken = await begin();
  const next = (await asPage(LINK_TOKENS_PATH, overtaken.visit)).body.submission_token;
  // One person's bodies are read one after the other: this one waits for its turn.
  const other = service.submit(next, await goodBody('another face'));
  overtaken.finish();
  assert.equal(await overtaken.answered, 'link-used');
  assert.equal((await other).status, 202);
  assert.equal((await client.getCheckLink(overtaken.made.id)).jobIds.length, 1);

  const revoked = await begin();
  await client.revokeCheckLink(revoked.made.id);
  revoked.finish();
  assert.equal(await revoked.answered, 'link-revoked');
});

/** A body of which the second half comes when it is told to. */
function inTwoParts(text: string): { body: ReadableStream<Uint8Array>; finish(): void } {
  const bytes = new TextEncoder().encode(text);
  let finish = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, bytes.length >> 1));
      finish = () => {
        controller.enqueue(bytes.slice(bytes.length >> 1));
        controller.close();
      };
    },
  });
  return { body, finish };
}

test('a link has no end of attempts, and who fails too often is locked out with it', async (t) => {
  const { asPage, client, service } = await runWithLinks(t, {
    analyst: createFakeAnalyst(() => ({ ...LIVE, live: false })),
    lockoutFailures: 2,
  });
  const { secret, visit } = secretsOf((await client.createCheckLink()).url);
  await asPage(LINK_VISITS_PATH, secret, { visit: VISIT });
  for (const trailer of ['a', 'b']) {
    const { body } = await asPage(LINK_TOKENS_PATH, visit);
    const { body: accepted } = await service.submit(body.submission_token, await goodBody(trailer));
    await service.finishedJob(accepted.job_id, body.submission_token);
  }
  assert.equal((await asPage(LINK_TOKENS_PATH, visit)).body.code, 'locked-out');
  service.clock.nowMs += 10 * 60_000;
  for (let count = 2; count < MOST_LINK_TOKENS; count += 1) {
    assert.equal((await asPage(LINK_TOKENS_PATH, visit)).status, 200);
  }
  assert.equal((await asPage(LINK_TOKENS_PATH, visit)).body.code, 'link-used');
});

test('a link ends with its time, to the millisecond; a check that was begun may be finished', async (t) => {
  const { asPage, client, service } = await runWithLinks(t);
  const [late, begun] = await Promise.all(
    [1, 2].map(async () => secretsOf((await client.createCheckLink({ lifetimeMs: HOUR_MS })).url)),
  );
  assert.ok(late && begun);
  await asPage(LINK_VISITS_PATH, begun.secret, { visit: VISIT });
  service.clock.nowMs += HOUR_MS - 1;
  assert.equal((await asPage(LINK_LOOK_PATH, late.secret)).status, 200);
  service.clock.nowMs += 1;
  assert.equal((await asPage(LINK_LOOK_PATH, late.secret)).body.code, 'link-expired');
  const exchanged = await asPage(LINK_VISITS_PATH, late.secret, { visit: VISIT });
  assert.equal(exchanged.body.code, 'link-expired');
  assert.equal((await asPage(LINK_TOKENS_PATH, begun.visit)).body.code, 'link-expired');
});

test('a link that is called back ends at once, its visit too', async (t) => {
  const { asPage, client } = await runWithLinks(t);
  const made = await client.createCheckLink();
  const { secret, visit } = secretsOf(made.url);
  await asPage(LINK_VISITS_PATH, secret, { visit: VISIT });
  for (const _ of [1, 2]) assert.equal((await client.revokeCheckLink(made.id)).state, 'revoked');
  assert.equal((await asPage(LINK_TOKENS_PATH, visit)).body.code, 'link-revoked');
  assert.equal((await asPage(LINK_LOOK_PATH, secret)).body.code, 'link-revoked');
});

test('a visit can give its check up, and what it has begun is submitted no more', async (t) => {
  const { asPage, client, service } = await runWithLinks(t);
  const made = await client.createCheckLink();
  const { secret, visit } = secretsOf(made.url);
  await asPage(LINK_VISITS_PATH, secret, { visit: VISIT });
  const { body } = await asPage(LINK_TOKENS_PATH, visit);
  assert.equal((await asPage(LINK_ENDS_PATH, secret)).body.code, 'link-unknown');
  for (const _ of [1, 2]) assert.equal((await asPage(LINK_ENDS_PATH, visit)).status, 200);
  assert.equal((await client.getCheckLink(made.id)).state, 'revoked');
  const late = await service.submit(body.submission_token, await goodBody('late'));
  assert.deepEqual([late.status, late.body.code], [410, 'link-revoked']);
});

test('what was submitted before a link was called back can be sent again', async (t) => {
  const { asPage, client, service } = await runWithLinks(t);
  const made = await client.createCheckLink();
  const { secret, visit } = secretsOf(made.url);
  await asPage(LINK_VISITS_PATH, secret, { visit: VISIT });
  const token = (await asPage(LINK_TOKENS_PATH, visit)).body.submission_token;
  const sent = await goodBody('in time');
  const first = await service.submit(token, sent);
  await client.revokeCheckLink(made.id);
  assert.equal((await service.submit(token, sent)).body.job_id, first.body.job_id);
});

test('a link ends with the key that made it', async (t) => {
  const { asPage, client, service } = await runWithLinks(t);
  if (service.place.kind !== 'sqlite') return;
  const flags = ['--data', service.place.file];
  const created = await runCommand(['keys', 'create', ...flags]);
  const [accessKey = '', secretKey = ''] = created.printed.map((line) => line.split('=')[1] ?? '');
  const thief = createLivenessClient({ baseUrl: service.baseUrl, accessKey, secretKey });
  const [open, begun] = await Promise.all(
    [1, 2].map(async () =>
      secretsOf((await thief.createCheckLink({ lifetimeMs: 30 * 24 * HOUR_MS })).url),
    ),
  );
  assert.ok(open && begun);
  await asPage(LINK_VISITS_PATH, begun.secret, { visit: VISIT });
  assert.equal((await runCommand(['keys', 'disable', accessKey, ...flags])).code, 0);
  assert.equal((await asPage(LINK_LOOK_PATH, open.secret)).body.code, 'link-revoked');
  const exchanged = await asPage(LINK_VISITS_PATH, open.secret, { visit: VISIT });
  assert.equal(exchanged.body.code, 'link-revoked');
  assert.equal((await asPage(LINK_TOKENS_PATH, begun.visit)).body.code, 'link-revoked');
  const other = secretsOf((await client.createCheckLink()).url);
  assert.equal((await asPage(LINK_LOOK_PATH, other.secret)).status, 200);
});

test('links are their key’s own, and guesses are counted', async (t) => {
  const { asPage, client, service } = await runWithLinks(t, { addressGuessesPerMinute: 5 });
  const made = await client.createCheckLink();
  const stranger = createLivenessClient({ baseUrl: service.baseUrl, ...OTHER_KEYS });
  await assert.rejects(stranger.getCheckLink(made.id), { code: 'refused' });
  await assert.rejects(stranger.revokeCheckLink(made.id), { code: 'refused' });
  assert.equal((await service.post(LINKS_PATH, {})).status, 401);
  const statuses: number[] = [];
  for (let i = 0; i < 8; i += 1) {
    const guess = `${made.id}.${String(i).padStart(43, 'x')}`;
    statuses.push((await asPage(LINK_LOOK_PATH, guess)).status);
  }
  assert.deepEqual([...new Set(statuses)].sort(), [401, 429]);
  const { secret } = secretsOf(made.url);
  assert.equal((await asPage(LINK_LOOK_PATH, secret)).status, 200);
});

test('people are sent back to named origins only', async (t) => {
  const { asPage, client } = await runWithLinks(t, {
    allowedOrigins: ['*', 'https://evil.example'],
  });
  for (const returnUrl of [
    'https://evil.example/',
    'https://shop.example.evil.example/',
    'http://shop.example/',
    'https://shop.example:444/',
    'https://user@shop.example/',
    'javascript:alert(1)//https://shop.example',
    '//shop.example',
    // Its origin is that of the page that made it.
    'blob:https://shop.example/0b5d8a4e-3f43-4a41-9a6b-7f0c1f0f6f11',
    'https://shop.example:shop.example@evil.example/',
    'https://evil.example\\@shop.example/',
    'https://shop.example%2eevil.example/',
    'https://shop.example./',
    'https://shop.example\uff0eevil.example/',
    'https://[::ffff:shop.example]/',
    'https:///evil.example/https://shop.example',
    'view-source:https://shop.example/',
    'data:text/html,https://shop.example',
  ]) {
    await assert.rejects(client.createCheckLink({ returnUrl }), { code: 'refused' }, returnUrl);
  }
  await client.createCheckLink({ returnUrl: 'https://shop.example/a?b#c' });
  // What other readers of addresses could take for another host is told as browsers read it.
  const { url } = await client.createCheckLink({
    returnUrl: 'HTTPS:\\\\shop.example:443\\@evil.example/',
  });
  const { body } = await asPage(LINK_LOOK_PATH, secretsOf(url).secret);
  assert.equal(body.return_url, 'https://shop.example/@evil.example/');
});

test('nothing of a link is in the log or the store', async (t) => {
  const { asPage, client, service } = await runWithLinks(t);
  const made = await client.createCheckLink({ subject: 'ANNA', state: 'S' });
  const { secret, visit } = secretsOf(made.url);
  await asPage(LINK_LOOK_PATH, secret);
  await asPage(LINK_VISITS_PATH, secret, { visit: VISIT });
  await asPage(LINK_TOKENS_PATH, visit);
  for (const word of [secret.split('.')[1] ?? '', VISIT, 'ANNA']) {
    assert.equal(service.log().includes(word), false, word);
  }
});

test('the page and its files are served, and nothing else of the disk', async (t) => {
  const { service } = await runWithLinks(t, { pageName: '<b>Shop</b>', pageAccent: '#ffcc00' });
  const get = (path: string) => fetch(service.baseUrl + path, { redirect: 'manual' });
  const page = await get('/check/');
  assert.equal(page.status, 200);
  const policy = page.headers.get('content-security-policy') ?? '';
  assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|https?:|\*/);
  assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
  assert.equal(page.headers.get('cache-control'), 'no-store');
  const text = await page.text();
  assert.match(text, /&lt;b&gt;Shop&lt;\/b&gt;/);
  assert.doesNotMatch(text, /<b>|<style|onclick|<script>/);
  assert.match(await (await get('/check/theme.css')).text(), /#ffcc00; --nodeflux-on-accent: #000/);
  assert.equal((await get('/check')).headers.get('location'), 'check/');
  const script = await get('/check/files/check-page.js');
  assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
  assert.equal(script.headers.get('cache-control'), 'public, no-cache');
  const etag = script.headers.get('etag') ?? '';
  const again = await fetch(`${service.baseUrl}/check/files/check-page.js`, {
    headers: { 'if-none-match': etag },
  });
  assert.equal(again.status, 304);
  const model = await get('/check/files/assets/model-0123abcd.bin');
  assert.match(model.headers.get('cache-control') ?? '', /immutable/);
  for (const path of [
    '.secret.js',
    '%2e%2e/%2e%2e/package.json',
    '..%2f..%2fpackage.json',
    'assets/',
    'assets',
    'nothing.js',
    'assets/..%2fcheck-page.js',
    'logo',
  ]) {
    assert.equal((await get(`/check/files/${path}`)).status, 404, path);
  }
});

test('without a public address there is neither page nor link', async (t) => {
  const service = await runService(t);
  assert.equal((await service.call('/check/')).status, 404);
  assert.equal((await service.post(LINKS_PATH, {}, await service.authorize())).status, 404);
});

test('the command makes a link that the running service honours', async (t) => {
  const { asPage, service } = await runWithLinks(t, { now: Date.now });
  if (service.place.kind !== 'sqlite') return;
  const environment = {
    NODEFLUX_PUBLIC_URL: 'https://liveness.example',
    NODEFLUX_ACCESS_KEY: KEYS.accessKey,
    NODEFLUX_SECRET_KEY: KEYS.secretKey,
  };
  const make = (...args: string[]) =>
    runCommand(
      ['link', '--data', service.place.kind === 'sqlite' ? service.place.file : '', ...args],
      environment,
    );
  const made = await make('--lifetime', '30d', '--language', 'de');
  assert.equal(made.code, 0, made.told);
  const { secret } = secretsOf(made.printed[0] ?? '');
  const look = await asPage(LINK_LOOK_PATH, secret);
  // The command's clock is that of a fresh test, months before the service's.
  assert.equal(look.body.code, 'link-expired');
  for (const wrong of [
    ['--return-url', 'https://evil.example'],
    ['--language', 'no tag at all'],
    ['--lifetime', '1s'],
    ['--public-url', 'http://liveness.example'],
  ]) {
    assert.equal((await make(...wrong)).code, 2, wrong.join(' '));
  }
});
