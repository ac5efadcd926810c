import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OPTIONS, shownOption } from '../../src/ui/options/options.ts';
import { privacyFacts } from '../../src/ui/options/privacy-facts.ts';

const PAGE = 'https://bank.example/account/open';
const read = (attribute: string | null) => shownOption(OPTIONS.retentionDays, attribute);
const of = (recipient?: string, days?: number, apiUrl = '/service') =>
  privacyFacts(recipient, days, apiUrl, PAGE);

describe('the facts of the privacy notice', () => {
  it('name the recipient as the page does', () => {
    assert.equal(of('Bank Satu').recipient, 'Bank Satu');
  });

  it('name the host that gets the pictures where the page gives no name', () => {
    assert.equal(of('  ').recipient, 'bank.example');
    assert.equal(
      of(undefined, undefined, 'https://api.identifai.id').recipient,
      'api.identifai.id',
    );
    assert.equal(of(undefined, undefined, 'https://').recipient, 'bank.example');
  });

  it('promise no time that the page did not give', () => {
    for (const attribute of [null, 'soon', '-1', '0.5', '1e9', 'Infinity', '', ' ']) {
      assert.equal(of('Bank Satu', read(attribute)).retentionDays, undefined, `${attribute}`);
    }
  });

  it('repeat the time that the page gave', () => {
    assert.equal(of('Bank Satu', read('0')).retentionDays, 0);
    assert.equal(of('Bank Satu', read('30')).retentionDays, 30);
  });
});
