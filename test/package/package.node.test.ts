import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { isBundled, LANGUAGE_CODES } from '../../src/ui/words/messages/languages.ts';
import { measureParts } from '../../tools/size/measure-parts.ts';
import { overBudget } from '../../tools/size/over-budget.ts';
import { SIZE_BUDGET } from '../../tools/size/size-budget.ts';
import { type BuiltPackage, createBuiltPackage } from './built-package.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** What may be inside the scripts that a page loads. */
const PACKAGES_IN_PAGE = [
  '@lit/reactive-element',
  '@mediapipe/tasks-vision',
  '@shoelace-style/localize',
  'comlink',
  'fflate',
  'lit',
  'lit-element',
  'lit-html',
  'valibot',
];
/** Hosts that scripts may name: the vendor's API, and names that are never requested. */
const HOSTS_IN_PAGE = ['api.identifai.id', 'www.w3.org'];
/** What runs beside the page's own thread. */
const WORKERS = ['tracker-worker.js', 'encode-worker.js'];
/** Every language but the two that are in the element. */
const LANGUAGE_FILES = LANGUAGE_CODES.filter((code) => !isBundled(code)).map(
  (code) => `languages/${code}.js`,
);
/** A language is about a hundred sentences. */
const MAX_LANGUAGE_GZIP_BYTES = 4_000;

describe('the built package', () => {
  let built: BuiltPackage;
  const read = (path: string): string => readFileSync(join(built.folder, path), 'utf8');

  before(async () => {
    built = await createBuiltPackage();
  });
  after(() => built?.remove());

  const pageScripts = ['index.js', ...WORKERS, ...LANGUAGE_FILES];
  for (const script of pageScripts.map((name) => `dist/${name}`)) {
    it(`${script} is made of page code only`, () => {
      const sources: string[] = JSON.parse(read(`${script}.map`)).sources;
      const packages = sources.flatMap(
        (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
      );
      const unexpected = [...new Set(packages)].filter((name) => !PACKAGES_IN_PAGE.includes(name));
      assert.deepEqual(unexpected, []);
      const backendFiles = sources.filter((path) => /src\/(server|service|testing)\//.test(path));
      assert.deepEqual(backendFiles, []);
    });

    it(`${script} imports ${script === 'dist/index.js' ? 'languages, when asked for' : 'nothing'}`, () => {
      const text = read(script);
      const statements = parseAst(text).body.filter(
        (node) => 'source' in node && node.source !== null,
      );
      const dynamic = [...text.matchAll(/\bimport\(\s*["'`]([^"'`]+)/g)].map(([, name]) => name);
      assert.equal(statements.length, 0);
      // A language that imported the element's module would make a second element of it.
      const expected = LANGUAGE_FILES.map((name) => `./${name}`);
      assert.deepEqual(dynamic.sort(), script === 'dist/index.js' ? expected.sort() : []);
    });

    it(`${script} names no host that could be called`, () => {
      const hosts = [...read(script).matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host);
      const called = [...new Set(hosts)].filter((host) => host && !HOSTS_IN_PAGE.includes(host));
      assert.deepEqual(called, []);
    });
  }

  it('no secret key, database or drawing library is in what a page loads', () => {
    const page = ['index.js', ...WORKERS].map((name) => read(`dist/${name}`)).join('');
    const markers = [
      'SECRET_KEY',
      'NODEFLUX-HMAC',
      'libsql',
      'sqlite',
      'piscina',
      'THREE.',
      'hono',
    ];
    assert.deepEqual(
      markers.filter((marker) => page.includes(marker)),
      [],
    );
  });

  it('the element names its files in the one form that bundlers understand', () => {
    const script = read('dist/index.js');
    for (const path of [
      ...WORKERS.map((name) => `./${name}`),
      './assets/vision_wasm_module_internal.wasm',
      './assets/face_landmarker.task',
    ]) {
      assert.ok(script.includes(`new URL("${path}",import.meta.url)`), path);
      assert.ok(readFileSync(join(built.folder, 'dist', path)).length > 0, path);
    }
    assert.equal(script.match(/new URL\(new URL/), null);
  });

  it('is as small as its budget says, and as the README tells', async () => {
    const parts = await measureParts(join(built.folder, 'dist'));
    assert.deepEqual(overBudget(parts, SIZE_BUDGET), []);
    const told = [...read('README.md').matchAll(/^\| (\S+\/?\S+) +\| (\d+) kB \|/gm)];
    assert.deepEqual(
      told.map(([, name]) => name),
      [...parts.map(({ name }) => name), '**all**'],
      'run `npm run size -- --write`',
    );
    for (const { name, rawBytes } of parts) {
      const kilobytes = Number(told.find(([, row]) => row === name)?.[2]);
      // A build on another system may differ by a few bytes.
      const difference = Math.abs(kilobytes - rawBytes / 1000);
      assert.ok(difference < 0.02 * kilobytes + 1, `${name}: run \`npm run size -- --write\``);
    }
  });

  it('has languages of a few kilobytes', () => {
    const heavy = LANGUAGE_FILES.filter(
      (path) =>
        gzipSync(readFileSync(join(built.folder, 'dist', path))).length > MAX_LANGUAGE_GZIP_BYTES,
    );
    assert.deepEqual(heavy, []);
  });

  it('every path in `exports` leads to a file', () => {
    const { exports } = JSON.parse(read('package.json')) as { exports: Record<string, unknown> };
    const paths = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target as Record<string, string>),
    );
    assert.ok(paths.length >= 8);
    for (const path of paths.filter((one) => !one.includes('*'))) {
      assert.ok(readFileSync(join(built.folder, path)).length > 0, path);
    }
  });

  it('is imported without effect where there is no page, as frameworks that render on a server do', () => {
    const { status, output } = built.runNode(`
      const before = Object.keys(globalThis).length;
      const { NodefluxLiveness, LivenessError, GESTURE_NAMES } = await import('nodeflux-liveness');
      const made = () => { try { new NodefluxLiveness(); } catch (error) { return error.message; } };
      console.log(GESTURE_NAMES.length > 5, new LivenessError('network').code);
      console.log(NodefluxLiveness.checkSupport().supported, made());
      console.log(Object.keys(globalThis).length - before);
    `);
    const expected = 'true network\nfalse <nodeflux-liveness> exists in browsers only.\n0\n';
    assert.deepEqual({ status, output }, { status: 0, output: expected });
  });

  it('is the element after all in a test that has a document', () => {
    const { status, output } = built.runNode(`
      import { JSDOM } from 'jsdom';
      const { window } = new JSDOM('<!doctype html><body></body>', { url: 'https://bank.example/' });
      for (const name of Object.getOwnPropertyNames(window)) {
        if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
      }
      for (const name of ['Event', 'CustomEvent', 'EventTarget']) {
        Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
      }
      const { NodefluxLiveness } = await import('nodeflux-liveness');
      document.body.innerHTML = '<nodeflux-liveness lang="en"></nodeflux-liveness>';
      const element = document.querySelector('nodeflux-liveness');
      await element.updateComplete;
      console.log(element instanceof NodefluxLiveness, /quick face check/.test(element.shadowRoot.textContent));
      process.exit();
    `);
    assert.deepEqual({ status, output }, { status: 0, output: 'true true\n' });
  });

  it('the helper loads in plain Node and brings no service with it', () => {
    const { status, output } = built.runNode(`
      import { createLivenessClient, createLivenessHandler } from 'nodeflux-liveness/server';
      createLivenessHandler({ client: createLivenessClient({ baseUrl: 'https://api.example', accessKey: 'a', secretKey: 'b' }), session: () => undefined });
      console.log('made');
    `);
    assert.deepEqual({ status, output }, { status: 0, output: 'made\n' });
  });

  it('the service starts from the package: models, threads and database are where it looks', () => {
    const { status, output } = built.runNode(`
      import { createService, generateKeys } from 'nodeflux-liveness/service';
      const service = createService({ dataFile: './service.sqlite', keys: [generateKeys()] });
      await service.start();
      const answer = await service.fetch(new Request('http://localhost/healthz'));
      console.log(await answer.text());
      await service.close();
    `);
    assert.match(output, /\{"ok":true\}/);
    assert.equal(status, 0, output);
  });

  it('the command runs from the package, with plain Node', () => {
    const { bin, version } = JSON.parse(read('package.json'));
    const cli = join(built.folder, bin['nodeflux-liveness']);
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [cli, ...args], { cwd: built.projectFolder, encoding: 'utf8' });
    assert.match(readFileSync(cli, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    assert.equal(run('--version').stdout, `${version}\n`);
    assert.match(run('--help').stdout, /--trust-proxy/);
    const created = run('keys', 'create', '--data', './keys.sqlite');
    assert.match(created.stdout, /^NODEFLUX_ACCESS_KEY=\w+\nNODEFLUX_SECRET_KEY=\S+\n$/);
    assert.equal(created.status, 0, created.stderr);
  });

  for (const moduleResolution of ['NodeNext', 'Bundler']) {
    it(`its types hold in a strict project with ${moduleResolution} resolution`, () => {
      writeFileSync(join(built.projectFolder, 'consumer.ts'), CONSUMER);
      const compilerOptions = {
        module: moduleResolution === 'NodeNext' ? 'NodeNext' : 'ESNext',
        moduleResolution,
        target: 'ES2022',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: [],
        strict: true,
        skipLibCheck: true,
        noEmit: true,
      };
      writeFileSync(
        join(built.projectFolder, 'tsconfig.json'),
        JSON.stringify({ compilerOptions, files: ['consumer.ts'] }),
      );
      const { status, stdout } = spawnSync(
        process.execPath,
        [join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', '.'],
        { cwd: built.projectFolder, encoding: 'utf8' },
      );
      assert.equal(stdout, '');
      assert.equal(status, 0);
    });
  }

  it('`npm pack` takes what is published and nothing else', (t) => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: built.folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const [{ files, unpackedSize }] = JSON.parse(stdout);
    const paths: string[] = files.map(({ path }: { path: string }) => path);
    const strange = paths.filter((path) => !PUBLISHED_PATHS.some((shape) => shape.test(path)));
    assert.deepEqual(strange, []);
    assert.ok(paths.includes('dist/service/analysis/models/face_mesh.tflite'));
    assert.ok(paths.includes('LICENSE'));
    t.diagnostic(`${paths.length} files, ${(unpackedSize / 1e6).toFixed(1)} MB unpacked`);
  });

  it('every compiled module is on disk under the name that others import', () => {
    const dist = join(built.folder, 'dist');
    const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.js') && !pageScripts.includes(path),
    );
    for (const path of scripts) {
      const text = readFileSync(join(dist, path), 'utf8');
      const uncompiled = [...text.matchAll(/from ["'](\.[^"']+\.ts)["']/g)].map(([, name]) => name);
      assert.deepEqual(uncompiled, [], path);
    }
    assert.ok(scripts.length > 10);
  });
});

const PUBLISHED_PATHS = [
  /^dist\/.+\.(js|d\.ts|js\.map)$/,
  /^dist\/assets\/(face_landmarker\.task|vision_wasm_module_internal\.wasm)$/,
  /^dist\/service\/analysis\/models\/[\w-]+\.tflite$/,
  /^dist\/testing\/assets\/[\w-]+\.json$/,
  /^docs\/.+\.(md|png|svg|webp)$/,
  /^docs\/evaluation\/corrections\.json$/,
  /^(README|CHANGELOG)\.md$/,
  /^(LICENSE|package\.json|custom-elements\.json)$/,
];

const CONSUMER = `
import { NodefluxLiveness, type LivenessErrorCode, type Verdict } from 'nodeflux-liveness';
import { createLivenessClient, createLivenessHandler } from 'nodeflux-liveness/server';

const element: NodefluxLiveness = document.createElement('nodeflux-liveness');
element.tokenProvider = async () => 'token';
element.addEventListener('liveness-success', ({ detail }) => {
  const jobId: string = detail.jobId;
  const verdict: Verdict | undefined = detail.verdict;
  console.log(jobId, verdict);
});
element.addEventListener('liveness-error', ({ detail }) => {
  const code: LivenessErrorCode = detail.code;
  console.log(code);
});
// @ts-expect-error a number is no token
element.submissionToken = 1;

const client = createLivenessClient({ baseUrl: 'https://api.example', accessKey: 'a', secretKey: 'b' });
export const handler: (request: Request) => Promise<Response> = createLivenessHandler({ client, session: () => undefined });
`;
