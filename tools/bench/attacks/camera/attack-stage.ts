import { getRequestListener } from '@hono/node-server';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { findBrowser } from '../../../browser.ts';
import { PROJECT_ROOT } from '../../../face-model/pinned-file.ts';
import type { AttackedService } from '../attacked-service.ts';

/** A browser, the sources, and the service that is attacked, on one port. */
export interface AttackStage {
  /** Where the page finds the service. */
  readonly apiPath: string;
  /** The service that answers from now on. */
  face(service: AttackedService): void;
  /** Calls an exported function of a module of the sources in a page; the answer must be JSON. */
  call<T>(module: string, name: string, ...args: readonly unknown[]): Promise<T>;
  close(): Promise<void>;
}

/** The service is mounted under this path. */
export const API_PATH = '/service';
const MODULES = [
  'tools/bench/attacks/camera/render-page.ts',
  'tools/bench/attacks/camera/present-page.ts',
];
/** A page keeps the face tracker; another now and then, so that nothing piles up. */
const CALLS_PER_PAGE = 8;
const BLANK_PAGE = '<!doctype html><meta name="viewport" content="width=device-width"><body>';

/** Starts Vite on the sources as they are, and Chromium. */
export async function openAttackStage(): Promise<AttackStage> {
  let attacked: AttackedService | undefined;
  const answer = getRequestListener(async (request) =>
    attacked ? attacked.fetch(request) : new Response(null, { status: 503 }),
  );
  const server = await createServer({
    root: PROJECT_ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    cacheDir: 'node_modules/.cache/nodeflux-liveness/attacks-vite',
    resolve: { conditions: ['module', 'browser', 'production'] },
    server: { port: 0, hmr: false, watch: null },
    optimizeDeps: { entries: ['src/index.ts', 'src/face/tracker-worker.ts', ...MODULES] },
    plugins: [
      {
        name: 'attacks',
        configureServer({ middlewares }) {
          middlewares.use((request, response, next) => {
            if (request.url?.startsWith(`${API_PATH}/`)) void answer(request, response);
            else if (request.url === '/attacks')
              response.setHeader('content-type', 'text/html').end(BLANK_PAGE);
            else next();
          });
        },
      },
    ],
  });
  let browser: Browser | undefined;
  let page: Page | undefined;
  let calls = 0;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server.close();
  };
  try {
    await server.listen();
    browser = await chromium.launch(await findBrowser());
  } catch (error) {
    await close();
    throw error;
  }
  const started = browser;
  return {
    apiPath: API_PATH,
    face(service) {
      attacked = service;
    },
    async call(module, name, ...args) {
      if (page && calls % CALLS_PER_PAGE === 0) {
        await page.close();
        page = undefined;
      }
      calls += 1;
      page ??= await openPage(started, server);
      return callIn(page, `/${module}`, name, args);
    },
    close,
  };
}

async function openPage(browser: Browser, server: ViteDevServer): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  page.on('pageerror', (error) => console.error(`in the page: ${error.message}`));
  await page.goto(new URL('/attacks', server.resolvedUrls?.local[0]).href);
  return page;
}

async function callIn<T>(
  page: Page,
  module: string,
  name: string,
  args: readonly unknown[],
): Promise<T> {
  // As a string: what tsx makes of a function does not run in a page.
  return page.evaluate<T>(
    `import(${JSON.stringify(module)}).then((page) => page[${JSON.stringify(name)}](...${JSON.stringify(args)}))`,
  );
}
