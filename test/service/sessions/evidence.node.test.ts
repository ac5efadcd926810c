import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createEvidenceKey } from '../../../src/capture/evidence-key.ts';
import { hashSubmissionToken } from '../../../src/service/auth/submission-token.ts';
import {
  chainAfter,
  chainStart,
  signedStatement,
} from '../../../src/service/sessions/evidence-chain.ts';
import { isSignedBy, isUsableKey } from '../../../src/service/sessions/verify-signature.ts';
import { VECTOR } from '../../fixtures/evidence/evidence-vector.ts';

const { session, attempt, consent_text: consentText, public_key: publicKey } = VECTOR;

test('the service makes the chain of the test vector and accepts its signatures', () => {
  const tokenHash = hashSubmissionToken(VECTOR.token) ?? '';
  const consentSha256 = createHash('sha256').update(consentText).digest('hex');
  let head = chainStart({ tokenHash, session, attempt, publicKey, consentSha256 });
  assert.equal(head, VECTOR.start.head);
  for (const { step, shows, frames, signature, ...expected } of VECTOR.steps) {
    head = chainAfter(
      head,
      step,
      shows,
      frames.map(({ record }) => record),
    );
    assert.equal(head, expected.head);
    assert.equal(signedStatement(head, step), expected.statement);
    assert.equal(isSignedBy(publicKey, expected.statement, signature), true);
    assert.equal(isSignedBy(publicKey, `${expected.statement} `, signature), false);
  }
});

test('the service accepts what a browser’s key signs, and nobody else’s', async () => {
  const key = await createEvidenceKey();
  const signature = await key.sign('statement');
  assert.equal(isSignedBy(key.publicKey, 'statement', signature), true);
  assert.equal(isSignedBy(publicKey, 'statement', signature), false);
  assert.equal(isSignedBy(key.publicKey, 'statement', ''), false);
});

test('letters in the shape of a key are no key unless they are a point of the curve', async () => {
  assert.equal(isUsableKey((await createEvidenceKey()).publicKey), true);
  const nowhere = { ...publicKey, x: publicKey.y };
  assert.equal(isUsableKey(nowhere), false);
  assert.equal(isSignedBy(nowhere, 'statement', VECTOR.steps[0]?.signature ?? ''), false);
});
