import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { CONTENT_SECURITY_POLICY } from '../../demo/backend/page-headers.ts';
import { ENCODE_WORKER_FILE } from '../../src/capture/jpeg-encoder.ts';
import { TRACKER_WORKER_FILE } from '../../src/face/asset-manifest.ts';
import { ar } from '../../src/ui/words/messages/ar.ts';
import { en } from '../../src/ui/words/messages/en.ts';
import { ko } from '../../src/ui/words/messages/ko.ts';
import { languageFile } from '../../src/ui/words/messages/languages.ts';
import { VERSION } from '../../src/version.ts';
import { findBrowser } from '../../tools/browser.ts';
import { PARTS } from '../../tools/size/measure-parts.ts';
import { type BuiltPackage, createBuiltPackage } from './built-package.ts';

const PAGE = (script: string, lang = 'en') => `<!doctype html>
<html lang="${lang}"><meta charset="utf-8"><title>shop</title><link rel="icon" href="data:,">
<nodeflux-liveness></nodeflux-liveness>
<script type="module" src="${script}"></script></html>`;

/** An application that gives the component everything that attributes cannot hold. */
const REACT_APP = `
import { createElement, StrictMode } from 'react';
import { NodefluxLiveness } from 'nodeflux-liveness/react';

export const app = (gestureCount) =>
  createElement(
    StrictMode,
    null,
    createElement(NodefluxLiveness, {
      className: 'check',
      lang: 'en',
      gestureCount,
      tokenProvider: async () => '',
      onLivenessError: ({ detail }) => {
        document.documentElement.dataset.codes += detail.code + ' ' + gestureCount + ';';
      },
    }),
  );
`;
const REACT_CLIENT = `
import { hydrateRoot } from 'react-dom/client';
import { app } from './app.js';
const root = hydrateRoot(document.querySelector('#root'), app(4), {
  onRecoverableError: (error) => console.error(error),
});
document.addEventListener('shop-asks-fewer', () => root.render(app(2)));
document.addEventListener('shop-asks-nothing', () => root.render(app(undefined)));
requestIdleCallback(() => { document.documentElement.dataset.codes = ''; });
`;

describe('the built package in a page', () => {
  let built: BuiltPackage;
  let browser: Browser;
  const servers: PreviewServer[] = [];

  before(async () => {
    built = await createBuiltPackage();
    const launch = await findBrowser();
    const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
    browser = await chromium.launch({ ...launch, args: [...launch.args, ...camera] });
  });
  after(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
    built?.remove();
  });

  /** Serves a folder as it is, under the policy that the README tells. */
  async function serveFolder(
    folder: string,
    headers: Readonly<Record<string, string>> = {
      'content-security-policy': CONTENT_SECURITY_POLICY,
    },
  ): Promise<string> {
    const server = await preview({
      configFile: false,
      root: built.projectFolder,
      logLevel: 'warn',
      build: { outDir: folder },
      // Vite would let every page of localhost read it.
      preview: { port: 0, headers, cors: false },
    });
    servers.push(server);
    const [url] = server.resolvedUrls?.local ?? [];
    assert.ok(url);
    return url;
  }

  /** Opens the page, loads the face tracker, and returns what was requested and what went wrong. */
  async function preloadAt(url: string): Promise<{ names: string[]; complaints: string[] }> {
    const context = await browser.newContext();
    const names: string[] = [];
    const complaints: string[] = [];
    context.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (request.url().startsWith('data:')) return;
      names.push(
        origin === new URL(url).origin ? (pathname.split('/').at(-1) ?? '') : request.url(),
      );
    });
    context.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url);
    await page.evaluate(async () => {
      await customElements.whenDefined('nodeflux-liveness');
      await document.querySelector('nodeflux-liveness')?.preload();
    });
    await context.close();
    return { names, complaints };
  }

  /** Opens the page, starts a check, and returns what the script of its encoder is called, once it runs, and what went wrong. */
  async function encoderAt(url: string): Promise<{ name: string; complaints: string[] }> {
    const context = await browser.newContext();
    await context.grantPermissions(['camera'], { origin: new URL(url).origin });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(url);
    const started = page.waitForEvent('worker', (worker) => worker.url().includes('encode-worker'));
    await startCheck(page);
    const worker = await started;
    // Asked as the element asks: only a worker whose script ran answers.
    const answer = await page.evaluate(
      (workerUrl) =>
        new Promise<string>((resolve, reject) => {
          const probe = new Worker(workerUrl, { type: 'module' });
          probe.onmessage = ({ data }) => resolve(data.type);
          probe.onerror = ({ message }) => reject(new Error(message));
          probe.postMessage({ id: 'probe', type: 'GET', path: ['encode', 'name'] });
        }),
      worker.url(),
    );
    assert.equal(answer, 'RAW');
    await context.close();
    return { name: new URL(worker.url()).pathname.split('/').at(-1) ?? '', complaints };
  }

  /** Starts a check that gets no further than its camera. */
  async function startCheck(page: Page): Promise<void> {
    await page.evaluate(async () => {
      await customElements.whenDefined('nodeflux-liveness');
      const element = document.querySelector('nodeflux-liveness');
      if (!element) throw new Error('no element');
      element.tokenProvider = () => new Promise(() => undefined);
      element.start();
    });
  }

  /** Opens the page and returns the words of the start, once there are some, and what was requested and refused. */
  async function startAt(url: string, missing?: RegExp) {
    const page = await browser.newPage();
    const requested: string[] = [];
    page.on('request', (request) => requested.push(new URL(request.url()).pathname));
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    if (missing) await page.route(missing, (route) => route.fulfill({ status: 404 }));
    await page.goto(url);
    const title = page.locator('nodeflux-liveness h2');
    await title.waitFor({ state: 'visible' });
    const says = await title.textContent();
    const dir = await page.locator('nodeflux-liveness .base').getAttribute('dir');
    await page.close();
    return { says: says?.trim(), dir, requested, errors };
  }

  /** How the loading ends in a page with these headers, after its own script has run. */
  async function loadingAt(
    headers: Readonly<Record<string, string>>,
    script = '',
    spoil: (page: Page) => Promise<unknown> = async () => undefined,
  ): Promise<string> {
    const page = PAGE('/node_modules/nodeflux-liveness/dist/standalone.js');
    const own = script && `<script src="/own.js"></script>`;
    writeFileSync(join(built.projectFolder, 'own.js'), script);
    writeFileSync(
      join(built.projectFolder, 'index.html'),
      page.replace('<nodeflux', `${own}<nodeflux`),
    );
    const url = await serveFolder(built.projectFolder, headers);
    const opened = await browser.newPage();
    await spoil(opened);
    await opened.goto(url);
    const end = await preloadIn(opened);
    await opened.close();
    return end;
  }

  async function preloadIn(opened: Page): Promise<string> {
    const end = await opened.evaluate(async () => {
      await customElements.whenDefined('nodeflux-liveness');
      const element = document.querySelector('nodeflux-liveness');
      return element?.preload().then(
        () => 'loaded',
        (error) => `${error.code}: ${error.message}`,
      );
    });
    return end ?? '';
  }

  /** A page in Arabic whose module lies at another origin, under the narrowest policy that allows it. */
  async function pageOfOtherOrigin() {
    const cdn = await serveFolder(built.projectFolder, { 'access-control-allow-origin': '*' });
    const page = join(built.projectFolder, 'shop-of-another-origin');
    mkdirSync(page, { recursive: true });
    const script = `${cdn}node_modules/nodeflux-liveness/dist/standalone.js`;
    writeFileSync(join(page, 'index.html'), PAGE(script, 'ar'));
    const { origin } = new URL(cdn);
    const policy = CONTENT_SECURITY_POLICY.replace("script-src 'self'", `script-src ${origin}`)
      .replace("worker-src 'self'", `worker-src blob: ${origin}`)
      .replace("connect-src 'self'", `connect-src ${origin}`);
    const headers = {
      'content-security-policy': `${policy}; require-trusted-types-for 'script'; trusted-types lit-html nodeflux-liveness`,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    return { cdn, page, headers };
  }

  it('names the directive where the policy forbids WebAssembly', async () => {
    const policy = CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", '');
    const end = await loadingAt({ 'content-security-policy': policy });
    assert.match(end, /^blocked-by-csp: .*wasm-unsafe-eval/);
  });

  it('loads under trusted types that allow its policy, and says so where they do not', async () => {
    const trusted = (names: string) =>
      `${CONTENT_SECURITY_POLICY}; require-trusted-types-for 'script'; trusted-types ${names}`;
    const allowed = { 'content-security-policy': trusted('lit-html nodeflux-liveness') };
    assert.equal(await loadingAt(allowed), 'loaded');
    const forbidden = { 'content-security-policy': trusted('lit-html') };
    assert.match(await loadingAt(forbidden), /^tracker-failed: .*trusted-types nodeflux-liveness/);
  });

  it('loads in a page that is isolated, and names the header that the worker’s host forgot', async () => {
    const isolated = {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    assert.equal(await loadingAt(isolated), 'loaded');
    const end = await loadingAt(isolated, '', (page) =>
      page.route(`**/${TRACKER_WORKER_FILE}`, async (route) => {
        const answer = await route.fetch();
        const { 'cross-origin-embedder-policy': _, ...others } = answer.headers();
        await route.fulfill({ response: answer, headers: others });
      }),
    );
    assert.match(end, /^assets-unreachable: .*Cross-Origin-Embedder-Policy/);
  });

  it('runs from another origin that sends CORS, in a page of trusted types that is isolated', async () => {
    const { cdn, page, headers } = await pageOfOtherOrigin();
    const url = await serveFolder(page, headers);
    const { names, complaints } = await preloadAt(url);
    assert.deepEqual(complaints, []);
    const dist = `${cdn}node_modules/nodeflux-liveness/dist`;
    for (const path of [...PARTS.slice(0, 2), `assets/${languageFile('ar')}`]) {
      assert.ok(names.includes(`${dist}/${path}`), `${path} among ${names.join(' ')}`);
    }
    assert.equal((await startAt(url)).says, ar['start.title']);
    const opened = await browser.newPage({ permissions: ['camera'] });
    await opened.goto(url);
    const encoder = opened.waitForResponse(`${dist}/assets/${ENCODE_WORKER_FILE}`);
    await startCheck(opened);
    assert.ok((await encoder).ok());
    await opened.close();
  });

  it('names the worker of another origin that sends no CORS with it', async () => {
    const other = await serveFolder(join(built.folder, 'dist/assets'), {});
    const page = PAGE('/node_modules/nodeflux-liveness/dist/standalone.js').replace(
      '<nodeflux-liveness>',
      `<nodeflux-liveness asset-url="${other}">`,
    );
    writeFileSync(join(built.projectFolder, 'index.html'), page);
    const opened = await browser.newPage();
    await opened.goto(await serveFolder(built.projectFolder, {}));
    const end = await preloadIn(opened);
    await opened.close();
    const named = `${other}${TRACKER_WORKER_FILE} did not load; its host must send Access-Control-Allow-Origin`;
    assert.ok(end.startsWith('assets-unreachable: ') && end.includes(named), end);
  });

  it('fetches all that it fetches from where asset-url says', async () => {
    const shop = join(built.projectFolder, 'shop-with-moved-assets');
    mkdirSync(shop);
    cpSync(join(built.folder, 'dist/standalone.js'), join(shop, 'liveness.js'));
    cpSync(join(built.folder, 'dist/assets'), join(shop, 'moved'), { recursive: true });
    const page = PAGE('/liveness.js', 'ar').replace(
      '<nodeflux-liveness>',
      '<nodeflux-liveness asset-url="moved">',
    );
    writeFileSync(join(shop, 'index.html'), page);
    const url = await serveFolder(shop);
    const { names, complaints } = await preloadAt(url);
    assert.deepEqual(complaints, []);
    const expected = ['', 'liveness.js', ...PARTS.slice(1), languageFile('ar')]
      .map((path) => path.split('/').at(-1) ?? '')
      .filter((name) => name !== ENCODE_WORKER_FILE);
    assert.deepEqual(names.sort(), expected.sort());
    assert.deepEqual(await encoderAt(url), { name: ENCODE_WORKER_FILE, complaints: [] });
    assert.equal((await startAt(url)).says, ar['start.title']);
  });

  it('loads in a page that has added enumerable members to every object', async () => {
    const script =
      'Object.prototype.extra = () => 1; Array.prototype.first = function () { return this[0]; };';
    assert.equal(await loadingAt({}, script), 'loaded');
  });

  it('loads tracker and encoder from a plain script tag, with nothing but its own files and no complaint', async () => {
    writeFileSync(
      join(built.projectFolder, 'index.html'),
      PAGE('/node_modules/nodeflux-liveness/dist/standalone.js'),
    );
    const url = await serveFolder(built.projectFolder);
    const { names, complaints } = await preloadAt(url);
    assert.deepEqual(complaints, []);
    const encoder = await encoderAt(url);
    assert.deepEqual(encoder, { name: ENCODE_WORKER_FILE, complaints: [] });
    // What `npm run size` measures is what is loaded.
    const measured = PARTS.map((path) => path.split('/').at(-1));
    assert.deepEqual([...names, encoder.name].sort(), ['', ...measured].sort());
  });

  it('is there when the first page of the README is copied into a file', async () => {
    const [, page = ''] =
      /```html\n([\s\S]+?)```/.exec(readFileSync(join(built.folder, 'README.md'), 'utf8')) ?? [];
    writeFileSync(join(built.projectFolder, 'index.html'), page);
    const { says, errors } = await startAt(await serveFolder(built.projectFolder, {}));
    assert.deepEqual({ says, errors }, { says: en['start.title'], errors: [] });
  });

  it('is under a name of the page’s own where the class alone is imported', async () => {
    const script = `import { NodefluxLiveness } from 'nodeflux-liveness/element';
      customElements.define('shop-check', NodefluxLiveness);`;
    writeFileSync(join(built.projectFolder, 'shop.js'), script);
    const page = PAGE('/shop.js').replaceAll('nodeflux-liveness>', 'shop-check>');
    writeFileSync(join(built.projectFolder, 'index.html'), page);
    const outDir = join(built.projectFolder, 'shop-of-its-own');
    await build({
      configFile: false,
      root: built.projectFolder,
      logLevel: 'error',
      build: { outDir },
    });
    const opened = await browser.newPage();
    await opened.goto(await serveFolder(outDir));
    await opened.locator('shop-check h2').waitFor({ state: 'visible' });
    const registered = await opened.evaluate(() => customElements.get('nodeflux-liveness'));
    assert.equal(registered, undefined);
    await opened.close();
  });

  it('warns of two versions on one page, and keeps the first', async () => {
    const file = readFileSync(join(built.folder, 'dist/standalone.js'), 'utf8');
    const later = file.replaceAll(`\`${VERSION}\``, '`99.0.0`');
    assert.notEqual(later, file);
    writeFileSync(join(built.projectFolder, 'later.js'), later);
    const two = `${PAGE('/node_modules/nodeflux-liveness/dist/standalone.js')}
      <script type="module" src="/later.js"></script>`;
    writeFileSync(join(built.projectFolder, 'index.html'), two);
    const opened = await browser.newPage();
    const warned = opened.waitForEvent('console', (message) => message.type() === 'warning');
    await opened.goto(await serveFolder(built.projectFolder));
    const text = (await warned).text();
    assert.match(text, new RegExp(`version ${VERSION.replaceAll('.', '\\.')} is on this page`));
    assert.match(text, /version 99\.0\.0 is not used/);
    const kept = await opened.evaluate(
      () => (customElements.get('nodeflux-liveness') as unknown as { version: string }).version,
    );
    assert.equal(kept, VERSION);
    await opened.close();
  });

  it('is taken along by a bundler, workers and files included', async () => {
    writeFileSync(join(built.projectFolder, 'shop.js'), "import 'nodeflux-liveness';");
    writeFileSync(join(built.projectFolder, 'index.html'), PAGE('/shop.js'));
    const outDir = join(built.projectFolder, 'shop');
    await build({
      configFile: false,
      root: built.projectFolder,
      logLevel: 'error',
      build: { outDir, assetsInlineLimit: 0 },
    });
    const url = await serveFolder(outDir);
    const { names, complaints } = await preloadAt(url);
    assert.deepEqual(complaints, []);
    const encoder = await encoderAt(url);
    assert.deepEqual(encoder.complaints, []);
    assert.match(encoder.name, /^encode-worker.*\.js$/);
    for (const shape of [/^face_runtime_small.+\.bin$/, /^face_model.+\.bin$/, /worker.+\.js$/]) {
      assert.ok(
        names.some((name) => shape.test(name)),
        `${shape} among ${names.join(' ')}`,
      );
    }
  });

  it('has its properties and listeners in React, also where a server rendered it, in StrictMode and after a change', async () => {
    writeFileSync(join(built.projectFolder, 'app.js'), REACT_APP);
    const rendered = built.runNode(`
      import { renderToString } from 'react-dom/server';
      const { app } = await import('./app.js');
      process.stdout.write(renderToString(app(4)));
    `);
    assert.equal(
      rendered.output,
      '<nodeflux-liveness class="check" lang="en"></nodeflux-liveness>',
    );
    writeFileSync(join(built.projectFolder, 'client.js'), REACT_CLIENT);
    writeFileSync(
      join(built.projectFolder, 'index.html'),
      `<!doctype html><title>shop</title><div id="root">${rendered.output}</div><script type="module" src="/client.js"></script>`,
    );
    const outDir = join(built.projectFolder, 'shop-in-react');
    await build({
      configFile: false,
      root: built.projectFolder,
      logLevel: 'error',
      build: { outDir },
    });
    const opened = await browser.newPage();
    const complaints: string[] = [];
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await opened.goto(await serveFolder(outDir));
    const read = () =>
      opened.evaluate(() => {
        const element = document.querySelector('nodeflux-liveness');
        return [element?.gestureCount, typeof element?.tokenProvider, element?.outerHTML.length];
      });
    await opened.waitForFunction(() => document.documentElement.dataset.codes === '');
    const htmlLength = rendered.output.length;
    assert.deepEqual(await read(), [4, 'function', htmlLength]);
    // The listeners are those of the last rendering, and there is one of each.
    await opened.evaluate(() => document.querySelector('nodeflux-liveness')?.start());
    await opened.waitForFunction(() => document.documentElement.dataset.codes !== '');
    const codes = await opened.evaluate(() => document.documentElement.dataset.codes);
    assert.equal(codes, 'token-missing 4;');
    await opened.evaluate(() => document.dispatchEvent(new Event('shop-asks-fewer')));
    await opened.waitForFunction(
      () => document.querySelector('nodeflux-liveness')?.gestureCount === 2,
    );
    await opened.evaluate(() => document.dispatchEvent(new Event('shop-asks-nothing')));
    await opened.waitForFunction(
      () => document.querySelector('nodeflux-liveness')?.gestureCount === 3,
    );
    assert.deepEqual(complaints, []);
    await opened.close();
  });

  it('fetches the language of the page, and only that, from beside the module', async () => {
    writeFileSync(
      join(built.projectFolder, 'index.html'),
      PAGE('/node_modules/nodeflux-liveness/dist/standalone.js', 'ar-EG'),
    );
    const url = await serveFolder(built.projectFolder);
    const { says, dir, requested, errors } = await startAt(url);
    assert.deepEqual({ says, dir, errors }, { says: ar['start.title'], dir: 'rtl', errors: [] });
    assert.deepEqual(
      requested.filter((path) => path.includes('languages/')),
      [`/node_modules/nodeflux-liveness/dist/assets/${languageFile('ar')}`],
    );
  });

  it('shows English where the file of a language is missing, and complains to nobody', async () => {
    const url = await serveFolder(built.projectFolder);
    const { says, dir, errors } = await startAt(url, /languages/);
    assert.deepEqual({ says, dir, errors }, { says: en['start.title'], dir: 'ltr', errors: [] });
  });

  it('has its languages taken along by a bundler', async () => {
    writeFileSync(join(built.projectFolder, 'shop.js'), "import 'nodeflux-liveness';");
    writeFileSync(join(built.projectFolder, 'index.html'), PAGE('/shop.js', 'ko'));
    const outDir = join(built.projectFolder, 'shop-in-korean');
    await build({
      configFile: false,
      root: built.projectFolder,
      logLevel: 'error',
      build: { outDir, assetsInlineLimit: 0 },
    });
    const { says, errors } = await startAt(await serveFolder(outDir));
    assert.deepEqual({ says, errors }, { says: ko['start.title'], errors: [] });
  });
});
