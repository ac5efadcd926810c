import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onOffConverter } from '../../src/ui/options/on-off-converter.ts';

it('what is on by default is off only where the page says so', () => {
  const read = (value: string | null) => onOffConverter.fromAttribute?.(value);
  assert.deepEqual(['off', 'false', null, '', 'on'].map(read), [false, false, true, true, true]);
});
