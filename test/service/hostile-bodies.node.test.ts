import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { type TestContext, test } from 'node:test';
import {
  SESSION_ATTEMPTS_PATH,
  SESSION_FRAMES_PATH,
  SESSION_PATH,
  SESSION_STEPS_PATH,
  SESSION_SWAPS_PATH,
  SESSION_TIME_PATH,
} from '../../src/submission/session-wire.ts';
import { FACE_LIVENESS_PATH, SUBMISSION_TOKENS_PATH } from '../../src/submission/wire.ts';
import { makeJpeg, toDataUri } from './jpeg.ts';
import { type Answer, goodBody, runService } from './run-service.ts';

const MAX_ANSWER_BYTES = 4096;

function assertRefused(answer: Answer, status: number, code: string, label: string): void {
  assert.equal(answer.status, status, `${label}: ${JSON.stringify(answer.body).slice(0, 200)}`);
  assert.equal(answer.body.code, code, label);
  assert.ok(JSON.stringify(answer.body).length <= MAX_ANSWER_BYTES, label);
}

async function runWithToken(t: TestContext) {
  const service = await runService(t);
  return { service, token: await service.mintToken() };
}

test('a body that makes validation work is refused at its first fault, with a short answer, and the token is kept', async (t) => {
  const { service, token } = await runWithToken(t);
  const image = toDataUri(await makeJpeg());
  const hostile: [label: string, body: string, code: string][] = [
    ['a million empty frames', frames('{}', 1_000_000), 'bad-request'],
    ['a million wrong frames', frames('{"sha256":7}', 300_000), 'bad-request'],
    ['a few empty frames', frames('{}', 5).replace('"a"', `"${image}"`), 'bad-request'],
    ['21 MB of open lists', '['.repeat(21_000_000), 'bad-request'],
    ['a deep body', `${'{"session":'.repeat(9)}1${'}'.repeat(9)}`, 'bad-request'],
    ['21 MB of one number', `{"images":${'1'.repeat(21_000_000)}`, 'bad-request'],
    ['21 MB of white space', `{"images":${' '.repeat(21_000_000)}`, 'bad-request'],
    ['a member name of 21 MB', `{"${'x'.repeat(21_000_000)}":1}`, 'bad-request'],
    ['a hundred thousand members', wide(100_000), 'bad-request'],
    ['two million empty images', `{"images":[${'"",'.repeat(2_000_000)}""]}`, 'bad-request'],
    ['several bodies', `{"images":["${image}"]}`.repeat(3), 'bad-request'],
    ['cut in an image', `{"images":["${image.slice(0, -9)}`, 'bad-request'],
    ['cut after an image', `{"images":["${image}"`, 'bad-request'],
    ['sixteen wrong images', JSON.stringify({ images: Array(16).fill('x') }), 'invalid-image'],
  ];
  for (const [label, body, code] of hostile) {
    assertRefused(await service.submit(token, body), 400, code, label);
  }
  assert.equal((await service.submit(token, await goodBody())).status, 202);
});

test('what other encoders write is read: escaped slashes, white space, members that nobody knows', async (t) => {
  const { service, token } = await runWithToken(t);
  const body = JSON.stringify({ extra: { deep: [[1]] }, ...(await goodBody()) }, undefined, 2);
  const answer = await service.submit(token, body.replaceAll('/', '\\/'));
  assert.equal(answer.status, 202);
  await service.finishedJob(answer.body.job_id, token);
  const [request] = service.analyst.requests;
  assert.deepEqual(Buffer.from(request?.images[0] ?? []), await makeJpeg());
});

test('a body comes in pieces, cut anywhere, and is read as one', async (t) => {
  const { service, token } = await runWithToken(t);
  const bytes = Buffer.from(JSON.stringify(await goodBody('é')));
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
    bytes.subarray(i * 7, i * 7 + 7),
  );
  const answer = await service.call(FACE_LIVENESS_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: token },
    body: new ReadableStream({
      pull(controller) {
        const piece = pieces.shift();
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
    }),
    duplex: 'half',
  } as RequestInit);
  assert.equal(answer.status, 202);
});

test('no endpoint that asks for a token or a key waits for a stranger’s body, declared or not', async (t) => {
  const service = await runService(t);
  const paths = [
    SUBMISSION_TOKENS_PATH,
    FACE_LIVENESS_PATH,
    SESSION_PATH,
    SESSION_STEPS_PATH,
    SESSION_SWAPS_PATH,
    SESSION_TIME_PATH,
    SESSION_ATTEMPTS_PATH,
    SESSION_FRAMES_PATH,
  ];
  for (const path of paths) {
    for (const length of [{ 'content-length': 3000 }, { 'transfer-encoding': 'chunked' }]) {
      assert.equal(await statusBeforeBody(service.baseUrl + path, length), 401, path);
    }
  }
});

/** The status of an answer that comes though the body never does. */
function statusBeforeBody(
  url: string,
  length: Record<string, string | number>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: 'nobody', 'content-type': 'application/json', ...length };
    const request = httpRequest(url, { method: 'POST', headers });
    request.on('response', (response) => {
      resolve(response.statusCode);
      request.destroy();
    });
    request.on('error', reject);
    request.flushHeaders();
  });
}

function frames(frame: string, times: number): string {
  return `{"images":["a"],"session":{"frames":[${`${frame},`.repeat(times - 1)}${frame}]}}`;
}

function wide(members: number): string {
  const all = Array.from({ length: members }, (_, index) => `"${index}":[]`);
  return `{"additional_params":{${all.join(',')}},"images":[]}`;
}
