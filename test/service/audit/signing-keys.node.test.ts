import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addSigningKey } from '../../../src/service/audit/signing-keys.ts';
import { createService } from '../../../src/service/index.ts';
import { runCommand } from '../cli/fake-terminal.ts';
import { KEYS, temporaryFolder } from '../run-service.ts';

const DAY_MS = 86_400_000;
const NONE = { keys: [] } as const;

test('the file is the operator’s alone, and is never written over', async (t) => {
  const file = join(temporaryFolder(t), 'keys.json');
  const created = await runCommand(['signing-keys', 'create', '--file', file]);
  assert.deepEqual([created.code, created.printed], [0, [`--signing-keys ${file}`]]);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const text = readFileSync(file, 'utf8');
  const again = await runCommand(['signing-keys', 'create', '--file', file]);
  assert.equal(again.code, 2);
  assert.equal(readFileSync(file, 'utf8'), text);
  for (const args of [[], ['create'], ['rotate'], ['rotate', '--file', `${file}.none`], ['show']]) {
    assert.equal((await runCommand(['signing-keys', ...args])).code, 2, args.join(' '));
  }
});

test('a key that was replaced loses its secret, and is published for as long as it is said', async () => {
  const first = await addSigningKey(NONE, { nowMs: 0, keepMs: DAY_MS });
  const second = await addSigningKey(first, { nowMs: DAY_MS, keepMs: DAY_MS });
  assert.deepEqual(
    second.keys.map(({ d, retired_at }) => [d !== undefined, retired_at]),
    [
      [true, undefined],
      [false, '1970-01-02T00:00:00.000Z'],
    ],
  );
  const third = await addSigningKey(second, { nowMs: 1.5 * DAY_MS, keepMs: DAY_MS });
  assert.equal(third.keys.length, 3);
  const fourth = await addSigningKey(third, { nowMs: 2 * DAY_MS, keepMs: DAY_MS });
  assert.equal(
    fourth.keys.some(({ kid }) => kid === first.keys[0]?.kid),
    false,
  );
});

test('a file that cannot sign is refused when the service is made, and nothing of it is quoted', async (t) => {
  const folder = temporaryFolder(t);
  const { keys } = await addSigningKey(NONE, { nowMs: 0, keepMs: DAY_MS });
  const [key] = keys;
  const [other] = (await addSigningKey(NONE, { nowMs: 0, keepMs: DAY_MS })).keys;
  const { d: secret, ...published } = key ?? assert.fail();
  const files: Record<string, unknown> = {
    'no JSON': 'secret-words',
    'no keys': { keys: [] },
    'a public key': { keys: [published] },
    'the secret of another': { keys: [{ ...published, d: other?.d }] },
    'the same name twice': { keys: [key, { ...other, kid: published.kid }] },
    'another curve': { keys: [{ ...key, crv: 'P-384' }] },
  };
  const makeWith = (signingKeys: string) => () =>
    createService({ dataFile: join(folder, 'service.db'), keys: [KEYS], signingKeys });
  for (const [what, content] of Object.entries(files)) {
    const file = join(folder, 'keys.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    assert.throws(makeWith(file), (error: Error) => {
      assert.match(error.message, /^signingKeys: /, what);
      for (const word of ['secret-words', String(secret), published.x]) {
        assert.equal(error.message.includes(word), false, what);
      }
      return true;
    });
  }
  assert.throws(
    makeWith(join(folder, 'none.json')),
    /^Error: signingKeys: the file cannot be read/,
  );
});

test('verify says what it takes', async (t) => {
  const file = join(temporaryFolder(t), 'file');
  writeFileSync(file, '{}');
  for (const args of [
    [],
    [file],
    ['--jwks', file],
    [file, '--jwks', file],
    [file, '--jwks', `${file}.none`],
  ]) {
    assert.equal((await runCommand(['verify', ...args])).code, 2, args.join(' '));
  }
});
