import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { transformWithOxc } from 'vite';
import { type Demo, startDemo } from '../../../demo/backend/start-demo.ts';
import { generateKeys } from '../../../src/service/index.ts';
import { markdownTable } from '../../bench/report/markdown-table.ts';
import { findBrowser } from '../../browser.ts';
import { CREDULOUS_ANALYST } from '../../credulous-analyst.ts';
import { CAMERA_FAULTS } from './camera-faults.ts';
import type { CameraEnd } from './run-in-page.ts';

/** How the check before one faulty camera ended. */
export interface CameraResult extends CameraEnd {
  readonly fault: string;
}

/** Runs a check in a real browser before each of these faulty cameras, one after the other, and tells of each. */
export async function runCameraFaults(
  faults: readonly string[],
  onDone: (result: CameraResult) => void = () => undefined,
): Promise<CameraResult[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'liveness-chaos-camera-'));
  let demo: Demo | undefined;
  let browser: Browser | undefined;
  try {
    demo = await startDemo({
      port: 0,
      keys: generateKeys(),
      dataFolder,
      service: { analyst: CREDULOUS_ANALYST, pacing: 'off', lockoutFailures: 0 },
    });
    const found = await findBrowser();
    browser = await chromium.launch({
      ...found,
      args: [...found.args, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
    });
    const context = await browser.newContext({ locale: 'en', permissions: ['camera'] });
    context.setDefaultTimeout(240_000);
    // tsx marks the functions that it compiles with a helper of its own, which pages do not have.
    await context.addInitScript('globalThis.__name = (named) => named;');
    await serveScripts(context);
    const results: CameraResult[] = [];
    for (const fault of faults) {
      const page = await context.newPage();
      await page.goto(demo.url);
      await page.locator('nodeflux-liveness').waitFor();
      const end = (await page.evaluate(
        `import('/chaos/run-in-page.ts').then((m) => m.runInPage(${JSON.stringify(fault)}))`,
      )) as CameraEnd;
      await page.close();
      const result = { ...end, fault };
      results.push(result);
      onDone(result);
    }
    return results;
  } finally {
    await browser?.close();
    await demo?.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** The demo serves its own files only; what runs in the page is answered before it is asked. */
async function serveScripts(context: BrowserContext): Promise<void> {
  await context.route('**/chaos/*.ts', async (route) => {
    const source = join(import.meta.dirname, basename(new URL(route.request().url()).pathname));
    const { code } = await transformWithOxc(await readFile(source, 'utf8'), source);
    await route.fulfill({ contentType: 'text/javascript', body: code });
  });
}

/** Longest time in which a screen with the camera on may ask for nothing. */
const LONGEST_STILL_SECONDS = 15;

/** What is wrong with how a check ended; nothing when it ended as it is to. */
export function faultsOf(result: CameraResult): string[] {
  const { fault, end, cameraOff, retryable, reads, longestStillSeconds } = result;
  const wanted = CAMERA_FAULTS[fault]?.end;
  const failed = !['success', 'cancelled', 'idle'].includes(end);
  return [
    ...(end === wanted ? [] : [`ended as ${end} instead of ${wanted}`]),
    ...(cameraOff ? [] : ['the camera is on']),
    ...(longestStillSeconds > LONGEST_STILL_SECONDS ? ['stood still for too long'] : []),
    ...(failed && !reads ? ['nothing to read'] : []),
    ...(failed && retryable === undefined ? ['no word on retrying'] : []),
  ];
}

const HEAD = [
  'fault',
  'end',
  'seconds',
  'camera off',
  'retryable',
  'still, s',
  'what the person reads',
];

/** The table of docs/reliability.md. Pure. */
export function formatCameraReport(results: readonly CameraResult[]): string {
  const good = results.filter((one) => faultsOf(one).length === 0).length;
  const rows = results.map((one) => [
    one.fault,
    one.end,
    one.seconds.toFixed(1),
    one.cameraOff ? 'yes' : '**no**',
    one.retryable === undefined ? '' : one.retryable ? 'yes' : 'no',
    one.longestStillSeconds.toFixed(1),
    [...one.told, one.reads].filter(Boolean).join(' → '),
  ]);
  return [
    `${good} of ${results.length} ended as they are to, with the camera off.`,
    '',
    markdownTable(HEAD, rows),
  ].join('\n');
}
