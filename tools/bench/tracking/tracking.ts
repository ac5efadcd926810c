/**
 * `npm run bench:tracking [-- --rounds 4] [--seconds 8] [--size 640x480] [--recipes bare,element] [--modules <node_modules>]`:
 * measures the element beside the bare tracking recipe and its peers, prints tables and writes docs/bench-tracking.md
 * (not with `--dry-run`).
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../browser.ts';
import { buildFaceModel } from '../../face-model/build-face-model.ts';
import { PROJECT_ROOT } from '../../face-model/pinned-file.ts';
import { measureParts } from '../../size/measure-parts.ts';
import { openBenchSite, PACKAGE_FOLDER } from './bench-site.ts';
import { writeCameraFile } from './camera-file.ts';
import type { EncodingNotes } from './encoding-page.ts';
import { formatReport, type RecipeResult, type SlowStart } from './format-report.ts';
import {
  measureBlock,
  measureColdStart,
  measureStart,
  RECIPES,
  type Recipe,
  type RecipeBlock,
} from './run-recipe.ts';

/** Whose start-up is measured. */
const STARTED = ['bare', 'element', 'element-whole'] as const;
const REPORT = join(PROJECT_ROOT, 'docs/bench-tracking.md');

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '8' },
    size: { type: 'string', default: '640x480' },
    recipes: { type: 'string', default: 'idle,bare,element,element-whole,face-mesh' },
    modules: { type: 'string' },
    starts: { type: 'string', default: '3' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const recipes = values.recipes.split(',').map(readRecipe);
if (values.modules) recipes.push('human');
const [widthPx = 0, heightPx = 0] = values.size.split('x').map(Number);
const blockMs = Number(values.seconds) * 1000;

await buildFaceModel();
const folder = await mkdtemp(join(tmpdir(), 'nodeflux-bench-'));
const site = await openBenchSite(values.modules);
let browser: Browser | undefined;
try {
  const cameraFile = join(folder, 'camera.y4m');
  const drawing = await chromium.launch(await findBrowser());
  await writeCameraFile(drawing, site.origin, { widthPx, heightPx }, cameraFile).finally(() =>
    drawing.close(),
  );
  const launch = await findBrowser();
  browser = await chromium.launch({
    ...launch,
    args: [
      ...launch.args,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${cameraFile}`,
    ],
  });
  const loads: number[] = [];
  const blocks = new Map<Recipe, RecipeBlock[]>(recipes.map((recipe) => [recipe, []]));
  const starts = new Map<Recipe, { coldMs: number; warmMs: number }[]>();
  // In turn, and each round beginning with another, so that the load of the machine meets all of them alike.
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const recipe of rotate(recipes, round)) {
      const block = await measureBlock(browser, site.origin, recipe, blockMs);
      blocks.get(recipe)?.push(block);
      loads.push(loadavg()[0] ?? 0);
      console.log(
        `${recipe}: main ${(100 * block.mainBusy).toFixed(1)} % busy (cpu ${(100 * block.mainCpu).toFixed(1)}, ` +
          `script ${(100 * block.script).toFixed(1)}, style+layout ${(100 * block.styleAndLayout).toFixed(1)}; renderer ${(100 * block.rendererCpu).toFixed(0)}, GPU process ${(100 * block.gpuCpu).toFixed(0)}), ` +
          `${((1000 * block.latenciesMs.length) / block.wallMs).toFixed(1)}/s, load ${loads.at(-1)?.toFixed(1)}`,
      );
    }
  }
  for (let round = 0; round < Number(values.starts); round++) {
    for (const recipe of rotate(STARTED, round)) {
      const start = await measureStart(browser, site.origin, recipe);
      starts.set(recipe, [...(starts.get(recipe) ?? []), start]);
    }
  }
  const slowStarts: SlowStart[] = [];
  for (const recipe of STARTED) {
    const brotliMs = await measureColdStart(browser, site.slow.brotli, recipe);
    const plainMs = await measureColdStart(browser, site.slow.plain, recipe);
    slowStarts.push({ recipe, brotliMs, plainMs });
    console.log(
      `${recipe}, 4 Mbit/s: ${brotliMs.toFixed(0)} ms by brotli, ${plainMs.toFixed(0)} ms plain`,
    );
  }
  const page = await browser.newPage();
  await page.goto(`${site.origin}/encoding.html`);
  const encoding = await page.evaluate<EncodingNotes>('measureEncoding()');
  const results: RecipeResult[] = recipes.map((recipe) => ({
    recipe,
    blocks: blocks.get(recipe) ?? [],
    starts: starts.get(recipe) ?? [],
  }));
  const report = formatReport(results, {
    camera: { widthPx, heightPx },
    blockMs,
    loads,
    parts: await measureParts(PACKAGE_FOLDER),
    slowStarts,
    encoding,
    browserVersion: browser.version(),
  });
  console.log(`\n${report}`);
  if (!values['dry-run']) await writeFile(REPORT, report);
} finally {
  await browser?.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
}

function readRecipe(name: string): Recipe {
  const recipe = RECIPES.find((known) => known === name);
  if (!recipe) throw new Error(`--recipes takes ${RECIPES.join(', ')}, not ${name}`);
  return recipe;
}

function rotate<T>(list: readonly T[], by: number): readonly T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
