import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/browser.ts';

const canUnpack = process.platform === 'linux' && process.arch === 'x64';

describe('findBrowser', () => {
  it('takes the file that CHROME_PATH names before any other', async () => {
    const { executablePath } = await findBrowser({
      env: { CHROME_PATH: process.execPath },
      usualPaths: [import.meta.filename],
    });
    assert.equal(executablePath, process.execPath);
  });

  it('says so when CHROME_PATH names a file that is not there', async () => {
    await assert.rejects(
      findBrowser({ env: { CHROME_PATH: '/nowhere/chrome' } }),
      /\/nowhere\/chrome/,
    );
  });

  it('takes the first installed browser that exists', async () => {
    const { executablePath } = await findBrowser({
      env: {},
      usualPaths: ['/nowhere/chrome', process.execPath],
    });
    assert.equal(executablePath, process.execPath);
  });

  it('never lets the browser fetch anything of its own', async () => {
    const { args } = await findBrowser({ env: {}, usualPaths: [process.execPath] });
    assert.ok(args.includes('--disable-background-networking'));
    assert.ok(args.includes('--disable-component-update'));
  });

  it('keeps the same-origin rules on, so that a test of CORS means something', async () => {
    const { args } = await findBrowser({ env: {}, usualPaths: ['/nowhere/chrome'] });
    assert.ok(!args.includes('--disable-web-security'));
    assert.ok(!args.includes('--single-process'));
  });
});

describe('the browser that npm brings', { skip: !canUnpack }, () => {
  it('unpacks once for parallel callers, starts, and draws with WebGL2', async (t) => {
    const cacheFolder = await mkdtemp(join(tmpdir(), 'browser-test-'));
    t.after(() => rm(cacheFolder, { recursive: true, force: true }));
    const [launch, again] = await Promise.all([
      findBrowser({ usualPaths: [], cacheFolder, env: withoutChromePath() }),
      findBrowser({ usualPaths: [], cacheFolder, env: withoutChromePath() }),
    ]);
    assert.equal(again.executablePath, launch.executablePath);
    assert.deepEqual(await readdir(cacheFolder), [basename(dirname(launch.executablePath))]);

    const browser = await chromium.launch(launch);
    t.after(() => browser.close());
    const page = await browser.newPage();
    const hasWebgl = await page.evaluate(
      () => document.createElement('canvas').getContext('webgl2') !== null,
    );
    assert.equal(hasWebgl, true);
  });
});

function withoutChromePath(): Record<string, string | undefined> {
  return { ...process.env, CHROME_PATH: undefined };
}
