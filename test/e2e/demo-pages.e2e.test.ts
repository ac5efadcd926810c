import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { CONTENT_SECURITY_POLICY } from '../../demo/backend/page-headers.ts';
import { type DemoStage, startDemoStage } from '../../tools/demo-stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the demo', () => {
  let stage: DemoStage;
  before(async () => {
    stage = await startDemoStage();
  });
  after(() => stage?.close());

  const sizes = [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ];
  for (const path of ['/', '/minimal', '/playground', '/devices']) {
    for (const size of sizes) {
      it(`${path} opens at ${size.width}×${size.height} with an empty console and asks nobody else`, async () => {
        const { page, requests, complaints, close } = await stage.open(path, size);
        await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
        assert.deepEqual(complaints, []);
        const foreign = requests.filter(
          (url) => !/^(data:|blob:)/.test(url) && !url.startsWith(stage.url),
        );
        assert.deepEqual(foreign, []);
        assert.ok(requests.length > 5);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0);
        await close();
      });
    }
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no accessibility fault in ${colorScheme}`, async () => {
      const { page, close } = await stage.open('/', { colorScheme });
      await page.getByRole('button', { name: 'Start' }).waitFor();
      // The page's own policy forbids injected script tags; evaluated code is the debugger's.
      await page.evaluate(AXE);
      const faults = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      assert.deepEqual(faults, []);
      await close();
    });
  }

  it('switches back, and says so, where the simulated person cannot be drawn', async () => {
    const { page, close } = await stage.open('/');
    await page.route('**/canonical-face.json', (route) => route.abort());
    const camera = page.locator('#simulated');
    await camera.check({ force: true, noWaitAfter: true }).catch(() => undefined);
    await page.locator('[data-text="simulatedPersonFailed"]').waitFor();
    assert.equal(await camera.isChecked(), false);
    assert.match(
      String(await page.locator('#simulated-hint').textContent()),
      /kamera Anda|your camera/,
    );
    await close();
  });

  it('has the simulated person before the camera where the browser remembers the switch as on', async () => {
    const { page, close } = await stage.open('/');
    await page.route(`${stage.url}/`, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('id="simulated"', 'id="simulated" checked');
      await route.fulfill({ response: answer, body });
    });
    await page.reload();
    await page.waitForFunction(() => Object.hasOwn(navigator.mediaDevices, 'getUserMedia'));
    assert.equal(await page.locator('#simulated').isChecked(), true);
    await close();
  });

  it('has a playground that shows a colour on every state, and writes the CSS for it', async () => {
    const { page, close } = await stage.open('/playground');
    await page.locator('html[data-ready]').waitFor();
    await page.locator('[name="--nodeflux-accent"]').fill('#aa2255');
    const css = page.getByRole('textbox', { name: 'CSS' });
    assert.equal(await css.inputValue(), 'nodeflux-liveness {\n  --nodeflux-accent: #aa2255;\n}');
    const start = page.getByRole('button', { name: 'Start', exact: true });
    const ground = () => start.evaluate((button) => getComputedStyle(button).backgroundColor);
    assert.equal(await ground(), 'rgb(170, 34, 85)');
    await page.getByRole('button', { name: 'Start again' }).click();
    assert.equal(await css.inputValue(), 'nodeflux-liveness {\n}');
    assert.notEqual(await ground(), 'rgb(170, 34, 85)');
    await close();
  });

  it('speaks the language of the browser, and the other one when asked, element included', async () => {
    const { page, close } = await stage.open('/', { locale: 'id-ID' });
    await page.getByRole('button', { name: 'Mulai' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Start' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await close();
  });

  it('sends the policy that the README tells with pages, scripts and workers', async () => {
    for (const path of ['/', '/minimal', '/src/face/tracker-worker.ts']) {
      const { headers } = await fetch(stage.url + path);
      assert.equal(headers.get('content-security-policy'), CONTENT_SECURITY_POLICY, path);
    }
  });

  it('serves its own files alone: no data, no editor, no hidden file, no source of the backend', async () => {
    const data = new URL(`file://${stage.dataFolder}/service.sqlite`).pathname;
    for (const path of [
      '/.liveness-data/service.sqlite',
      `/@fs${data}`,
      '/__open-in-editor?file=package.json',
      '/.git',
      '/.npmrc',
      '/package.json',
      '/src/service/index.ts',
      '/demo/backend/server.ts',
      '/demo/..%2fpackage.json',
    ]) {
      const { status } = await fetch(stage.url + path);
      assert.equal(status, 404, path);
    }
  });

  it('hands a token to its own page and none to a stranger', async () => {
    const { page, close } = await stage.open();
    const own = await page.evaluate(async () => {
      const answer = await fetch('/liveness/token', { method: 'POST' });
      return { status: answer.status, body: Object.keys(await answer.json()) };
    });
    assert.deepEqual(own, { status: 200, body: ['submissionToken'] });
    await close();

    const headers = { 'content-type': 'application/json' };
    const stranger = await fetch(`${stage.url}/liveness/token`, { method: 'POST', headers });
    assert.equal(stranger.status, 401);
    const forged = await fetch(`${stage.url}/liveness/token`, {
      method: 'POST',
      headers: { ...headers, cookie: 'demo-session=00000000-0000-4000-8000-000000000000' },
    });
    assert.equal(forged.status, 401);
  });

  it('keeps its cookie from scripts and other sites', async () => {
    const answer = await fetch(stage.url);
    assert.match(answer.headers.get('set-cookie') ?? '', /; HttpOnly; SameSite=Strict/);
  });
});
