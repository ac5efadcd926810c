import assert from 'node:assert/strict';
import process from 'node:process';
import { describe, it } from 'node:test';
import { findFirefox } from '../../tools/engines/find-firefox.ts';
import { firefoxPreferences } from '../../tools/engines/firefox-preferences.ts';

describe('findFirefox', () => {
  it('takes the file that FIREFOX_PATH names before any other', () => {
    const env = { FIREFOX_PATH: process.execPath };
    assert.equal(findFirefox(env, [import.meta.filename]), process.execPath);
  });

  it('says so when FIREFOX_PATH names a file that is not there', () => {
    assert.throws(() => findFirefox({ FIREFOX_PATH: '/nowhere/firefox' }), /\/nowhere\/firefox/);
  });

  it('takes the first that is installed, and nothing where none is', () => {
    assert.equal(findFirefox({}, ['/nowhere/firefox', process.execPath]), process.execPath);
    assert.equal(findFirefox({}, ['/nowhere/firefox']), undefined);
  });
});

describe('the preferences of a Firefox that is tested', () => {
  it('let nothing of the browser’s own out to the network', () => {
    const preferences = firefoxPreferences({});
    assert.equal(preferences['network.captive-portal-service.enabled'], false);
    assert.equal(preferences['network.connectivity-service.enabled'], false);
  });

  it('grant a camera only where it is granted', () => {
    const granted = (camera: 'granted' | 'denied' | 'none') =>
      firefoxPreferences({ camera })['media.navigator.permission.disabled'];
    assert.deepEqual(
      [granted('granted'), granted('denied'), granted('none')],
      [true, false, false],
    );
  });
});
