import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { missingOwnerFields } from '../../tools/build/owner-fields.ts';

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const FULL = { author: 'A', bugs: 'B', homepage: 'C', repository: 'D' };

describe('what the owner fills in', () => {
  it('is missing by name', () => {
    assert.deepEqual(
      missingOwnerFields({ ...FULL, homepage: undefined }, 'Write to SECURITY-CONTACT.'),
      ['package.json: homepage', 'SECURITY.md: SECURITY-CONTACT'],
    );
  });

  it('is complete when all of it is there', () => {
    assert.deepEqual(missingOwnerFields(FULL, 'Write to safety at the owner’s.'), []);
  });

  it('is told in docs/release.md, and keeps `npm publish` from going on', () => {
    const { scripts } = JSON.parse(read('package.json'));
    assert.match(scripts.prepublishOnly, /refuse-unowned/);
    const told = read('docs/release.md');
    for (const name of Object.keys(FULL)) assert.ok(told.includes(`\`${name}\``), name);
  });
});
