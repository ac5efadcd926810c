import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { BlockNotes } from './probe.ts';

/** The recipes that are measured side by side, each in a page of its own. */
export const RECIPES = ['idle', 'bare', 'element', 'element-whole', 'face-mesh', 'human'] as const;
/** One of {@link RECIPES}. */
export type Recipe = (typeof RECIPES)[number];

/** The pages of recipes that share one. */
const PAGES: Readonly<Partial<Record<Recipe, string>>> = {
  'element-whole': 'element.html?runtime=whole',
};
/** In which a gesture is asked for. */
const WITH_GESTURE: readonly Recipe[] = ['element', 'element-whole'];

/** A block of a recipe, after its start-up. */
export interface RecipeBlock extends BlockNotes {
  /** Shares of the wall time, 0..1: what the main thread was occupied, and of that script, style and layout. */
  readonly mainBusy: number;
  readonly script: number;
  readonly styleAndLayout: number;
  /** Processor time of the main thread and of the whole renderer, as shares of the wall time; more than 1 on several cores. */
  readonly mainCpu: number;
  readonly rendererCpu: number;
  /** The process that draws for all pages, the tracker’s WebGL included. */
  readonly gpuCpu: number;
}

/** Time for the wasm’s optimising compiler, the positioning and the neutral face, all of which come before a gesture. */
const SETTLE_MS = 6000;
const START_LIMIT_MS = 60_000;

/** Opens a recipe, waits until it runs steadily, and measures it for a while. */
export async function measureBlock(
  browser: Browser,
  origin: string,
  recipe: Recipe,
  blockMs: number,
): Promise<RecipeBlock> {
  const context = await openContext(browser, origin);
  try {
    const { page } = await openRecipe(context, origin, recipe);
    await wait(SETTLE_MS);
    if (WITH_GESTURE.includes(recipe)) await requireGesture(page);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'timeTicks' });
    await page.evaluate('probe.begin()');
    const before = await metricsOf(session);
    const gpuBeforeS = await gpuSeconds(browser);
    await wait(blockMs);
    const after = await metricsOf(session);
    const gpuAfterS = await gpuSeconds(browser);
    const notes = await page.evaluate<BlockNotes>('probe.end()');
    if (WITH_GESTURE.includes(recipe)) await requireGesture(page);
    const wallS = (after.get('Timestamp') ?? 0) - (before.get('Timestamp') ?? 0);
    const share = (name: string): number =>
      ((after.get(name) ?? 0) - (before.get(name) ?? 0)) / wallS;
    return {
      ...notes,
      mainBusy: share('TaskDuration'),
      script: share('ScriptDuration'),
      styleAndLayout: share('RecalcStyleDuration') + share('LayoutDuration'),
      mainCpu: share('ThreadTime'),
      rendererCpu: share('ProcessTime'),
      gpuCpu: (gpuAfterS - gpuBeforeS) / wallS,
    };
  } finally {
    await context.close();
  }
}

/** From the navigation to the first face, in milliseconds, with nothing cached. */
export async function measureColdStart(
  browser: Browser,
  origin: string,
  recipe: Recipe,
): Promise<number> {
  const context = await openContext(browser, origin);
  try {
    return (await openRecipe(context, origin, recipe)).firstFaceMs;
  } finally {
    await context.close();
  }
}

/** From the navigation to the first face, in milliseconds: with nothing cached, and again with the browser’s cache. */
export async function measureStart(
  browser: Browser,
  origin: string,
  recipe: Recipe,
): Promise<{ coldMs: number; warmMs: number }> {
  const context = await openContext(browser, origin);
  try {
    const cold = await openRecipe(context, origin, recipe);
    await cold.page.close();
    const warm = await openRecipe(context, origin, recipe);
    return { coldMs: cold.firstFaceMs, warmMs: warm.firstFaceMs };
  } finally {
    await context.close();
  }
}

async function openContext(browser: Browser, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await context.grantPermissions(['camera'], { origin });
  return context;
}

async function openRecipe(
  context: BrowserContext,
  origin: string,
  recipe: Recipe,
): Promise<{ page: Page; firstFaceMs: number }> {
  const page = await context.newPage();
  const failed = new Promise<never>((_, reject) => {
    page.on('pageerror', (error) => reject(new Error(`${recipe}: ${error.message}`)));
    setTimeout(async () => {
      const says = await page.title().catch(String);
      reject(new Error(`${recipe}: no face within ${START_LIMIT_MS} ms; the page says: ${says}`));
    }, START_LIMIT_MS).unref();
  });
  failed.catch(() => undefined);
  await page.goto(`${origin}/${PAGES[recipe] ?? `${recipe}.html`}`);
  await page.waitForFunction('"probe" in globalThis');
  const firstFaceMs = await Promise.race([page.evaluate<number>('probe.firstFace'), failed]);
  return { page, firstFaceMs };
}

/** A benchmark of another phase would be another benchmark. */
async function requireGesture(page: Page): Promise<void> {
  const title = await page.title();
  if (title !== 'gesture') throw new Error(`the element is not in a gesture: ${title}`);
}

async function metricsOf(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

/** Processor time of the GPU process so far. */
async function gpuSeconds(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.find(({ type }) => type === 'GPU')?.cpuTime ?? Number.NaN;
}

/** Nothing is asked of the page meanwhile: questions are work too. */
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
