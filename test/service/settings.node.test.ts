import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../src/service/settings.ts';

test('a setting that no check could pass with is refused by name', () => {
  assert.throws(() => readSettings({ gestureLimitMs: 1000 }), /gestureLimitMs/);
  assert.throws(() => readSettings({ maxImages: 1 }), /maxImages/);
  assert.throws(() => readSettings({ minImageSidePx: 900, maxImageSidePx: 800 }), /minImageSidePx/);
  assert.equal(readSettings({ gestureLimitMs: 3000 }).gestureLimitMs, 3000);
});
