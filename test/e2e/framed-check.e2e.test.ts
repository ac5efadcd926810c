import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type ServerType, serve as serveHono } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { createLivenessHandler } from '../../src/server/index.ts';
import { launchBrowser, openPage } from '../../tools/open-page.ts';
import { freePort } from './free-port.ts';
import { type ServedHostedPage, serveHostedPage } from './serve-hosted-page.ts';
import { simulatePerson } from './simulate-person.ts';

/** What themes do to everything, an iframe among it. */
const THEME = `*{margin:0;padding:0;box-sizing:border-box}html{font-size:62.5%}body{font:1.6rem serif;letter-spacing:.2em}
iframe,img,video{max-width:100%;height:auto;border:0}.entry{max-width:60rem;margin:auto;padding:2rem}`;
/** What such a page's owner writes into a file of their own, where they can. */
const LISTENER = `for (const name of ['liveness-success', 'liveness-error', 'liveness-cancel'])
  document.addEventListener(name, ({ detail }) => { document.title = JSON.stringify([name, detail]); });`;

describe('a check in a page whose owner hosts nothing of it', () => {
  let served: ServedHostedPage;
  let site: ServerType;
  let browser: Browser;
  /** Another site than the service's: for a browser an address is none of a name's. */
  let siteUrl: string;
  const told: string[] = [];

  before(async () => {
    const sitePort = await freePort();
    siteUrl = `http://127.0.0.1:${sitePort}`;
    served = await serveHostedPage(() => ({
      returnOrigins: [siteUrl],
      embedOrigins: [siteUrl],
      logger: pino({ level: 'silent' }),
    }));
    const handle = createLivenessHandler({
      client: served.client,
      session: () => 'anna',
      tokensPerMinute: 0,
      checkPage: { returnUrl: `${siteUrl}/back.html` },
      onVerdict: ({ jobId, verdict }) => {
        if (verdict.status === 'judged' && verdict.live) told.push(jobId);
      },
    });
    site = serveHono({
      fetch: writeSite(served.url).all('/liveness/*', (context) => handle(context.req.raw)).fetch,
      port: sitePort,
      hostname: '0.0.0.0',
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await served?.close();
    await new Promise((resolve) => site?.close(resolve));
  });

  const open = (path: string, options = {}, site = siteUrl) =>
    openPage(browser, site + path, options);

  /** The frame with the check, once it can be begun. */
  async function checkIn(page: Page) {
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Start' }).waitFor();
    const found = page.frames().find((one) => one.url().startsWith(served.url));
    assert.ok(found);
    return { frame, inFrame: found };
  }

  /** What the page's own script hears next. Not by polling, which a strict policy forbids. */
  const heard = (page: Page): Promise<[name: string, detail: Record<string, unknown>]> =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const look = () => {
            if (document.title.startsWith('[')) resolve(JSON.parse(document.title));
          };
          new MutationObserver(look).observe(document.head, { childList: true, subtree: true });
          look();
        }),
    );

  /** Resolves once the iframe is as high as that. */
  const grownTo = (page: Page, heightPx: number): Promise<void> =>
    page.locator('iframe').evaluate(
      (frame, wanted) =>
        new Promise((resolve) => {
          new ResizeObserver(() => {
            if (frame.clientHeight === wanted) resolve();
          }).observe(frame);
        }),
      heightPx,
    );

  it('is done in an iframe of a page with a strict policy, which hears its end and no verdict', async () => {
    const { complaints, page, requests } = await open('/strict.html');
    const { frame, inFrame } = await checkIn(page);
    await shoot(page, 'strict-start');
    await simulatePerson(inFrame);
    const ended = heard(page);
    const grown = grownTo(page, 720);
    await frame.getByRole('button', { name: 'Start' }).click();
    await grown;
    await frame.locator('nodeflux-liveness video').waitFor();
    await shoot(page, 'strict-checking');
    const [name, detail] = await ended;
    assert.equal(name, 'liveness-success');
    assert.deepEqual(Object.keys(detail), ['jobId']);
    // What the frame says is believed by nobody: the backend asks.
    const result = await page.evaluate(
      async (jobId) => (await fetch(`/liveness/result/${jobId}`)).json(),
      detail.jobId as string,
    );
    assert.deepEqual(result, { status: 'judged', live: true });
    assert.deepEqual(told, [detail.jobId]);
    await shoot(page, 'strict-done');
    const origins = new Set(requests.map((url) => new URL(url).origin));
    assert.deepEqual([...origins].toSorted(), [served.url, siteUrl].toSorted());
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('can be begun in a theme’s page, and cancelled from it', async () => {
    const { complaints, page } = await open('/theme.html', { width: 390, height: 844 });
    const { frame, inFrame } = await checkIn(page);
    await shoot(page, 'theme-start');
    const overflow = await inFrame.evaluate(
      () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
    );
    assert.equal(overflow, 0);
    await simulatePerson(inFrame);
    await frame.getByRole('button', { name: 'Start' }).click();
    await frame.locator('nodeflux-liveness video').waitFor();
    await shoot(page, 'theme-checking');
    await page.evaluate((origin) => {
      const protocol = 'nodeflux-liveness/1';
      const inside = document.querySelector('iframe')?.contentWindow;
      inside?.postMessage({ protocol, type: 'cancel' }, origin);
    }, served.url);
    assert.deepEqual(await heard(page), ['liveness-cancel', null]);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('says why, where the iframe has no camera', async () => {
    const { page } = await open('/no-camera.html');
    const { frame } = await checkIn(page);
    await frame.getByRole('button', { name: 'Start' }).click();
    assert.deepEqual(await heard(page), [
      'liveness-error',
      { code: 'camera-blocked-by-policy', retryable: false },
    ]);
    await shoot(page, 'no-camera');
    await page.context().close();
  });

  it('says so when the link is none', async () => {
    const { page } = await open('/used-up.html');
    assert.deepEqual(await heard(page), [
      'liveness-error',
      { code: 'link-unknown', retryable: false },
    ]);
    await page.context().close();
  });

  it('works where a page builder has taken the script away', async () => {
    const { page } = await open('/stripped.html', { width: 390, height: 844 });
    const { frame, inFrame } = await checkIn(page);
    await simulatePerson(inFrame);
    await frame.getByRole('button', { name: 'Start' }).click();
    await frame.locator('nodeflux-liveness video').waitFor();
    await shoot(page, 'stripped-checking');
    const cancel = frame.getByRole('button', { name: 'Cancel' });
    await cancel.click();
    await frame.getByText('cancelled', { exact: false }).first().waitFor();
    await page.context().close();
  });

  it('is a plain link where nothing else is allowed, and leads back', async () => {
    const { page } = await open('/link.html');
    await page.getByRole('link', { name: 'Verify' }).click();
    await page.getByRole('button', { name: 'Start' }).waitFor();
    assert.equal(new URL(page.url()).origin, served.url);
    const back = page.getByRole('link', { name: 'Back without a check' });
    assert.equal(await back.getAttribute('href'), `${siteUrl}/back.html`);
    await page.context().close();
  });

  it('is shown in no frame of anybody else', async () => {
    // The same pages under another name: no origin that the operator named.
    const { complaints, page } = await open(
      '/used-up.html',
      {},
      siteUrl.replace('127.0.0.1', '127.0.0.2'),
    );
    await page.waitForLoadState();
    const inside = page.frames().find((one) => one !== page.mainFrame());
    assert.equal(await inside?.locator('main').count(), 0);
    assert.match(complaints.join(), /frame-ancestors/);
    await page.context().close();
  });

  /** Pages as a CMS writes them. */
  function writeSite(service: string): Hono {
    const allow = `camera ${service}`;
    const iframe = (rest: string) =>
      `<iframe data-nodeflux-liveness="${service}" title="Liveness check" ${rest}></iframe>`;
    const script = `<script src="${service}/check/files/embed.js" defer></script>`;
    const own = '<script src="/listener.js" defer></script>';
    const pages: Record<string, string> = {
      strict: `${iframe(`src="/liveness/check" allow="${allow}" width="100%"`)}${script}${own}`,
      theme: `<link rel="stylesheet" href="/theme.css"><div class="entry"><h1>Selamat datang</h1>${iframe(`src="/liveness/check" allow="${allow}" width="100%"`)}</div>${script}${own}`,
      'no-camera': `${iframe('src="/liveness/check"')}${script}${own}`,
      'used-up': `${iframe(`src="${service}/check/#nonsense" allow="camera"`)}${script}${own}`,
      stripped: `<link rel="stylesheet" href="/theme.css"><div class="entry"><iframe src="/liveness/check" title="Liveness check" allow="${allow}" style="width:100%;height:720px"></iframe></div>`,
      link: '<p><a href="/liveness/check">Verify</a></p>',
    };
    const policy = `default-src 'none'; script-src 'self' ${service}; style-src 'self'; frame-src 'self' ${service}; connect-src 'self'; img-src data:`;
    const app = new Hono();
    app.get('/theme.css', (context) => context.body(THEME, 200, { 'content-type': 'text/css' }));
    app.get('/listener.js', (context) =>
      context.body(LISTENER, 200, { 'content-type': 'text/javascript' }),
    );
    for (const [name, body] of Object.entries(pages)) {
      const head = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title><link rel="icon" href="data:,">`;
      app.get(`/${name}.html`, (context) =>
        context.html(
          head + body,
          200,
          name === 'strict' ? { 'content-security-policy': policy } : {},
        ),
      );
    }
    return app;
  }
});

/** Takes a picture for who looks, when asked to. */
async function shoot(page: Page, name: string): Promise<void> {
  const to = process.env.FRAME_PICTURES;
  if (to) await page.screenshot({ path: join(to, `${name}.png`) });
}
