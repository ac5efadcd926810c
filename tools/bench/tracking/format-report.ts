import { cpus } from 'node:os';
import { percentile } from '../percentile.ts';
import type { AssetSize } from './asset-sizes.ts';
import type { EncodingNotes } from './encoding-page.ts';
import type { Recipe, RecipeBlock } from './run-recipe.ts';

/** All blocks and starts of a recipe, oldest first. */
export interface RecipeResult {
  readonly recipe: Recipe;
  readonly blocks: readonly RecipeBlock[];
  readonly starts: readonly { readonly coldMs: number; readonly warmMs: number }[];
}

/** What was measured beside the recipes. */
export interface BenchFacts {
  readonly camera: { readonly widthPx: number; readonly heightPx: number };
  readonly blockMs: number;
  /** Load averages after each block. */
  readonly loads: readonly number[];
  readonly assets: readonly AssetSize[];
  readonly encoding: EncodingNotes;
  readonly browserVersion: string;
}

/** An animation frame later than this is seen. */
const LATE_FRAME_MS = 25;

const NAMES: Readonly<Record<Recipe, string>> = {
  idle: 'camera shown, nothing tracked',
  bare: 'bare recipe',
  element: '**the element**',
  'face-mesh': '`@mediapipe/face_mesh` (main thread)',
  human: '`@vladmandic/human` (wasm, main thread)',
};

/** One figure of a block. */
interface Figure {
  readonly head: string;
  readonly of: (block: RecipeBlock) => number;
  readonly show: (value: number) => string;
}

const share = (value: number): string => `${(100 * value).toFixed(1)} %`;
const ms = (value: number): string => `${value.toFixed(1)} ms`;

const FIGURES: readonly Figure[] = [
  { head: 'main busy', of: (block) => block.mainBusy, show: share },
  { head: 'main CPU', of: (block) => block.mainCpu, show: share },
  { head: 'script', of: (block) => block.script, show: share },
  { head: 'style, layout', of: (block) => block.styleAndLayout, show: share },
  { head: 'renderer CPU', of: (block) => block.rendererCpu, show: share },
  { head: 'GPU process', of: (block) => block.gpuCpu, show: share },
  { head: 'rAF p95', of: (block) => percentile(block.frameGapsMs, 0.95), show: ms },
  {
    head: `rAF > ${LATE_FRAME_MS} ms`,
    of: ({ frameGapsMs }) =>
      frameGapsMs.filter((gap) => gap > LATE_FRAME_MS).length / frameGapsMs.length,
    show: share,
  },
  {
    head: 'long tasks',
    of: (block) => block.longTasksMs.length,
    show: (value) => value.toFixed(0),
  },
  { head: 'signal p50', of: (block) => percentile(block.latenciesMs, 0.5), show: ms },
  { head: 'signal p95', of: (block) => percentile(block.latenciesMs, 0.95), show: ms },
  {
    head: 'tracked/s',
    of: ({ latenciesMs, wallMs }) => (1000 * latenciesMs.length) / wallMs,
    show: (value) => value.toFixed(1),
  },
];

/** The page docs/bench-tracking.md. */
export function formatReport(results: readonly RecipeResult[], facts: BenchFacts): string {
  const { camera, loads, encoding } = facts;
  const rounds = Math.max(...results.map(({ blocks }) => blocks.length));
  const cores = cpus().length;
  const isBusy = percentile(loads, 0.5) > 2 * cores;
  return `# How fast the tracking is

Written by \`npm run bench:tracking\`. Run it on your own machine: ratios travel, milliseconds do not.

- Machine: ${cores} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Chromium ${facts.browserVersion} headless, WebGL and compositing in software, Node ${process.versions.node}. No graphics card, no phone, no other browser was measured.
- Load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)} while it ran.${isBusy ? ' **The machine was busy with other work: trust the ratios alone.**' : ''}
- Camera: the drawn person at ${camera.widthPx}×${camera.heightPx}, 30 a second, from a file. ${rounds} blocks of ${(facts.blockMs / 1000).toFixed(0)} s each, in turn; medians of the blocks; every block in a fresh page, after start-up.
- The element is the built package, in a gesture that the person never makes: overlay, drawing, ring and second-face check run. The bare recipe is the face landmarker in a module worker fed with \`new VideoFrame(video)\`, and nothing else.

## While it runs

${table(
  ['', ...FIGURES.map(({ head }) => head)],
  results.map(({ recipe, blocks }) => [
    NAMES[recipe],
    ...FIGURES.map(({ of, show }) => show(median(blocks.map(of)))),
  ]),
)}
${ratios(results)}
- *main busy*: share of the time in which the page’s main thread had a task, waiting for a core included. *main CPU* is what it computed.
- *renderer CPU*: all threads of the page, the tracker among them; 100 % is one core.
- *rAF*: between two animation frames, of which there are 60 a second.
- *signal*: from the capture of a picture until its signals were judged.
- \`@vladmandic/human\` has 43 MB and is not installed with this project: \`npm i --prefix /tmp/peers @vladmandic/human @tensorflow/tfjs-backend-wasm --legacy-peer-deps\`, then \`npm run bench:tracking -- --modules /tmp/peers/node_modules\`.

### Why the element's signals take longer than the bare recipe's

The target is 1.2 × the bare recipe; with WebGL and compositing in software it is not reached: the table says by how much, and a busier machine makes it worse (2.2 × at a load of 4, when first measured). Compositing the page and the tracker's drawing and reading back of each picture share one GPU process, which here computes on the same two cores: in the tracker's worker \`drawImage\` of the picture takes 12.7 ms bare and 27.5 ms in the element, \`readPixels\` 2.0 and 18.5 ms. A graphics card does that work elsewhere; none was there to measure.

What of the page costs it, by hand at 640×480: one thing switched off by CSS in the running element, in turn with the element as it is, at a load of 12 to 17. Each ratio is of two neighbouring blocks of 2.5 s; below 1 is faster.

| switched off | signal p50, ratio per pair |
| --- | --- |
| the camera's picture but for 8×8 px | 0.32, 0.39, 0.56 |
| veil, ring, drawing and rounded corners | 0.33, 0.39, 0.58 |
| rounded corners (\`overflow\`, \`border-radius\`) | 0.74, 0.77, 0.88; at a load of 4: 0.78 |
| rounded corners of the picture, those of its box kept | 0.38, 0.65, 0.74, 0.86 |
| rounded corners of the box, those of the picture kept | 0.32, 0.32, 1.02, 1.81 |
| rounded corners moved to video and veil | 0.41, 0.53, 0.89, 1.42 |
| rounded corners and the drawing's movement | 0.44, 0.59, 0.66, 0.79 |
| rounded corners and the ring | 0.28, 0.44, 0.64, 0.90 |
| the ring | 0.71, 0.92, 1.56 |
| veil and ring | 0.85, 0.96, 1.21 |
| the drawing's movement | 0.78, 1.11, 1.70 |
| the movement in 6 steps | 0.43, 0.77, 1.32 |
| the mirroring of the video | 1.02, 1.05, 1.15 |

The first four, and the corners with something else, are below 1 in every pair; the other rows are not told from noise at this load. With the picture at 8×8 px the element took 75 to 80 ms, and without anything drawn over or around it 74 to 149 ms, where the bare recipe, whose picture is plain, took 66 to 79 ms: a picture with something drawn over it is what costs. Its rounded corners alone take about a quarter. With the tracker paused the GPU process computed 5 to 16 ms for each animation frame, and 0.3 and 5 ms with the video hidden. Nothing of the look was given up for that: no row but the ones that change it is a sure gain, and on a graphics card none was measured.

## Start-up

${table(
  ['file', 'raw', 'gzip', 'brotli'],
  [...facts.assets, total(facts.assets)].map(({ name, bytes, gzipBytes, brotliBytes }) => [
    name,
    ...[bytes, gzipBytes, brotliBytes].map((size) => `${(size / 1000).toFixed(0)} kB`),
  ]),
)}

${table(
  ['from navigation to the first face', 'nothing cached', 'files cached'],
  results
    .filter(({ starts }) => starts.length > 0)
    .map(({ recipe, starts }) => [
      NAMES[recipe],
      `${median(starts.map(({ coldMs }) => coldMs)).toFixed(0)} ms`,
      `${median(starts.map(({ warmMs }) => warmMs)).toFixed(0)} ms`,
    ]),
)}

From this very machine, so that the network costs nothing; camera and gesture guidance of the element included.

## Encoding

One picture of ${encoding.widthPx}×${encoding.heightPx} as bytes and data URI, medians. Held up is the longest time that the main thread did nothing else in one piece, waiting for a core included:

${table(
  ['', 'main thread held up', 'until it is there'],
  [
    [
      '`canvas.toBlob` in the page, as where a worker cannot',
      ms2(encoding.pageHeldMs),
      ms(encoding.pageTotalMs),
    ],
    [
      '**in a worker, as the element does**',
      ms2(encoding.workerHeldMs),
      ms(encoding.workerTotalMs),
    ],
  ],
)}
`;
}

function ratios(results: readonly RecipeResult[]): string {
  const blocksOf = (wanted: Recipe): readonly RecipeBlock[] =>
    results.find(({ recipe }) => recipe === wanted)?.blocks ?? [];
  const [bare, element] = [blocksOf('bare'), blocksOf('element')];
  if (bare.length === 0 || element.length === 0) return '';
  const rows = FIGURES.map(({ head, of }) => {
    // Round by round: both met the same load.
    const each = element.map((block, round) => of(block) / of(bare[round] ?? block));
    const spread = `${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)}`;
    return [head, median(each).toFixed(2), spread];
  }).filter(([, ratio]) => Number.isFinite(Number(ratio)));
  return `\n${table(['element ÷ bare', 'median', 'range'], rows)}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const marks = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(marks), ...rows.map(line)].join('\n');
}

function total(assets: readonly AssetSize[]): AssetSize {
  const sum = (of: (asset: AssetSize) => number): number =>
    assets.reduce((whole, asset) => whole + of(asset), 0);
  return {
    name: '**all**',
    bytes: sum(({ bytes }) => bytes),
    gzipBytes: sum(({ gzipBytes }) => gzipBytes),
    brotliBytes: sum(({ brotliBytes }) => brotliBytes),
  };
}

const ms2 = (value: number): string => `${value.toFixed(2)} ms`;
const median = (values: readonly number[]): number => percentile(values, 0.5);
