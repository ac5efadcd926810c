import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { CHECKLIST } from '../../demo/devices/checklist.ts';

const PAGE = readFileSync(new URL('../../docs/devices.md', import.meta.url), 'utf8');

/** The table of docs/devices.md: written by hand, or copied from here when this fails. */
const TABLE = [
  '| step | do | expect |',
  '| --- | --- | --- |',
  ...CHECKLIST.map(
    ({ title, does, expects }, index) => `| ${index + 1}. ${title} | ${does} | ${expects} |`,
  ),
].join('\n');

describe('the checklist for phones', () => {
  it('is the same in the documentation', () => {
    assert.ok(PAGE.includes(TABLE), TABLE);
  });

  it('has a name of its own for each step', () => {
    assert.equal(new Set(CHECKLIST.map(({ id }) => id)).size, CHECKLIST.length);
  });
});
