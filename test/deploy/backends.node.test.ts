import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { KEYS, runService, temporaryFolder } from '../service/run-service.ts';

const run = promisify(execFile);
const BACKENDS = resolve(import.meta.dirname, '../../demo/backends');
const TOKEN = /^[0-9a-f]{8}-[0-9a-f-]{27}-[A-Z2-7]{16}$/;
const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

const lacks = (command: string) =>
  spawnSync(command, ['--version']).status === 0 ? false : `no ${command} here`;

const environmentOf = (url: string) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LIVENESS_URL: url,
  NODEFLUX_ACCESS_KEY: KEYS.accessKey,
  NODEFLUX_SECRET_KEY: KEYS.secretKey,
});

function signed(body: string) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(SECRET.slice(6), 'base64');
  const mac = createHmac('sha256', key).update(`id.${timestamp}.${body}`).digest('base64');
  return { timestamp, signatures: `v1,AAAA v1,${mac}` };
}

test('the backend in Python mints, reads and verifies', { skip: lacks('python3') }, async (t) => {
  const service = await runService(t, { now: Date.now });
  const env = environmentOf(service.baseUrl);
  const minted = await run('python3', [join(BACKENDS, 'liveness.py')], { env });
  assert.match(minted.stdout.trim(), TOKEN);
  const body = '{"type":"check.finished"}';
  const { signatures, timestamp } = signed(body);
  const script = `
import sys; sys.path.insert(0, sys.argv[1])
import liveness
headers = {"webhook-id": "id", "webhook-timestamp": sys.argv[2], "webhook-signature": sys.argv[3]}
print(liveness.verify_webhook(headers, sys.argv[4].encode(), sys.argv[5])[1]["type"])
for changed in (sys.argv[4] + " ",):
    try:
        liveness.verify_webhook(headers, changed.encode(), sys.argv[5])
        print("taken")
    except ValueError as error:
        print(error)
client = liveness.Liveness(sys.argv[6], "${KEYS.accessKey}", "${KEYS.secretKey}")
answer = {"ok": True, "job": {"result": {"status": "success", "result": [{"face_liveness": {"live": False}}]}}}
print(liveness.is_live(answer))
token = client.create_submission_token()
try:
    client.read_job("nobody", token)
except Exception as error:
    print(error)
`;
  const args = [BACKENDS, timestamp, signatures, body, SECRET, service.baseUrl];
  const { stdout } = await run('python3', ['-B', '-c', script, ...args], { env });
  assert.deepEqual(stdout.trim().split('\n'), [
    'check.finished',
    'the signature is wrong',
    'False',
    'HTTP Error 404: Not Found',
  ]);
});

test('the backend in Java mints and verifies', { skip: lacks('javac') }, async (t) => {
  const service = await runService(t, { now: Date.now });
  const env = environmentOf(service.baseUrl);
  const folder = temporaryFolder(t);
  const body = '{"type":"check.finished"}';
  const { signatures, timestamp } = signed(body);
  writeFileSync(
    join(folder, 'Verify.java'),
    `public class Verify { public static void main(String[] a) throws Exception {
       System.out.println(Liveness.isGenuine("id", a[0], a[1], a[2].getBytes(), a[3]));
       System.out.println(Liveness.isGenuine("id", a[0], a[1], (a[2] + " ").getBytes(), a[3])); } }`,
  );
  await run('javac', ['-d', folder, join(BACKENDS, 'Liveness.java'), join(folder, 'Verify.java')]);
  const minted = await run('java', ['-cp', folder, 'Liveness'], { env });
  assert.match(minted.stdout.trim(), TOKEN);
  const verified = await run('java', [
    '-cp',
    folder,
    'Verify',
    timestamp,
    signatures,
    body,
    SECRET,
  ]);
  assert.deepEqual(verified.stdout.trim().split('\n'), ['true', 'false']);
});
