import { cpus } from 'node:os';
import type { Part } from '../../size/measure-parts.ts';
import { sizeTable } from '../../size/size-table.ts';
import { allButFirst, markdownTable } from '../report/markdown-table.ts';
import { percentile } from '../report/percentile.ts';
import type { EncodingNotes } from './encoding-page.ts';
import type { Recipe, RecipeBlock } from './run-recipe.ts';

/** All blocks and starts of a recipe, oldest first. */
export interface RecipeResult {
  readonly recipe: Recipe;
  readonly blocks: readonly RecipeBlock[];
  readonly starts: readonly { readonly coldMs: number; readonly warmMs: number }[];
}

/** From the navigation to the first face over a slow network, nothing cached, once. */
export interface SlowStart {
  readonly recipe: Recipe;
  /** From a host that compresses, and from one that does not. */
  readonly brotliMs: number;
  readonly plainMs: number;
}

/** What was measured beside the recipes. */
export interface BenchFacts {
  readonly camera: { readonly widthPx: number; readonly heightPx: number };
  readonly blockMs: number;
  /** Load averages after each block. */
  readonly loads: readonly number[];
  readonly parts: readonly Part[];
  readonly slowStarts: readonly SlowStart[];
  readonly encoding: EncodingNotes;
  readonly browserVersion: string;
}

/** An animation frame later than this is seen. */
const LATE_FRAME_MS = 25;

const NAMES: Readonly<Record<Recipe, string>> = {
  idle: 'camera shown, nothing tracked',
  bare: 'bare recipe',
  element: '**the element**',
  'element-whole': 'the element with `runtime="whole"`',
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

### Where the time went

The element was 1.6 × as slow as the bare recipe (87 against 53 ms, 16 pictures a second), because the tracker and the page on the screen share one GPU process: each picture was drawn on a canvas, put on a WebGL texture and read back, and stood in the queue with the page’s own frames at every step. Now no picture goes there. By hand, in turn in the running element’s worker, at 640×480 and a load of 2:

| a picture’s pixels, for the tracker | median |
| --- | ---: |
| \`new VideoFrame(video)\`, drawn on a canvas in memory: as before, and the bare recipe | 24 ms |
| the same, \`copyTo\` as RGBA | 23 ms |
| of the track (\`MediaStreamTrackProcessor\`), drawn | 24 ms |
| **of the track, \`copyTo\` as RGBA, scaled on a canvas in memory** | 2.8 ms |
| of the track, \`copyTo\` as it is, converted and scaled by a loop | 1.9 ms |

The frames that a video gives have been made ready for the screen; those of the track lie in memory. The loop is a millisecond better and would be ours to keep right. MediaPipe’s graph, the page at rest: 11.3 ms a picture through WebGL, 9.1 ms through [\`pixel-canvas.ts\`](../src/face/pixel-canvas.ts), and the same landmarks to the last digit; in the element \`readPixels\` alone had waited 18 ms. Browsers without \`MediaStreamTrackProcessor\` in pages (Firefox, Safari) gain the second part only; neither was measured.

The page’s main thread: a drawing of which parts move kept it busy for 4 of 14 %, sixty times a second, until each moving part was a layer of its own; the ring, drawn anew for each picture, for 2. Rounded corners, veil and ring cost the GPU process a third of its time and the tracker nothing any more.

## Start-up

${sizeTable(facts.parts)}

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

From this very machine, so that the network costs nothing; camera and gesture guidance of the element included. Before the runtime was cut and packed, at a load of 2: the bare recipe 834 and 702 ms, the element 1560 and 1530 ms, of 14,345 kB raw, 5,895 by gzip, 5,195 by brotli.

${table(
  ['over 4 Mbit/s and 100 ms, nothing cached', 'brotli host', 'host that compresses nothing'],
  facts.slowStarts.map(({ recipe, brotliMs, plainMs }) => [
    NAMES[recipe],
    `${(brotliMs / 1000).toFixed(1)} s`,
    `${(plainMs / 1000).toFixed(1)} s`,
  ]),
)}

One start each; the server sends as slowly as that network. The bare recipe loads what MediaPipe’s own loads, as the element did before.

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

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  markdownTable(head, rows, allButFirst(head));

const ms2 = (value: number): string => `${value.toFixed(2)} ms`;
const median = (values: readonly number[]): number => percentile(values, 0.5);
