import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { createLivenessClient } from '../../../src/server/index.ts';
import { VERDICT_TYPE } from '../../../src/service/audit/sign-verdict.ts';
import { readSigningKeys } from '../../../src/service/audit/signing-keys.ts';
import { hashSubject } from '../../../src/service/jobs/lockout.ts';
import { SIGNING_KEYS_PATH } from '../../../src/submission/job-wire.ts';
import { JOBS_PATH, SUBMISSION_TOKENS_PATH } from '../../../src/submission/wire.ts';
import { runCommand } from '../cli/fake-terminal.ts';
import { createFakeAnalyst, LIVE } from '../fake-analyst.ts';
import { goodBody, KEYS, OTHER_KEYS, runService, temporaryFolder } from '../run-service.ts';
import { PacedClient, takeShot } from '../sessions/paced-client.ts';
import { testOnEachStore as test } from '../stores.ts';

const FAULT = {
  code: 'flat-turn',
  message: 'Step 1 is the turn of a flat picture.',
  step: 1,
} as const;

/** A file of signing keys, as the command makes it. */
async function makeKeys(t: TestContext): Promise<string> {
  const file = join(temporaryFolder(t), 'signing-keys.json');
  assert.equal((await runCommand(['signing-keys', 'create', '--file', file])).code, 0);
  return file;
}

/** A service that signs, an auditor's folder, and one check of anna's by a paced session. */
async function runAudited(t: TestContext, { live = true } = {}) {
  const signingKeys = await makeKeys(t);
  const analyst = createFakeAnalyst(() => ({ ...LIVE, live, faults: live ? [] : [FAULT] }));
  const service = await runService(t, { analyst, signingKeys });
  const client = createLivenessClient({ baseUrl: service.baseUrl, ...KEYS });
  const folder = temporaryFolder(t);
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const publish = async () => {
    const response = await fetch(service.baseUrl + SIGNING_KEYS_PATH);
    return write('jwks.json', await response.text());
  };
  const verify = async (text: string, jwks?: string) =>
    runCommand(['verify', write('file', text), '--jwks', jwks ?? (await publish())]);
  const checkPaced = async () => {
    const token = await client.createSubmissionToken({ subject: 'anna' });
    const paced = new PacedClient(service, token);
    await paced.activate('I agree.');
    await paced.reachLastStep();
    const { body } = await paced.submit([await takeShot()]);
    await service.finishedJob(body.job_id, token);
    return { jobId: String(body.job_id), token };
  };
  return { service, client, signingKeys, publish, verify, checkPaced };
}

test('a finished job has its verdict signed, for the access key alone; anybody may verify it', async (t) => {
  const { checkPaced, client, service, verify } = await runAudited(t);
  const { jobId, token } = await checkPaced();
  const { verdictJws = '' } = await client.getVerdict(jobId);
  const asPage = await service.readJob(jobId, { authorization: token });
  assert.deepEqual(Object.keys(asPage.body).sort(), ['job', 'message', 'ok']);
  // By a library and an address alone, as an auditor's own program would.
  const keys = createRemoteJWKSet(new URL(service.baseUrl + SIGNING_KEYS_PATH));
  const { payload, protectedHeader } = await jwtVerify(verdictJws, keys, { typ: VERDICT_TYPE });
  assert.equal(protectedHeader.alg, 'ES256');
  assert.equal(payload.job_id, jobId);
  assert.equal(payload.access_key, KEYS.accessKey);
  assert.deepEqual([payload.status, payload.live, payload.faults], ['success', true, []]);
  assert.equal(payload.subject_sha256, hashSubject(KEYS.accessKey, 'subject', 'anna'));
  assert.equal(payload.finished_at, new Date(service.clock.nowMs).toISOString());
  assert.equal(payload.iat, Math.floor(service.clock.nowMs / 1000));
  assert.match(String(payload.consent_sha256), /^[0-9a-f]{64}$/);
  // By our command, without a network.
  const { code, printed, told } = await verify(verdictJws);
  assert.equal(code, 0, told);
  const { iat: _, ...claims } = payload;
  assert.deepEqual(JSON.parse(printed.join('\n')), claims);
});

test('the published keys hold no secret, and nobody needs to be anybody to read them', async (t) => {
  const { service, signingKeys } = await runAudited(t);
  const response = await fetch(service.baseUrl + SIGNING_KEYS_PATH);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/jwk-set+json');
  assert.equal(response.headers.get('cache-control'), 'public, max-age=300');
  const text = await response.text();
  const { d } = JSON.parse(readFileSync(signingKeys, 'utf8')).keys[0];
  assert.deepEqual(Object.keys(JSON.parse(text).keys[0]).sort(), ['crv', 'kid', 'kty', 'x', 'y']);
  assert.equal(text.includes(d) || service.log().includes(d), false);
  const post = await fetch(service.baseUrl + SIGNING_KEYS_PATH, { method: 'POST' });
  assert.equal(post.status, 405);
});

test('where no key is given nothing is signed, and there is no such path', async (t) => {
  const service = await runService(t);
  const client = createLivenessClient({ baseUrl: service.baseUrl, ...KEYS });
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  await service.finishedJob(body.job_id, token);
  assert.equal('verdictJws' in (await client.getVerdict(body.job_id)), false);
  assert.equal((await service.call(SIGNING_KEYS_PATH)).status, 404);
  const told = await service.call('/openapi.json');
  assert.equal(SIGNING_KEYS_PATH in told.body.paths, false);
  const file = await client.getJobEvidence(body.job_id);
  assert.deepEqual([file.verdict_jws, file.session], [null, null]);
});

test('a verdict that was changed, signed by another or as something else is refused', async (t) => {
  const { checkPaced, client, signingKeys, verify } = await runAudited(t, { live: false });
  const { verdictJws: jws = '' } = await client.getVerdict((await checkPaced()).jobId);
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  assert.deepEqual(claims.faults, ['flat-turn']);
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const { key, kid } = readSigningKeys(readFileSync(signingKeys, 'utf8'));
  const other = readSigningKeys(readFileSync(await makeKeys(t), 'utf8'));
  const signed = (typ: string, by = key, name = kid, body = claims) =>
    new SignJWT(body).setProtectedHeader({ alg: 'ES256', kid: name, typ }).sign(by);
  const forged = {
    'another payload': `${header}.${encode({ ...claims, live: true })}.${signature}`,
    'no algorithm': `${encode({ alg: 'none', kid, typ: VERDICT_TYPE })}.${payload}.`,
    'the public key as a secret': `${encode({ alg: 'HS256', kid, typ: VERDICT_TYPE })}.${payload}.${signature}`,
    'another type': await signed('JWT'),
    'another key': await signed(VERDICT_TYPE, other.key, other.kid),
    'another key by our name': await signed(VERDICT_TYPE, other.key),
    'other claims': await signed(VERDICT_TYPE, key, kid, { iat: claims.iat, live: true }),
    'no words': 'eyJ',
    nothing: '',
  };
  assert.equal((await verify(await signed(VERDICT_TYPE))).code, 0);
  for (const [what, text] of Object.entries(forged)) {
    const { code, printed } = await verify(text);
    assert.deepEqual([code, printed], [1, []], what);
  }
});

test('a new key signs, and what the one before has signed is verified until it is forgotten', async (t) => {
  const { checkPaced, client, service, signingKeys, verify } = await runAudited(t);
  const { jobId } = await checkPaced();
  const { verdictJws: before = '' } = await client.getVerdict(jobId);
  const rotate = (...more: string[]) =>
    runCommand(['signing-keys', 'rotate', '--file', signingKeys, ...more]);
  const secret = JSON.parse(readFileSync(signingKeys, 'utf8')).keys[0].d;
  assert.equal((await rotate()).code, 0);
  const text = readFileSync(signingKeys, 'utf8');
  assert.equal(text.includes(secret), false);
  assert.equal(statSync(signingKeys).mode & 0o777, 0o600);
  const next = await runService(t, { place: service.place, signingKeys });
  const after = createLivenessClient({ baseUrl: next.baseUrl, ...KEYS });
  const { verdictJws: anew = '' } = await after.getVerdict(jobId);
  assert.notEqual(decodeProtectedHeader(anew).kid, decodeProtectedHeader(before).kid);
  const both = join(temporaryFolder(t), 'jwks.json');
  writeFileSync(both, await (await fetch(next.baseUrl + SIGNING_KEYS_PATH)).text());
  for (const jws of [before, anew]) assert.equal((await verify(jws, both)).code, 0);
  // The old list does not know the new key.
  assert.equal((await verify(anew)).code, 1);
  assert.equal((await rotate('--keep', '0')).code, 0);
  assert.equal(JSON.parse(readFileSync(signingKeys, 'utf8')).keys.length, 1);
  await next.service.close();
});

test('the evidence of a check is one file, which is verified offline', async (t) => {
  const { checkPaced, client, service, verify } = await runAudited(t, { live: false });
  const { jobId, token } = await checkPaced();
  const path = `${JOBS_PATH}/${jobId}/evidence`;
  assert.equal((await service.call(path, { headers: { authorization: token } })).status, 401);
  const asOther = await service.call(path, { headers: await service.authorize(OTHER_KEYS) });
  assert.equal(asOther.status, 404);
  const file = await client.getJobEvidence(jobId);
  const text = JSON.stringify(file);
  assert.equal(text.includes('JFIF') || text.includes('anna') || text.includes(token), false);
  const { code, printed, told } = await verify(text);
  assert.equal(code, 0, told);
  assert.deepEqual(JSON.parse(printed.join('\n')).faults, ['flat-turn']);
  // biome-ignore lint/suspicious/noExplicitAny: each change reaches into the file where it likes
  const changes: Record<string, (changed: any) => void> = {
    'the verdict': ({ verdict }) => Object.assign(verdict, { live: true }),
    'a fault left out': (changed) => Object.assign(changed, { faults: [] }),
    'the consent': ({ session }) => Object.assign(session, { consent_sha256: 'f'.repeat(64) }),
    'the consent left out': ({ session }) => Object.assign(session, { consent_sha256: null }),
    'what was asked': ({ session }) => Object.assign(session.steps[1], { shows: 'neutral' }),
    'a frame': ({ session }) => Object.assign(session.steps[0].frames[0], { camera: 'virtual' }),
    'a step left out': ({ session }) => session.steps.pop(),
    'the token': ({ session }) => Object.assign(session, { token_sha256: '0'.repeat(64) }),
    'when it was told': ({ session }) =>
      Object.assign(session.steps[1], { revealed_at: '2026-01-02T03:04:04.000Z' }),
    'the order': ({ session }) => session.steps.reverse(),
    'a signature': ({ session: { steps } }) =>
      Object.assign(steps[0], { signature: steps[1].signature }),
    'no session': (changed) => Object.assign(changed, { session: null }),
    'no signature of the service': (changed) => Object.assign(changed, { verdict_jws: null }),
    'another version': (changed) => Object.assign(changed, { version: 2 }),
  };
  for (const [what, change] of Object.entries(changes)) {
    const changed = structuredClone(file);
    change(changed);
    const refused = await verify(JSON.stringify(changed));
    assert.deepEqual([refused.code, refused.printed], [1, []], what);
  }
});

test('a whole session of somebody’s own making is not what the service has signed', async (t) => {
  const { checkPaced, client, verify } = await runAudited(t);
  const [mine, other] = [await checkPaced(), await checkPaced()];
  const [file, foreign] = await Promise.all(
    [mine, other].map(({ jobId }) => client.getJobEvidence(jobId)),
  );
  const refused = await verify(JSON.stringify({ ...file, session: foreign?.session }));
  assert.equal(refused.code, 1);
  assert.match(refused.told, /Another chain of evidence was signed/);
});

test('a job that is not finished has no evidence to export', async (t) => {
  let judge = (): void => undefined;
  const judged = new Promise<void>((resolve) => {
    judge = resolve;
  });
  const service = await runService(t, {
    analyst: createFakeAnalyst(() => judged.then(() => LIVE)),
    signingKeys: await makeKeys(t),
  });
  const client = createLivenessClient({ baseUrl: service.baseUrl, ...KEYS });
  const minted = await service.post(SUBMISSION_TOKENS_PATH, null, await service.authorize());
  const { body } = await service.submit(minted.body.submission_token, await goodBody());
  await assert.rejects(client.getJobEvidence(body.job_id), { code: 'job-unknown' });
  assert.equal('verdictJws' in (await client.getVerdict(body.job_id)), false);
  judge();
});
