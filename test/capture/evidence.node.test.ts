import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  beginChain,
  canonicalJson,
  evidenceStatement,
  extendChain,
  sha256Hex,
} from '../../src/capture/evidence-chain.ts';
import { createEvidenceKey } from '../../src/capture/evidence-key.ts';
import { VECTOR } from '../fixtures/evidence/evidence-vector.ts';

const { token, session, attempt, consent_text: consentText, public_key: publicKey } = VECTOR;

test('the browser makes the chain of the test vector', async () => {
  const consentSha256 = await sha256Hex(consentText);
  let head = await beginChain({ token, session, attempt, publicKey, consentSha256 });
  assert.equal(head, VECTOR.start.head);
  for (const { step, shows, frames, head: expected, statement } of VECTOR.steps) {
    for (const { jpeg, record } of frames) assert.equal(await sha256Hex(jpeg), record.sha256);
    const records = frames.map(({ record }) => record);
    head = await extendChain(head, step, shows, records);
    assert.equal(head, expected);
    assert.equal(evidenceStatement(head, step), statement);
  }
});

test('any change to a frame changes the head', async () => {
  const [first] = VECTOR.steps;
  const records = first?.frames.map(({ record }) => record) ?? [];
  const [one, two] = records;
  assert.ok(one && two);
  const changed = [
    [two, one],
    [one],
    [{ ...one, captured_at_ms: one.captured_at_ms + 1 }, two],
    [{ ...one, width_px: 1281 }, two],
    [{ ...one, camera: 'virtual' as const }, two],
    [{ ...one, sha256: two.sha256 }, two],
  ];
  const heads = new Set([first?.head]);
  for (const frames of changed)
    heads.add(await extendChain(VECTOR.start.head, 0, 'neutral', frames));
  heads.add(await extendChain(VECTOR.start.head, 1, 'neutral', records));
  heads.add(await extendChain(VECTOR.start.head, 0, 'smile', records));
  assert.equal(heads.size, changed.length + 3);
});

test('consent to other words, or to none, begins another chain', async () => {
  const begin = (consentSha256?: string) =>
    beginChain({ token, session, attempt, publicKey, consentSha256 });
  const starts = await Promise.all([begin(), begin(await sha256Hex('I agree'))]);
  assert.equal(new Set([...starts, VECTOR.start.head]).size, 3);
});

test('a signature of the vector is good for its own statement and no other', async () => {
  const key = await crypto.subtle.importKey(
    'jwk',
    { ...publicKey },
    { name: 'ECDSA', namedCurve: 'P-256' },
    true,
    ['verify'],
  );
  const [first, second] = VECTOR.steps;
  const verifies = (text = '') =>
    crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      key,
      Buffer.from(first?.signature ?? '', 'base64url'),
      Buffer.from(text),
    );
  assert.equal(await verifies(first?.statement), true);
  assert.equal(await verifies(second?.statement), false);
});

test('the private key cannot be taken out, and its public part is complete', async (t) => {
  const generated: CryptoKey[] = [];
  const generateKey = crypto.subtle.generateKey.bind(crypto.subtle);
  t.mock.method(crypto.subtle, 'generateKey', async (...args: Parameters<typeof generateKey>) => {
    const pair = (await generateKey(...args)) as CryptoKeyPair;
    generated.push(pair.privateKey);
    return pair;
  });
  const key = await createEvidenceKey();
  assert.deepEqual(
    generated.map(({ extractable }) => extractable),
    [false],
  );
  assert.match(key.publicKey.x, /^[\w-]{43}$/);
  assert.match(key.publicKey.y, /^[\w-]{43}$/);
  assert.match(await key.sign('text'), /^[\w-]{86}$/);
});

test('canonical JSON sorts by name and has no spaces', () => {
  assert.equal(canonicalJson({ b: 2, a: 'one', 'a-b': 0 }), '{"a":"one","a-b":0,"b":2}');
});
