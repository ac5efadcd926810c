import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadMessages } from '../../src/ui/words/messages/languages.ts';
import { th } from '../../src/ui/words/messages/th.ts';

const URL_OF_TH = 'https://cdn.test/assets/th-abc.js';
/** What Chromium says, for as long as the page lives, of a module that failed once. */
const failing = () =>
  Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${URL_OF_TH}`));

describe('a language file that failed once', () => {
  it('is asked for again under another URL each time, whatever its exports are called', async () => {
    const asked: string[] = [];
    const importUrl = async (url: string) => {
      asked.push(url);
      return { minified: th };
    };
    assert.equal(await loadMessages('th', undefined, importUrl, failing), th);
    assert.equal(await loadMessages('th', undefined, importUrl, failing), th);
    assert.equal(new Set(asked).size, 2);
    for (const url of asked) assert.ok(url.startsWith(`${URL_OF_TH}?again=`), url);
  });

  it('stays a failure when it fails again, or is another file', async () => {
    await assert.rejects(loadMessages('th', undefined, failing, failing), TypeError);
    await assert.rejects(
      loadMessages('th', undefined, async () => ({ default: 'html' }), failing),
      TypeError,
    );
  });

  it('stays a failure where the browser does not say which file it was', async () => {
    const silent = () => Promise.reject(new TypeError('Importing a module script failed.'));
    await assert.rejects(
      loadMessages('th', undefined, async () => ({ th }), silent),
      TypeError,
    );
  });
});
