import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { transformWithOxc } from 'vite';
import { startDemo } from '../../../demo/backend/start-demo.ts';
import { generateKeys } from '../../../src/service/index.ts';
import { findBrowser } from '../../browser.ts';
import { CREDULOUS_ANALYST } from '../../credulous-analyst.ts';
import type { ChaosRequest } from './chaos-requests.ts';
import { FAULTS } from './faults.ts';
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts';
import type { PageEnd, PageSetup } from './run-in-page.ts';

/** How one request with one fault ended. */
export interface CaseResult extends PageEnd {
  readonly request: string;
  readonly fault: string;
  /** How often the fault was met. */
  readonly hits: number;
  /** Jobs that the service made of the check's token. */
  readonly jobs: number;
}

/** One request with one fault. */
export interface Case {
  readonly request: ChaosRequest;
  readonly fault: string;
}

/** What runs in the page; the proxy serves it, since the demo serves its own files only. */
const PAGE_SCRIPTS = ['run-in-page.ts', 'scripted-scene.ts'];

/** Runs every case in a real browser, `pages` at a time, and tells of each that is done. */
export async function runCases(
  cases: readonly Case[],
  { pages, onDone }: { pages: number; onDone: (result: CaseResult) => void },
): Promise<CaseResult[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'liveness-chaos-'));
  const demo = await startDemo({
    port: 0,
    keys: generateKeys(),
    dataFolder,
    service: {
      // The scripted face is no face to the service. What is tried is the network.
      analyst: CREDULOUS_ANALYST,
      pacing: 'required',
      sessionGestures: ['turn-left', 'turn-right', 'nod-up', 'nod-down'],
      gestureLimitMs: 60_000,
      personRequestsPerMinute: 0,
      keyRequestsPerMinute: 0,
      addressGuessesPerMinute: 0,
    },
  });
  const proxy = await startFaultyProxy(demo.url, await pageScripts());
  const found = await findBrowser();
  const browser = await chromium.launch(found);
  try {
    const waiting = [...cases];
    const results: CaseResult[] = [];
    await Promise.all(
      Array.from({ length: pages }, async () => {
        let page: Page | undefined;
        for (let one = waiting.shift(); one; one = waiting.shift()) {
          if (one.request.ownPage || one.request.byCookie) await page?.context().close();
          if (!page || page.isClosed()) page = await openPage(browser, proxy.url);
          const result = await runCase(page, proxy, one);
          results.push(result);
          onDone(result);
        }
      }),
    );
    return cases.flatMap(({ request, fault }) =>
      results.filter((one) => one.request === request.name && one.fault === fault),
    );
  } finally {
    await browser.close();
    await proxy.close();
    await demo.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function pageScripts(): Promise<Map<string, string>> {
  const scripts = new Map<string, string>();
  for (const name of PAGE_SCRIPTS) {
    const path = join(import.meta.dirname, name);
    scripts.set(`/${name}`, (await transformWithOxc(await readFile(path, 'utf8'), path)).code);
  }
  return scripts;
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en' });
  context.setDefaultTimeout(180_000);
  await context.addInitScript('globalThis.__name = (named) => named;');
  // The tracker is loaded by the cases that try it, and not ahead of time by each element.
  await context.addInitScript(
    "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });",
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => console.warn('page:', error.message));
  await page.goto(url);
  await page.locator('nodeflux-liveness').waitFor();
  return page;
}

async function runCase(
  page: Page,
  proxy: FaultyProxy,
  { request, fault }: Case,
): Promise<CaseResult> {
  const break_ = FAULTS[fault];
  if (!break_) throw new RangeError(`There is no fault "${fault}".`);
  const { prefix, cookie, log } = proxy.begin(request.target, break_, 1);
  if (request.byCookie) await page.context().addCookies([{ ...cookie, url: proxy.url }]);
  const setup: PageSetup = {
    prefix,
    pacing: 'required',
    wish: request.wish,
    realTracker: request.ownPage ?? false,
    lang: request.lang ?? 'en',
  };
  const end = (await page.evaluate(
    `import('/${PAGE_SCRIPTS[0]}').then((m) => m.runInPage(${JSON.stringify(setup)}))`,
  )) as PageEnd;
  const { hits, jobIds } = log;
  return { ...end, request: request.name, fault, hits, jobs: jobIds.size };
}
