import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { build } from 'vite';
import { CompressedFiles } from '../../../demo/backend/compressed-files.ts';
import { type AssetLayout, FACE_LANDMARKER_TASK } from '../../../src/face/asset-manifest.ts';
import { selfContainedRuntime } from '../../build/self-contained-runtime.ts';
import { OUTPUTS } from '../../face-model/make-outputs.ts';
import { unpackAsset } from '../../face-model/pack-asset.ts';
import { PROJECT_ROOT } from '../../face-model/pinned-file.ts';
import { SLOW_NETWORK, SlowLine } from './slow-response.ts';

/** Where the package and the pages are built. */
const OUT_FOLDER = join(PROJECT_ROOT, 'node_modules/.cache/nodeflux-liveness/bench-tracking');
/** The package as it goes to npm. */
export const PACKAGE_FOLDER = join(OUT_FOLDER, 'package');
const BARE_FOLDER = join(OUT_FOLDER, 'bare');
const PAGES_FOLDER = join(OUT_FOLDER, 'pages');
const PAGES = ['record', 'idle', 'bare', 'element', 'face-mesh', 'human', 'encoding'] as const;

/** The pages of the benchmark on a port of this machine. */
export interface BenchSite {
  readonly origin: string;
  /** The same over {@link SLOW_NETWORK}, from a host that compresses by brotli and from one that compresses nothing. */
  readonly slow: { readonly brotli: string; readonly plain: string };
  close(): Promise<void>;
}

/**
 * Builds the package and the pages and serves them as production would: bundled, compressed by brotli.
 *
 * @param extraModules A `node_modules` folder for peers that the project does not install.
 */
export async function openBenchSite(extraModules: string | undefined): Promise<BenchSite> {
  await buildElement();
  await build({
    configFile: false,
    root: import.meta.dirname,
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es', plugins: () => [selfContainedRuntime()] },
    build: {
      target: 'esnext',
      outDir: PAGES_FOLDER,
      emptyOutDir: true,
      rolldownOptions: { input: PAGES.map((name) => join(import.meta.dirname, `${name}.html`)) },
    },
  });
  const folders: readonly (readonly [prefix: string, folders: readonly string[]])[] = [
    ['/package/', [PACKAGE_FOLDER]],
    ['/bare-assets/', [BARE_FOLDER]],
    [
      '/modules/',
      [join(PROJECT_ROOT, 'node_modules'), ...(extraModules ? [resolve(extraModules)] : [])],
    ],
    ['/', [PAGES_FOLDER]],
  ];
  const files = new CompressedFiles();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [prefix, candidates] = folders.find(([start]) => pathname.startsWith(start)) ?? ['', []];
    for (const folder of candidates) {
      const path = join(folder, pathname.slice(prefix.length));
      if (!path.startsWith(folder + sep)) continue;
      const found = await files.serve(path, request, response).then(
        () => true,
        () => false,
      );
      if (found) return;
    }
    notFound(response);
  };
  const answerSlowly = (compresses: boolean) => {
    const line = new SlowLine(SLOW_NETWORK);
    return (request: IncomingMessage, response: ServerResponse) => {
      if (!compresses) delete request.headers['accept-encoding'];
      line.slowDown(response);
      return answer(request, response);
    };
  };
  const servers = [answer, answerSlowly(true), answerSlowly(false)].map((one) => createServer(one));
  const [origin = '', brotli = '', plain = ''] = await Promise.all(servers.map(listen));
  return {
    origin,
    slow: { brotli, plain },
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

/** On a free port of this machine. */
async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

/** The part of the package that pages load, as `npm run build` makes it. */
async function buildElement(): Promise<void> {
  await build({
    configFile: join(PROJECT_ROOT, 'vite.config.ts'),
    mode: 'standalone',
    logLevel: 'warn',
    build: { outDir: PACKAGE_FOLDER, emptyOutDir: true },
  });
  const assets = join(PROJECT_ROOT, 'src/face/assets');
  await cp(assets, join(PACKAGE_FOLDER, 'assets'), { recursive: true });
  // The bare recipe loads what MediaPipe's own would: the whole runtime and the model, which the host compresses.
  await mkdir(BARE_FOLDER, { recursive: true });
  const unpack = async (from: string, to: string, layout?: AssetLayout) =>
    writeFile(join(BARE_FOLDER, to), unpackAsset(await readFile(join(PROJECT_ROOT, from)), layout));
  await unpack(OUTPUTS.wasm.path, 'runtime.wasm');
  await unpack(OUTPUTS.task.path, 'model.task', FACE_LANDMARKER_TASK.layout);
}

/** Also what the element hears when it asks for a paced session: none here, so that the page draws the gestures. */
function notFound(response: ServerResponse): void {
  response.writeHead(404).end();
}
