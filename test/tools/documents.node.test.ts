import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { CONTENT_SECURITY_POLICY } from '../../demo/backend/page-headers.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Declaration {
  readonly name: string;
  readonly attributes?: readonly { readonly name: string; readonly default?: string }[];
  readonly events?: readonly { readonly name: string }[];
}

describe('the README', () => {
  const readme = read('README.md');
  const manifest = JSON.parse(read('custom-elements.json'));
  const element: Declaration | undefined = manifest.modules[0].declarations.find(
    ({ name }: Declaration) => name === 'NodefluxLiveness',
  );

  it('shows the smallest page as it is served', () => {
    assert.ok(readme.includes(`\`\`\`html\n${read('demo/minimal.html')}\`\`\``));
  });

  it('tells a policy that the demo is served with', () => {
    const told = /```\n(default-src[^\n]+)\n```/.exec(readme)?.[1]?.split('; ') ?? [];
    assert.ok(told.length > 5);
    const served = CONTENT_SECURITY_POLICY.split('; ');
    assert.deepEqual(
      told.filter((directive) => !served.includes(directive)),
      [],
    );
  });

  it('names every attribute and event that the element has', () => {
    const names = [
      ...(element?.attributes ?? []).map(({ name }) => name),
      ...(element?.events ?? []).map(({ name }) => name),
    ];
    assert.ok(names.length > 10);
    assert.deepEqual(
      names.filter((name) => !new RegExp(`\\| \`${name}\` +\\|`).test(readme)),
      [],
    );
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    assert.deepEqual(
      links.filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
  });
});

describe('docs/security.md', () => {
  it('names tests and pages that exist', () => {
    const text = read('docs/security.md');
    const tests = [...text.matchAll(/`(test\/[\w/.-]+)`/g)].map(([, path]) => path ?? '');
    const links = [...text.matchAll(/\]\(([^)#:]+)/g)].map(([, path]) => `docs/${path}`);
    assert.ok(tests.length > 5);
    assert.deepEqual(
      [...tests, ...links].filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
  });
});

describe('docs/dependencies.md', () => {
  it('has a line for every dependency, and for nothing else', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const named = new Set(
      [...read('docs/dependencies.md').matchAll(/^\| ([^|]+?) *\|/gm)].flatMap(([, cell]) =>
        [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
      ),
    );
    const isNamed = (name: string): boolean =>
      named.has(name) || (name.startsWith('@types/') && named.has('@types/*'));
    assert.deepEqual(
      Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !isNamed(name)),
      [],
    );
    const present = Object.keys({ ...dependencies, ...devDependencies });
    assert.deepEqual(
      [...named].filter((name) => name !== '@types/*' && !present.includes(name)),
      [],
    );
  });
});

describe('docs/architecture.md', () => {
  const page = read('docs/architecture.md');
  const rooms = [...page.matchAll(/^\| `(src\/[\w-]+)` \|/gm)].map(([, room]) => room ?? '');

  it('has a row for every room of src, and for nothing else', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/${name}`);
    assert.deepEqual(rooms.toSorted(), folders.toSorted());
  });

  it('names the rooms of the flow in the order in which imports go', () => {
    const stages = JSON.parse(read('tools/checks/stages.json')) as string[];
    const flow = rooms.filter((room) => stages.includes(room.slice('src/'.length)));
    assert.deepEqual(
      flow,
      stages.map((stage) => `src/${stage}`),
    );
  });

  it('names only paths that exist', () => {
    const paths = [...page.matchAll(/`((?:src|tools|docs|test|demo)\/[\w./-]+)`/g)].map(
      ([, path]) => path ?? '',
    );
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
  });
});

describe('docs/hosts.md', () => {
  const page = read('docs/hosts.md');
  const hosts = readdirSync(join(ROOT, 'demo/hosts'));

  it('shows the examples as `npm run test:hosts` runs them', () => {
    const blocks = [...page.matchAll(/\n`([\w.+/[\]-]+)`\n\n```\w+\n([\s\S]+?)```\n/g)];
    assert.ok(blocks.length > 8);
    const sources = hosts.flatMap((host) =>
      readdirSync(join(ROOT, 'demo/hosts', host), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.\w+$/.test(name))
        .map((name) => read(`demo/hosts/${host}/${name}`)),
    );
    const others = blocks.filter(([, , code]) => !sources.includes(code ?? ''));
    assert.deepEqual(
      others.map(([, name]) => name),
      [],
    );
  });

  it('shows every one of them', () => {
    const shown = (host: string) =>
      readdirSync(join(ROOT, 'demo/hosts', host), { recursive: true, encoding: 'utf8' }).some(
        (name) => /\.\w+$/.test(name) && page.includes(read(`demo/hosts/${host}/${name}`)),
      );
    assert.deepEqual(
      hosts.filter((host) => !shown(host)),
      [],
    );
  });
});

describe('docs/testing.md', () => {
  it('installs the version of three that the package wants beside it', () => {
    const { peerDependencies } = JSON.parse(read('package.json'));
    const [, told = ''] = /three@([\d.]+)/.exec(read('docs/testing.md')) ?? [];
    assert.ok(told && peerDependencies.three.startsWith(`^${told}.`), told);
  });
});
