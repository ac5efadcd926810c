import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { describeApi } from '../../src/service/openapi/describe-api.ts';
import { OPERATIONS } from '../../src/service/openapi/operations.ts';
import { buildFaceModel } from '../face-model/build-face-model.ts';
import { buildHostedPage } from './build-hosted-page.ts';
import { writeEditorData } from './editor-data.ts';
import { emitModule, emitModules, emitTypes } from './emit-modules.ts';
import { importedPackages } from './imported-packages.ts';
import { pruneUnreached } from './prune-unreached.ts';
import { relink } from './relink.ts';
import { serviceManifest } from './service-manifest.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** What the service's package has besides its code and its manual. */
const SERVICE_PAGES = ['bench-service', 'evidence', 'passive-detector', 'verdict'];

/** Each with types of its own for the element. */
const FRAMEWORKS = ['preact', 'react', 'solid', 'svelte', 'vue'];

const NOTICES = 'THIRD-PARTY-NOTICES.md';
/** Whose weights and wasm each package carries. */
const PAGE_MODELS = ['@mediapipe/face_mesh', '@mediapipe/tasks-vision'];
const SERVICE_MODELS = ['@mediapipe/face_mesh', '@vladmandic/face-api'];

/** Where the packages go: absolute paths. What is in them is removed first. */
export interface PackageFolders {
  /** The `dist` of `nodeflux-liveness`, whose manifest is that of the repository. */
  readonly dist: string;
  /** The whole of `nodeflux-liveness-service`, its manifest included. */
  readonly service: string;
}

/** Where `npm run build` puts them. */
export const PACKAGE_FOLDERS: PackageFolders = {
  dist: join(ROOT, 'dist'),
  service: join(ROOT, 'dist-service'),
};

/** Builds both packages. */
export async function buildPackages(folders: PackageFolders = PACKAGE_FOLDERS): Promise<void> {
  await buildElementPackage(folders.dist);
  await buildServicePackage(folders.service);
}

/**
 * The element for bundlers, which imports Lit, and for pages without one, with everything in it; the workers, the wasm,
 * the model and the languages that both find beside them; the helper and what servers import in place of the element as
 * one file each; the simulated person as modules.
 */
export async function buildElementPackage(dist: string): Promise<void> {
  await buildFaceModel();
  const vite = { configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' } as const;
  await rm(dist, { recursive: true, force: true });
  emitModules(ROOT, dist, ['src/testing/index.ts']);
  await pruneUnreached(dist, '.js', ['testing/index']);
  await build({ ...vite, build: { outDir: dist, emptyOutDir: false } });
  await build({ ...vite, mode: 'standalone', build: { outDir: dist, emptyOutDir: false } });
  const hidden = { outDir: dist, emptyOutDir: false, sourcemap: 'hidden' } as const;
  await build({ ...vite, mode: 'embed', build: hidden });
  await bundleForServers('src/server/index.ts', join(dist, 'server'));
  await bundleForServers('src/index-server.ts', dist);
  for (const entry of ['index', 'frameworks/react']) emitModule(ROOT, dist, entry);
  const typed = [
    'index',
    'embed/index',
    'server/index',
    ...FRAMEWORKS.map((name) => `frameworks/${name}`),
  ];
  emitTypes(
    ROOT,
    dist,
    typed.map((entry) => `src/${entry}.ts`),
  );
  await pruneUnreached(dist, '.d.ts', [...typed, 'testing/index']);
  writeEditorData(join(ROOT, 'custom-elements.json'), dist);
  await cp(join(ROOT, 'src/face/assets'), join(dist, 'assets'), { recursive: true });
  await cp(join(ROOT, 'src/testing/assets'), join(dist, 'testing/assets'), { recursive: true });
  await writeFile(join(dist, NOTICES), await thirdPartyNotices(dist, PAGE_MODELS));
  // Readable as they are; the maps were for the notices.
  for (const name of ['embed.js', 'index-server.js', 'server/index.js']) {
    await rm(join(dist, `${name}.map`));
  }
}

/** One file with its libraries in it: a backend installs nothing for three small ones. */
async function bundleForServers(entry: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, entry),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: 'hidden',
      copyPublicDir: false,
    },
  });
}

async function buildServicePackage(folder: string): Promise<void> {
  const dist = join(folder, 'dist');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  emitModules(ROOT, dist, ['src/service/index.ts', 'src/service/cli.ts']);
  await pruneUnreached(dist, '.d.ts', ['service/index']);
  await buildHostedPage(join(dist, 'page'));
  const models = 'service/analysis/models';
  await cp(join(ROOT, 'src', models), join(dist, models), { recursive: true });
  await cp(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
  const madeFrom = [...new Set([...SERVICE_MODELS, ...PAGE_MODELS])];
  await writeFile(join(dist, NOTICES), await thirdPartyNotices(dist, madeFrom));
  // They were for the notices.
  for (const name of await readdir(join(dist, 'page'), { recursive: true })) {
    if (name.endsWith('.map')) await rm(join(dist, 'page', name));
  }
  const docs = SERVICE_PAGES.map((name) => `docs/${name}.md`);
  const packed = ['LICENSE', ...docs];
  const places = [
    ['docs/service.md', 'README.md'] as const,
    ...docs.map((path) => [path, path] as const),
  ];
  await mkdir(join(folder, 'docs'));
  for (const [from, to] of places) {
    const page = await readFile(join(ROOT, from), 'utf8');
    await writeFile(join(folder, to), relink(page, from, to, packed));
  }
  const root = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const api = describeApi(OPERATIONS, { basePath: '', version: root.version });
  await writeFile(join(folder, 'openapi.json'), `${JSON.stringify(api, null, 2)}\n`);
  const manifest = serviceManifest(root, await importedPackages(dist));
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
