import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import type { CompatData, Identifier, SupportStatement } from '@mdn/browser-compat-data';

const ROOT = resolve(import.meta.dirname, '../..');
const data: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data');
const BROWSERS = ['chrome', 'firefox', 'safari'] as const;
type Versions = Readonly<Record<(typeof BROWSERS)[number], number>>;

/** Without any of these there is no check, or a screen that cannot be read. */
const NEEDED: readonly string[] = [
  'webassembly.fixed-width-SIMD',
  'webassembly.bulk-memory-operations',
  'api.Worker.Worker.options_type_parameter',
  'api.OffscreenCanvas.getContext.2d_context',
  'api.DecompressionStream.DecompressionStream.gzip',
  'api.SubtleCrypto.sign',
  'javascript.builtins.Array.toSorted',
  'javascript.builtins.Object.hasOwn',
  'javascript.classes.static.initialization_blocks',
  'css.at-rules.container',
  'css.types.color.color-mix',
  'css.types.length.viewport_percentage_units_small',
];

/** What is used where it is there, and what is seen elsewhere. */
const OPTIONAL: Readonly<Record<string, string>> = {
  'css.types.color.light-dark': 'in @supports: light colours',
  'css.selectors.has': 'the drawing of the browser’s question is as large as the others',
  'css.properties.accent-color': 'the box of consent has the browser’s colour',
  'css.properties.contain-intrinsic-inline-size': 'the element takes the width of its words',
  'css.properties.forced-color-adjust': 'where there are forced colours, there it is',
  'css.properties.hyphenate-limit-chars': 'shorter words are hyphenated too',
  'css.properties.hyphens': 'Safari has it under a name with its prefix',
  'css.properties.text-wrap': 'lines break as they do',
  'css.properties.user-select': 'a long press may select a word',
};

/** Called of other objects than the language’s. */
const OTHERS: Readonly<Record<string, string>> = {
  'javascript.builtins.Iterator.take': 'of a source of pictures, and of the faults of pictures',
  'javascript.builtins.Set.union': 'of Valibot',
  'javascript.builtins.ArrayBuffer.transfer': 'of Comlink',
};

function find(path: string): Identifier {
  const parts = path.split('.');
  return parts.reduce<Identifier>((at, part) => at?.[part] as Identifier, data as never);
}

function versionsOf(path: string): Versions {
  const support = find(path)?.__compat?.support;
  assert.ok(support, `${path} is in no table`);
  const since = (browser: (typeof BROWSERS)[number]): number => firstVersion(support[browser]);
  return { chrome: since('chrome'), firefox: since('firefox'), safari: since('safari') };
}

/** The version from which it is there, without a flag and by its own name; endless where there is none. */
function firstVersion(support: SupportStatement | undefined): number {
  const [first] = [support ?? []].flat().filter((one) => !one.flags && !one.prefix);
  const version = first?.version_added;
  return typeof version === 'string' ? Number.parseFloat(version.replace('≤', '')) : Infinity;
}

const told = ((): Versions => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [, chrome, firefox, safari] =
    /Chrome and Edge from (\d+), Firefox from (\d+), and Safari from ([\d.]+)/.exec(readme) ?? [];
  return { chrome: Number(chrome), firefox: Number(firefox), safari: Number(safari) };
})();

function isYounger(versions: Versions): boolean {
  return BROWSERS.some((browser) => versions[browser] > told[browser]);
}

/** Sources of what runs in an integrator's page. */
const PAGE_SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/^(server|service|testing|hosted)\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, 'src', path), 'utf8') }));

describe('the browsers that the README names', () => {
  it('are those from which all is there that a check needs, and no younger ones', () => {
    const oldest = Object.fromEntries(
      BROWSERS.map((browser) => [
        browser,
        Math.max(...NEEDED.map((path) => versionsOf(path)[browser])),
      ]),
    );
    assert.deepEqual(oldest, told);
  });

  it('lack what is called optional, or it would be needed', () => {
    for (const path of Object.keys(OPTIONAL)) {
      assert.ok(isYounger(versionsOf(path)), `${path} is there in all of them`);
    }
  });

  it('have each style that is used, or it is optional', () => {
    const styles = PAGE_SOURCES.filter(({ path }) => path.startsWith('ui/styles/'));
    const used = new Set(
      styles.flatMap(({ text }) =>
        [...text.matchAll(/^\s*([a-z][a-z-]+):/gm)].map(
          ([, name = '']) => `css.properties.${name}`,
        ),
      ),
    );
    assert.ok(used.size > 50);
    const faults = [...used].filter(
      (path) => find(path)?.__compat && isYounger(versionsOf(path)) && !(path in OPTIONAL),
    );
    assert.deepEqual(faults, []);
  });

  it('have each function of the language and of its objects that the page calls', () => {
    const faults = PAGE_SOURCES.flatMap(({ path, text }) =>
      youngCalls()
        .filter(({ call }) => call.test(withoutComments(text)))
        .map(({ feature }) => `${path}: ${feature}`),
    );
    assert.deepEqual(faults, []);
  });
});

/** Functions of the language and static ones of the web’s objects that some of the browsers have not, and their calls. */
const youngCalls = once((): readonly { readonly feature: string; readonly call: RegExp }[] => {
  const all = ['javascript.builtins', 'api'].flatMap((group) =>
    Object.entries(find(group)).flatMap(([owner, one]) =>
      Object.keys(one)
        .filter((member) => member !== '__compat' && member !== owner)
        .filter((member) => group !== 'api' || member.endsWith('_static'))
        .map((member) => ({ owner, member, feature: `${group}.${owner}.${member}` })),
    ),
  );
  const known = all.filter(({ feature }) => find(feature)?.__compat);
  const isOld = ({ feature }: { feature: string }): boolean => !isYounger(versionsOf(feature));
  // Whose method is called cannot be told of `.filter(`: an older object has one too.
  const oldNames = new Set(known.filter(isOld).map(({ member }) => member));
  return known
    .filter((one) => !isOld(one) && !oldNames.has(one.member) && !(one.feature in OTHERS))
    .map(({ owner, member, feature }) => {
      const name = member.replace(/_static$/, '');
      const isStatic = name !== member;
      return { feature, call: new RegExp(`${isStatic ? `\\b${owner}` : ''}\\.${name}\\(`) };
    });
});

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
