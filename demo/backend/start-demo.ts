import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import compression from 'compression';
import { createServer as createViteServer, type ViteDevServer } from 'vite';
import {
  FACE_LANDMARKER_TASK,
  SMALL_WASM_FILE,
  VISION_WASM_FILE,
} from '../../src/face/asset-manifest.ts';
import { buildFaceModel } from '../../tools/face-model/build-face-model.ts';
import { CompressedFiles } from './compressed-files.ts';
import { createExampleBackend, type ExampleBackendOptions } from './example-backend.ts';
import { isServed } from './is-served.ts';
import { PAGE_HEADERS } from './page-headers.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** This machine only: the demo speaks plain HTTP, and browsers give cameras to localhost alone. */
const HOSTNAME = '127.0.0.1';
/** Addresses that people type, and the page behind each. */
const PAGES: Readonly<Record<string, string>> = {
  '/': '/demo/index.html',
  '/minimal': '/demo/minimal.html',
  '/playground': '/demo/playground.html',
  '/devices': '/demo/devices.html',
};

const VITE_CLIENT = '/@vite/client';
/**
 * Vite's client reloads a page when a source changes, and when its connection was lost for a while: a phone that was locked in
 * the middle of a check would begin anew. Unless somebody works on the pages, this is in its place: of the client's exports
 * the one that the pages use, for imports whose address is made at run time.
 */
const STILL_CLIENT = 'export const injectQuery = (address) => address;\n';

/** What the tracker loads: packed already, under names that carry their hash. */
const TRACKER_FILES = [SMALL_WASM_FILE, VISION_WASM_FILE, FACE_LANDMARKER_TASK].map(
  ({ fileName }) => `/src/face/assets/${fileName}`,
);

/** How the demo is started. */
export interface DemoOptions extends ExampleBackendOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Reloads pages when a source changes. */
  readonly reloads?: boolean;
}

/** The demo, listening. */
export interface Demo {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the three parts of a whole check on one port: the page (Vite, from the sources), the integrator's backend
 * under `/liveness`, and the self-hosted service under `/service`. Builds the face model first when it is missing.
 *
 * @throws Error with the code `EADDRINUSE` when the port is taken.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  await buildFaceModel();
  const backend = await createExampleBackend(options);
  const server = createServer();
  let vite: ViteDevServer | undefined;
  const close = async (): Promise<void> => {
    await vite?.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await backend.close();
  };

  try {
    vite = await startVite(server, options.reloads ?? false);
    await backend.start();
    const url = await listen(server, options.port);
    backend.standAt(url);
    const { middlewares } = vite;
    const files = new CompressedFiles();
    // What Vite makes of the sources, in passing.
    const compress = compression({ filter: (_, response) => isText(response) });
    server.on('request', (request, response) => {
      const { pathname } = new URL(request.url ?? '/', url);
      if (backend.answer(pathname, request, response)) return;
      for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
      if (pathname in PAGES || pathname.endsWith('.html')) backend.welcome(request, response);
      if (pathname === VITE_CLIENT && !options.reloads) {
        response.setHeader('content-type', 'text/javascript; charset=utf-8');
        return void response.end(STILL_CLIENT);
      }
      if (TRACKER_FILES.includes(pathname)) {
        return void files
          .serve(ROOT + pathname, request, response)
          .catch((error: Error) => response.writeHead(500).end(error.message));
      }
      const path = PAGES[pathname] ?? pathname;
      if (!isServed(path)) return void response.writeHead(404).end();
      request.url = request.url?.replace(pathname, path);
      // Written for Express, whose request and response are Node’s own with more to them.
      const [asked, answer] = [request, response] as unknown as Parameters<typeof compress>;
      compress(asked, answer, () => middlewares(request, response));
    });
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function isText(response: ServerResponse): boolean {
  return /^text\/|javascript|json|svg/.test(String(response.getHeader('content-type') ?? ''));
}

async function startVite(server: Server, reloads: boolean): Promise<ViteDevServer> {
  return createViteServer({
    configFile: join(ROOT, 'vite.config.ts'),
    // Two servers must not write the same cache at once.
    cacheDir: join(ROOT, 'node_modules/.vite', reloads ? 'demo' : 'tests'),
    logLevel: 'warn',
    appType: 'mpa',
    server: {
      middlewareMode: true,
      // On this very port, which the page's policy allows.
      hmr: { server },
      watch: reloads ? { ignored: ['**/.liveness-data/**', '**/dist/**', '**/test/**'] } : null,
    },
  });
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, HOSTNAME, done);
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
