import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { ENCODE_WORKER_FILE } from '../../src/capture/jpeg-encoder.ts';
import {
  FACE_LANDMARKER_TASK,
  SMALL_WASM_FILE,
  TRACKER_WORKER_FILE,
  VISION_WASM_FILE,
} from '../../src/face/asset-manifest.ts';
import { isBundled, LANGUAGE_CODES, languageFile } from '../../src/ui/words/messages/languages.ts';
import { importedPackages, importsOf } from '../../tools/build/imported-packages.ts';
import { measureParts } from '../../tools/size/measure-parts.ts';
import { overBudget } from '../../tools/size/over-budget.ts';
import { SIZE_BUDGET } from '../../tools/size/size-budget.ts';
import { type BuiltPackage, createBuiltPackage } from './built-package.ts';

/** What may be inside the scripts that a page loads. */
const PACKAGES_IN_PAGE = [
  '@lit/reactive-element',
  '@mediapipe/tasks-vision',
  '@shoelace-style/localize',
  'comlink',
  'fflate',
  'lean-qr',
  'lit',
  'lit-element',
  'lit-html',
  'valibot',
];
/** Hosts that scripts may name: the vendor's API, and names that are never requested. */
const HOSTS_IN_PAGE = ['api.identifai.id', 'www.w3.org'];
/** What runs beside the page's own thread. */
const WORKERS = [`assets/${TRACKER_WORKER_FILE}`, `assets/${ENCODE_WORKER_FILE}`];
/** The element for bundlers, and for pages without one. */
const ELEMENT_SCRIPTS = ['element.js', 'standalone.js'];
/** What the element for bundlers leaves to the host, so that both share it. */
const HOST_PACKAGES = /^lit(\/|$)/;
/** Every language but the two that are in the element. */
const LANGUAGE_FILES = LANGUAGE_CODES.filter((code) => !isBundled(code)).map(
  (code) => `assets/${languageFile(code)}`,
);
/** A language is about a hundred sentences. */
const MAX_LANGUAGE_GZIP_BYTES = 4_400;

/** What an install of the element brings, beside its packages. */
const MAX_UNPACKED_BYTES = 12_500_000;
/** The service's own page has the element and all that it loads. */
const MAX_SERVICE_UNPACKED_BYTES = 16_500_000;

/** Each package: the shapes of its paths, and some that must be there. */
const PUBLISHED: readonly (readonly [string, readonly RegExp[], readonly string[]])[] = [
  [
    'nodeflux-liveness',
    [
      /^dist\/(?!service).+\.(js|d\.ts|js\.map)$/,
      /^dist\/assets\/face_(model|runtime_small|runtime_whole)-[0-9a-f]{8}\.bin$/,
      /^dist\/testing\/assets\/[\w-]+\.json$/,
      /^docs\/.+\.(md|png|svg|webp)$/,
      /^docs\/llms\.txt$/,
      /^docs\/evaluation\/corrections\.json$/,
      /^dist\/(web-types|vscode\.(html|css)-custom-data)\.json$/,
      /^dist\/THIRD-PARTY-NOTICES\.md$/,
      /^(README|CHANGELOG|CONTRIBUTING|SECURITY)\.md$/,
      /^(LICENSE|package\.json|custom-elements\.json)$/,
    ],
    ['LICENSE', 'README.md', 'dist/standalone.js', `dist/assets/${FACE_LANDMARKER_TASK.fileName}`],
  ],
  [
    'nodeflux-liveness-service',
    [
      /^dist\/.+\.(js|d\.ts)$/,
      /^dist\/THIRD-PARTY-NOTICES\.md$/,
      /^dist\/service\/analysis\/models\/[\w-]+\.tflite$/,
      /^dist\/page\/.+\.(css|svg|bin)$/,
      /^docs\/[\w-]+\.md$/,
      /^README\.md$/,
      /^(LICENSE|package\.json|openapi\.json)$/,
    ],
    [
      'LICENSE',
      'README.md',
      'openapi.json',
      'dist/page/check-page.js',
      'dist/service/analysis/models/face_mesh.tflite',
    ],
  ],
];

describe('the built package', () => {
  let built: BuiltPackage;
  const read = (path: string): string => readFileSync(join(built.folder, path), 'utf8');

  before(async () => {
    built = await createBuiltPackage();
  });
  after(() => built?.remove());

  const pageScripts = [...ELEMENT_SCRIPTS, ...WORKERS, ...LANGUAGE_FILES];
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

    const isElement = ELEMENT_SCRIPTS.includes(script.slice('dist/'.length));
    it(`${script} imports ${isElement ? 'languages, when asked for' : 'nothing'}`, () => {
      const text = read(script);
      const imported = parseAst(text).body.flatMap((node) =>
        'source' in node && node.source ? [node.source.value] : [],
      );
      const dynamic = [...text.matchAll(/\bimport\(\s*["'`]([^"'`]+)/g)].map(([, name]) => name);
      const own = imported.filter((name) => !HOST_PACKAGES.test(String(name)));
      assert.deepEqual(own, []);
      assert.equal(imported.length > 0, script === 'dist/element.js');
      // A language that imported the element's module would make a second element of it.
      const expected = LANGUAGE_FILES.map((name) => `./${name}`);
      assert.deepEqual(dynamic.sort(), isElement ? expected.sort() : []);
    });

    it(`${script} names no host that could be called`, () => {
      const hosts = [...read(script).matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host);
      const called = [...new Set(hosts)].filter((host) => host && !HOSTS_IN_PAGE.includes(host));
      assert.deepEqual(called, []);
    });
  }

  it('no secret key, database or drawing library is in what a page loads', () => {
    const page = [...ELEMENT_SCRIPTS, ...WORKERS].map((name) => read(`dist/${name}`)).join('');
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

  for (const name of ELEMENT_SCRIPTS) {
    it(`${name} names its files in the one form that bundlers understand`, () => {
      const script = read(`dist/${name}`);
      for (const path of [
        ...WORKERS.map((worker) => `./${worker}`),
        ...[SMALL_WASM_FILE, VISION_WASM_FILE, FACE_LANDMARKER_TASK].map(
          ({ fileName }) => `./assets/${fileName}`,
        ),
      ]) {
        assert.ok(script.includes(`new URL("${path}",import.meta.url)`), path);
        assert.ok(readFileSync(join(built.folder, 'dist', path)).length > 0, path);
      }
      assert.equal(script.match(/new URL\(new URL/), null);
    });
  }

  for (const name of ELEMENT_SCRIPTS) {
    it(`${name} names its workers by its version, after which some bundlers call their files`, () => {
      const { version } = JSON.parse(read('package.json'));
      const names = [...read(`dist/${name}`).matchAll(/\bname:[`"'](nodeflux-[^`"']+)/g)];
      const told = [...new Set(names.map(([, worker]) => worker))].sort();
      assert.deepEqual(told, [
        `nodeflux-liveness-face-tracker-${version}`,
        `nodeflux-liveness-jpeg-encoder-${version}`,
      ]);
    });

    it(`${name} has bundlers leave alone what it imports by an address of the page`, () => {
      const imports = [...read(`dist/${name}`).matchAll(/\bimport\(([^)`"']*)\)/g)];
      assert.ok(imports.length > 0);
      for (const [whole] of imports) {
        assert.match(whole, /webpackIgnore: true/);
        assert.match(whole, /@vite-ignore/);
      }
    });
  }

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

  it('has no Lit behind a bundler, which shares that of the page', () => {
    const [forBundlers = 0, standalone = 0] = ELEMENT_SCRIPTS.map(
      (name) => gzipSync(readFileSync(join(built.folder, 'dist', name))).length,
    );
    assert.ok(forBundlers < standalone - 5_000, `${forBundlers} and ${standalone} bytes`);
  });

  it('names nothing that only Node has, which bundlers would add to the page', () => {
    for (const path of [...ELEMENT_SCRIPTS, ...WORKERS]) {
      const found = read(`dist/${path}`).match(/(?<![.\w$'"`-])(process|Buffer)(?=\.)/g);
      assert.equal(found, null, path);
    }
  });

  it('tells nothing of the machine that built it', () => {
    for (const path of ELEMENT_SCRIPTS) {
      const { sources } = JSON.parse(read(`dist/${path}.map`)) as { sources: string[] };
      const foreign = sources.filter((source) => !/^(src|node_modules)\//.test(source));
      assert.deepEqual(foreign, []);
    }
  });

  it('has languages of a few kilobytes', () => {
    const heavy = LANGUAGE_FILES.filter(
      (path) =>
        gzipSync(readFileSync(join(built.folder, 'dist', path))).length > MAX_LANGUAGE_GZIP_BYTES,
    );
    assert.deepEqual(heavy, []);
  });

  for (const name of ['nodeflux-liveness', 'nodeflux-liveness-service']) {
    const packageOf = () => (name === 'nodeflux-liveness' ? built.folder : built.serviceFolder);
    const manifestOf = () => JSON.parse(readFileSync(join(packageOf(), 'package.json'), 'utf8'));

    it(`every path in the manifest of ${name} leads to a file`, () => {
      const { exports, main, types, bin = {} } = manifestOf();
      const targets = Object.values(exports as Record<string, string | Record<string, string>>);
      const paths = [
        ...targets.flatMap((target) =>
          typeof target === 'string' ? [target] : Object.values(target),
        ),
        ...[main, types, ...Object.values<string>(bin)],
      ];
      assert.ok(paths.length >= 5);
      for (const path of paths.filter((one) => !one.includes('*'))) {
        assert.ok(readFileSync(join(packageOf(), path)).length > 0, path);
      }
    });

    it(`${name} depends on what its files import, and on nothing else`, async () => {
      const { dependencies, peerDependencies = {} } = manifestOf();
      const imported = await importedPackages(join(packageOf(), 'dist'));
      assert.ok(imported.length > 0);
      // In the examples of its own types.
      const others = imported.filter((one) => one !== name);
      assert.deepEqual(others, Object.keys({ ...dependencies, ...peerDependencies }).sort());
    });

    it(`the pages of ${name} link to files that are in it`, () => {
      const pages = readdirSync(packageOf(), { recursive: true, encoding: 'utf8' }).filter(
        (path) => path.endsWith('.md') && !path.startsWith('dist'),
      );
      assert.ok(pages.includes('README.md'));
      const dead = pages.flatMap((page) => {
        const text = readFileSync(join(packageOf(), page), 'utf8');
        const links = [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(
          ([, path]) => path ?? '',
        );
        return links
          .filter((path) => !existsSync(join(packageOf(), page, '..', path)))
          .map((path) => `${page}: ${path}`);
      });
      assert.deepEqual(dead, []);
    });
  }

  it('a backend installs the helper alone: it is one file that imports Node and nothing else', () => {
    const files = readdirSync(join(built.folder, 'dist/server')).filter((one) =>
      one.endsWith('.js'),
    );
    assert.deepEqual(files, ['index.js']);
    const packages = importsOf(read('dist/server/index.js')).filter((one) => !isBuiltin(one));
    assert.deepEqual(packages, []);
  });

  it('has a class of its version, registered nowhere, for names of one’s own', () => {
    const { version } = JSON.parse(read('package.json'));
    const { status, output } = built.runNode(`
      const { NodefluxLiveness } = await import('nodeflux-liveness/element');
      const registering = await import('nodeflux-liveness');
      console.log(NodefluxLiveness.version, registering.NodefluxLiveness.version);
      console.log(globalThis.customElements?.get('nodeflux-liveness'));
    `);
    assert.deepEqual(
      { status, output },
      { status: 0, output: `${version} ${version}\nundefined\n` },
    );
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
      import { createService, generateKeys } from 'nodeflux-liveness-service';
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
    const manifest = readFileSync(join(built.serviceFolder, 'package.json'), 'utf8');
    const { bin, version } = JSON.parse(manifest);
    assert.equal(version, JSON.parse(read('package.json')).version);
    const cli = join(built.serviceFolder, bin['nodeflux-liveness-service']);
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [cli, ...args], { cwd: built.projectFolder, encoding: 'utf8' });
    assert.match(readFileSync(cli, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    assert.equal(run('--version').stdout, `${version}\n`);
    assert.match(run('--help').stdout, /--trust-proxy/);
    const created = run('keys', 'create', '--data', './keys.sqlite');
    assert.match(created.stdout, /^NODEFLUX_ACCESS_KEY=\w+\nNODEFLUX_SECRET_KEY=\S+\n$/);
    assert.equal(created.status, 0, created.stderr);
  });

  for (const [name, shapes, needed] of PUBLISHED) {
    it(`the tarball of ${name} has what is published and nothing else`, (t) => {
      const folder = join(built.projectFolder, 'node_modules', name);
      const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
      const strange = paths.filter((path) => !shapes.some((shape) => shape.test(path)));
      assert.deepEqual(strange, []);
      const missing = needed.filter((path) => !paths.includes(path));
      assert.deepEqual(missing, []);
      const tarball = built.tarballs[name === 'nodeflux-liveness' ? 'element' : 'service'];
      const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
      const bytes = paths.map((path) => statSync(join(folder, path)).size);
      const unpacked = bytes.reduce((sum, one) => sum + one, 0);
      const most = name === 'nodeflux-liveness' ? MAX_UNPACKED_BYTES : MAX_SERVICE_UNPACKED_BYTES;
      assert.ok(unpacked < most, megabytes(unpacked));
      t.diagnostic(
        `${paths.length} files, ${megabytes(statSync(tarball).size)}, ${megabytes(unpacked)} unpacked`,
      );
    });
  }

  it('tells editors of every attribute, event and colour', () => {
    const { contributions } = JSON.parse(read('dist/web-types.json'));
    const [element] = contributions.html.elements;
    const [tag] = JSON.parse(read('dist/vscode.html-custom-data.json')).tags;
    const { properties } = JSON.parse(read('dist/vscode.css-custom-data.json'));
    for (const attributes of [element.attributes, tag.attributes]) {
      const names = attributes.map(({ name }: { name: string }) => name);
      assert.ok(['token-url', 'pacing', 'require-consent'].every((name) => names.includes(name)));
    }
    const pacing = tag.attributes.find(({ name }: { name: string }) => name === 'pacing');
    const values = pacing.values.map(({ name }: { name: string }) => name);
    assert.deepEqual(values, ['off', 'offered', 'required']);
    assert.equal(element.events.length ?? element.js.events.length, 7);
    assert.ok(properties.some(({ name }: { name: string }) => name === '--nodeflux-accent'));
  });

  it('a package that is published is built first', () => {
    assert.equal(JSON.parse(read('package.json')).scripts.prepack, 'npm run build');
  });

  it('the licences of all that is bundled are in the tarball', () => {
    const notices = read('dist/THIRD-PARTY-NOTICES.md');
    const named = [...notices.matchAll(/^## (\S+) \d/gm)].map(([, name]) => name);
    const others = ['@mediapipe/face_mesh', 'ky', 'rate-limiter-flexible'];
    // `lit` itself only passes on what the other packages of Lit have.
    const inPage = PACKAGES_IN_PAGE.filter((name) => name !== 'lit');
    assert.deepEqual(named, [...inPage, ...others].sort());
    // BSD and MIT ask for their text in each copy.
    assert.match(notices, /Redistributions in binary form must reproduce the above copyright/);
    assert.match(
      notices,
      /The above copyright notice and this permission notice shall be included/,
    );
  });

  it('every compiled module is on disk under the name that others import', () => {
    const scripts = [built.folder, built.serviceFolder].flatMap((folder) =>
      readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.js') && !pageScripts.includes(path))
        .map((path) => join(folder, 'dist', path)),
    );
    for (const path of scripts) {
      const text = readFileSync(path, 'utf8');
      const uncompiled = [...text.matchAll(/from ["'](\.[^"']+\.ts)["']/g)].map(([, name]) => name);
      assert.deepEqual(uncompiled, [], path);
    }
    assert.ok(scripts.length > 100);
  });
});
