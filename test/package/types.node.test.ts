import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BuiltPackage, createBuiltPackage } from './built-package.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The oldest and the newest compiler that the types hold in, by the folder of the package. */
const COMPILERS = ['typescript-5.4', 'typescript'];

const STRICT = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: [],
  strict: true,
  noEmit: true,
};
/** What every Lit element has, and no page calls. */
const OF_LIT = new Set(['styles', 'constructor', 'disconnectedCallback', 'adoptedCallback']);

interface Manifest {
  readonly declarations?: readonly { readonly members?: readonly { readonly name: string }[] }[];
}

const BUNDLED = { ...STRICT, module: 'ESNext', moduleResolution: 'Bundler' };

const CONSUMER = `
import { NodefluxLiveness, type LivenessErrorCode, type Verdict } from 'nodeflux-liveness';
import { NodefluxLiveness as Unregistered } from 'nodeflux-liveness/element';
import { createLivenessClient, createLivenessHandler } from 'nodeflux-liveness/server';
import 'nodeflux-liveness/standalone';

const element: NodefluxLiveness = document.createElement('nodeflux-liveness');
export const version: string = Unregistered.version;
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

/** A page in each framework's JSX: what is right compiles, what is wrong does not. */
const HOSTS: Readonly<
  Record<string, { readonly code: string; readonly [option: string]: unknown }>
> = {
  'React 19': { jsx: 'react-jsx', code: reactPage() },
  'React 18': {
    jsx: 'react-jsx',
    paths: {
      react: [join(ROOT, 'node_modules/types-react-18')],
      'react/jsx-runtime': [join(ROOT, 'node_modules/types-react-18/jsx-runtime')],
    },
    code: reactPage(),
  },
  Preact: {
    jsx: 'react-jsx',
    jsxImportSource: 'preact',
    code: `
import 'nodeflux-liveness/preact';
export const right = <nodeflux-liveness class="check" tokenUrl="/token" gesture-count="3" tokenProvider={async () => 'token'}
  onliveness-success={(event) => { const jobId: string = event.detail.jobId; console.log(jobId); }} />;
// @ts-expect-error a number is no token
export const wrong = <nodeflux-liveness submissionToken={1} />;
// @ts-expect-error no number
export const many = <nodeflux-liveness gesture-count="many" />;
`,
  },
  Solid: {
    jsx: 'preserve',
    jsxImportSource: 'solid-js',
    code: `
import 'nodeflux-liveness/solid';
export const right = () => <nodeflux-liveness class="check" token-url="/token" gesture-count={3} prop:tokenProvider={async () => 'token'}
  on:liveness-success={(event) => { const jobId: string = event.detail.jobId; console.log(jobId); }} />;
// @ts-expect-error a number is no token
export const wrong = () => <nodeflux-liveness prop:submissionToken={1} />;
// @ts-expect-error no such pacing
export const slow = () => <nodeflux-liveness pacing="slow" />;
`,
  },
};

function reactPage(): string {
  return `
import { createRef } from 'react';
import type { NodefluxLiveness as NodefluxLivenessElement } from 'nodeflux-liveness';
import { NodefluxLiveness } from 'nodeflux-liveness/react';
const ref = createRef<NodefluxLivenessElement>();
export const right = <NodefluxLiveness ref={ref} className="check" tokenUrl="/token" gestureCount={3} passive="off"
  tokenProvider={async () => 'token'} onLivenessSuccess={({ detail }) => { const jobId: string = detail.jobId; console.log(jobId); }} />;
export const tag = <nodeflux-liveness ref={ref} token-url="/token" gestureCount={3} require-consent="false"
  onliveness-error={({ detail }) => { const code: string = detail.code; console.log(code); }} />;
// @ts-expect-error a number is no token
export const wrong = <NodefluxLiveness submissionToken={1} />;
// @ts-expect-error no such event
export const misspelt = <NodefluxLiveness onLivenessSucces={() => undefined} />;
// @ts-expect-error no such property
export const unknown = <nodeflux-liveness gestureCuont={3} />;
`;
}

describe('the types of the built packages', () => {
  let built: BuiltPackage;

  before(async () => {
    built = await createBuiltPackage();
  });
  after(() => built?.remove());

  /** What the compiler says of one file in a project with these options. */
  function compile(compiler: string, name: string, code: string, compilerOptions: object): string {
    writeFileSync(join(built.projectFolder, name), code);
    writeFileSync(
      join(built.projectFolder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: [name] }),
    );
    const { stdout } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules', compiler, 'bin/tsc'), '--project', '.'],
      { cwd: built.projectFolder, encoding: 'utf8' },
    );
    return stdout;
  }

  for (const compiler of COMPILERS) {
    for (const [module, moduleResolution] of [
      ['NodeNext', 'NodeNext'],
      ['ESNext', 'Bundler'],
    ]) {
      it(`hold with ${compiler} and ${moduleResolution}, themselves checked`, () => {
        const options = { ...STRICT, module, moduleResolution, skipLibCheck: false };
        assert.equal(compile(compiler, 'consumer.ts', CONSUMER, options), '');
      });
    }

    for (const [name, { code, ...options }] of Object.entries(HOSTS)) {
      it(`are known to the JSX of ${name} with ${compiler}`, () => {
        const found = compile(compiler, 'page.tsx', code, {
          ...BUNDLED,
          // Those of the frameworks do not hold in each other's projects.
          skipLibCheck: true,
          ...options,
        });
        assert.equal(found, '');
      });
    }
  }

  it('name nothing internal, and of the element no member that the manifest does not', () => {
    const files = [built.folder, built.serviceFolder].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.d.ts'))
        .map((path) => join(folder, path)),
    );
    assert.ok(files.length > 50);
    assert.deepEqual(
      files.filter((path) => /@internal|\b_\w+\s*[(:?]/.test(readFileSync(path, 'utf8'))),
      [],
    );
    const types = readFileSync(join(built.folder, 'dist/nodeflux-liveness.d.ts'), 'utf8');
    const [, body = ''] = /class NodefluxLiveness [^{]*\{(.*?)\n\}/s.exec(types) ?? [];
    const members = [...body.matchAll(/^ {4}(?:static |readonly |get )*(\w+)[(:?]/gm)].map(
      ([, name]) => name,
    );
    const manifest = JSON.parse(readFileSync(join(built.folder, 'custom-elements.json'), 'utf8'));
    const told = new Set<string>(
      manifest.modules.flatMap(({ declarations = [] }: Manifest) =>
        declarations.flatMap(({ members: own = [] }) => own.map(({ name }) => name)),
      ),
    );
    assert.ok(members.includes('submissionToken') && members.includes('start'));
    assert.deepEqual(
      members.filter((name) => name !== undefined && !told.has(name) && !OF_LIT.has(name)),
      [],
    );
  });

  it('of the simulated person hold where its drawing library is installed', () => {
    const code = "export * from 'nodeflux-liveness/testing';";
    assert.equal(compile('typescript', 'own.ts', code, { ...BUNDLED, skipLibCheck: true }), '');
  });
});
