import { readFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import type { FaceSignals } from '../../../src/face/face-signals.ts';
import { findBrowser } from '../../browser.ts';
import { PROJECT_ROOT } from '../../face-model/pinned-file.ts';
import { DecodeError, decodeWithFfmpeg } from './decode-clip.ts';
import type { LabelledClip } from './labelled-clip.ts';

/** A browser with the real face graph in it. Close it when the clips are done. */
export interface TrackingBrowser {
  /**
   * The clip's frames as JPEG, by ffmpeg. Where there is none the browser's own video decoder is asked, which is as
   * exact and some ten times slower.
   * @throws {DecodeError} when neither can read the clip, saying what to install.
   */
  decode(clip: LabelledClip): Promise<readonly Buffer[]>;
  /** What the face tracker says of every frame, in order, none dropped. */
  track(clip: LabelledClip): Promise<FaceSignals[]>;
  close(): Promise<void>;
}

/** What the page fetches: the clip, or its frames by number. */
interface Served {
  clip: Buffer;
  frames: readonly Buffer[];
}

const PAGE_MODULE = '/tools/bench/evaluation/tracking-page.ts';

/** Starts Chromium on the sources as they are, served by Vite. */
export async function openTrackingBrowser(): Promise<TrackingBrowser> {
  const served: Served = { clip: Buffer.alloc(0), frames: [] };
  const server = await serveSources(served);
  try {
    const browser = await chromium.launch(await findBrowser());
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(`in the browser: ${error.message}`));
    await page.goto(`${originOf(server)}/evaluate`);
    const decode = async (clip: LabelledClip): Promise<readonly Buffer[]> => {
      const frames = await decodeWithFfmpeg(clip.path, clip.framesPerSecond);
      if (frames) return frames;
      served.clip = await readFile(clip.path);
      return decodeInBrowser(page, clip);
    };
    return {
      decode,
      async track(clip) {
        served.frames = await decode(clip);
        return call(page, 'trackFrames', served.frames.length, clip.framesPerSecond);
      },
      async close() {
        await browser.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** A Vite server of the source tree on a free port, with a blank page at /evaluate and what is `served` below it. */
export async function serveSources(served?: Served): Promise<ViteDevServer> {
  const server = await createServer({
    root: PROJECT_ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    // Its own: a dev server that runs beside must not rewrite it in the middle of a clip.
    cacheDir: 'node_modules/.cache/nodeflux-liveness/evaluate-vite',
    server: { port: 0, hmr: false, watch: null },
    optimizeDeps: {
      entries: ['src/index.ts', 'src/face/tracker-worker.ts', PAGE_MODULE.slice(1)],
    },
    plugins: [
      {
        name: 'evaluate',
        configureServer({ middlewares }) {
          middlewares.use('/evaluate', (request, response) => {
            const [, what, number] = (request.url ?? '').split('/');
            if (what === 'clip') response.end(served?.clip);
            else if (what === 'frame') response.end(served?.frames[Number(number)]);
            else response.setHeader('content-type', 'text/html').end(BLANK_PAGE);
          });
        },
      },
    ],
  });
  return server.listen();
}

const BLANK_PAGE = '<!doctype html><meta name="viewport" content="width=device-width"><body>';

/** Where the server listens, without a slash at the end. */
export function originOf(server: ViteDevServer): string {
  return (server.resolvedUrls?.local[0] ?? '').replace(/\/$/, '');
}

async function decodeInBrowser(page: Page, clip: LabelledClip): Promise<Buffer[]> {
  const frames = await call<string[]>(page, 'seekFrames', clip.framesPerSecond);
  if (frames.length > 0) return frames.map((frame) => Buffer.from(frame, 'base64'));
  throw new DecodeError(
    `${clip.path}: this browser cannot play it. Install ffmpeg (apt-get install ffmpeg, brew install ffmpeg), ` +
      'or point CHROME_PATH at a Chrome that plays H.264.',
  );
}

/** As a string: what tsx makes of a function does not run in a page. */
async function call<T>(page: Page, name: string, ...args: readonly number[]): Promise<T> {
  return page.evaluate<T>(
    `import('${PAGE_MODULE}').then((page) => page.${name}(...${JSON.stringify(args)}))`,
  );
}
