import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { generateKeys } from '../../src/service/index.ts';
import { findBrowser } from '../../tools/browser.ts';
import { checkInPage, startInPage } from '../../tools/hosts/check-in-page.ts';
import { BACKEND, PLAIN_HOSTS } from '../../tools/hosts/hosts.ts';
import { type StartedServer, startServer } from '../../tools/hosts/start-server.ts';
import { type BuiltPackage, createBuiltPackage } from '../package/built-package.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../demo/hosts');

describe('a page without a bundler, with the packed packages and the backend of the examples', () => {
  let built: BuiltPackage;
  let browser: Browser;
  let server: StartedServer;

  before(async () => {
    built = await createBuiltPackage();
    const { projectFolder } = built;
    for (const folder of ['plain', BACKEND]) {
      cpSync(join(EXAMPLES, folder), projectFolder, {
        recursive: true,
        filter: (path) => !path.endsWith('package.json'),
      });
    }
    const { accessKey, secretKey } = generateKeys();
    server = await startServer(projectFolder, ['server.js'], '/service/healthz', {
      NODEFLUX_ACCESS_KEY: accessKey,
      NODEFLUX_SECRET_KEY: secretKey,
      PAGES: projectFolder,
    });
    browser = await chromium.launch(await findBrowser());
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    built?.remove();
  });

  // With somebody before a camera it takes `npm run test:hosts` a minute each.
  for (const { title, page = '' } of PLAIN_HOSTS) {
    it(`has the element, what it loads, its properties and its events: ${title}`, async () => {
      const url = `${server.url}/${page}`;
      const loaded = await startInPage(browser, url);
      assert.deepEqual(loaded, { title: 'Open your account', complaints: [] });
      const seen = await checkInPage(browser, url);
      assert.deepEqual(seen, { ...loaded, outcome: 'camera-missing' });
    });
  }
});
