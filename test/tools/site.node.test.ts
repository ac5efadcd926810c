import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { CONTENT_SECURITY_POLICY } from '../../demo/backend/page-headers.ts';
import { ATTRIBUTE_EXAMPLES } from '../../demo/site/examples/attribute-examples.ts';
import { EVENT_EXAMPLES, PROPERTY_EXAMPLES } from '../../demo/site/examples/script-examples.ts';
import { PROPERTY_VALUES } from '../../demo/site/examples/state-examples.ts';
import { LIVENESS_ERROR_CODES } from '../../src/errors.ts';
import { sitePages } from '../../tools/site/build-site.ts';
import { hostExamples } from '../../tools/site/host-examples.ts';
import { llmsList } from '../../tools/site/llms.ts';
import { SITE_POLICY, shellOf } from '../../tools/site/page-shell.ts';
import { ownMembers, readManifest } from '../../tools/site/read-manifest.ts';
import { renderMarkdown } from '../../tools/site/render-markdown.ts';
import { searchSections } from '../../tools/site/search-index.ts';
import { ALL_DOCUMENTS } from '../../tools/site/site-map.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const names = (entries: readonly { readonly name: string }[]): string[] =>
  entries.map(({ name }) => name).sort();

const manifest = readManifest();
const pages = sitePages();
/** The names that a module hands on. */
function exportsOf(path: string): string[] {
  return [...read(path).matchAll(/export (?:type )?\{([^}]+)\}/g)].flatMap(([, list = '']) =>
    list
      .split(',')
      .map((one) => one.replace(/^\s*type /, '').trim())
      .filter(Boolean),
  );
}
const AROUND = { navigation: [], script: 'assets/site.js', style: 'assets/site.css', version: '1' };
/** What the build puts beside the pages. */
const MADE = /^(assets\/|llms(-full)?\.txt$|search\.json$)/;

describe('the pages of the repository', () => {
  it('are all in the site, once', () => {
    const documents = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
    const wanted = [
      ...documents.map((name) => `docs/${name}`),
      ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
    ];
    assert.deepEqual(ALL_DOCUMENTS.map(({ source }) => source).sort(), wanted.sort());
  });

  it('link to files and headings that exist', () => {
    const anchors = new Map(
      ALL_DOCUMENTS.map(({ source }) => [
        source,
        renderMarkdown(read(source), (target) => target).headings.map(({ id }) => id),
      ]),
    );
    const dead = ALL_DOCUMENTS.flatMap(({ source }) => {
      const links: string[] = [];
      renderMarkdown(read(source), (target) => {
        if (!/^[a-z]+:/.test(target)) links.push(target);
        return target;
      });
      return links
        .filter((target) => {
          const [file = '', anchor = ''] = target.split('#');
          const named = file === '' ? source : posix.join(posix.dirname(source), file);
          if (!existsSync(join(ROOT, named))) return true;
          return anchor !== '' && !anchors.get(named)?.includes(anchor);
        })
        .map((target) => `${source}: ${target}`);
    });
    assert.deepEqual(dead, []);
  });

  it('are listed in docs/llms.txt as they are now', () => {
    assert.equal(read('docs/llms.txt'), llmsList('docs'), 'npm run docs:build writes it');
  });
});

describe('the site', () => {
  it('has a place for every link of every page', () => {
    const ids = new Map(
      pages.map(({ path, body }) => [
        path,
        new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
      ]),
    );
    const dead = pages.flatMap((page) =>
      [...page.body.matchAll(/ (?:href|src)="([^"]*)"/g)]
        .map(([, target = '']) => target)
        .filter((target) => {
          if (/^(https?:|mailto:)/.test(target)) return false;
          const url = new URL(
            target,
            `https://site.example/${page.path}/`.replace(/([^:])\/\/$/, '$1/'),
          );
          const path = url.pathname.slice(1).replace(/\/$/, '');
          if (MADE.test(path)) return false;
          if (path.startsWith('docs/')) return !existsSync(join(ROOT, path));
          const known = ids.get(path);
          return !known || (url.hash !== '' && !known.has(decodeURIComponent(url.hash.slice(1))));
        })
        .map((target) => `${page.path}: ${target}`),
    );
    assert.deepEqual(dead, []);
  });

  it('has an entry and an example for everything that the manifest has', () => {
    const entries = pages.flatMap(({ body }) =>
      [...body.matchAll(/data-kind="([\w-]+)" data-name="([^"]+)"/g)].map(
        ([, kind, name]) => `${kind} ${name}`,
      ),
    );
    const wanted = [
      ...manifest.attributes.map(({ name }) => `attribute ${name}`),
      ...ownMembers(manifest).map(({ name }) => `property ${name}`),
      ...manifest.events.map(({ name }) => `event ${name}`),
      ...manifest.slots.map(({ name }) => `slot ${name}`),
      ...manifest.cssParts.map(({ name }) => `part ${name}`),
      ...manifest.cssStates.map(({ name }) => `state ${name}`),
      ...manifest.cssProperties.map(({ name }) => `css-property ${name}`),
      ...LIVENESS_ERROR_CODES.map((code) => `error ${code}`),
      'check first',
    ];
    assert.ok(wanted.length > 200);
    assert.deepEqual(entries.sort(), wanted.sort());
    assert.deepEqual(Object.keys(ATTRIBUTE_EXAMPLES).sort(), names(manifest.attributes));
    assert.deepEqual(Object.keys(PROPERTY_EXAMPLES).sort(), names(ownMembers(manifest)));
    assert.deepEqual(Object.keys(EVENT_EXAMPLES).sort(), names(manifest.events));
    assert.deepEqual(Object.keys(PROPERTY_VALUES).sort(), names(manifest.cssProperties));
  });

  it('tells of every export of the helper, with the options that it takes', () => {
    const { body = '' } = pages.find(({ path }) => path === 'api/server') ?? {};
    const exports = exportsOf('src/server/index.ts');
    assert.ok(exports.length > 5);
    for (const name of exports) assert.ok(body.includes(`<h3 id="${name}">`), name);
    assert.match(body, /<code>onVerdict\?<\/code>/);
  });

  it('has a start for every example of a host', () => {
    const hosts = readdirSync(join(ROOT, 'demo/hosts')).filter((name) => !/backend/.test(name));
    const examples = hostExamples();
    assert.deepEqual([...new Set(examples.map(({ folder }) => folder))].sort(), hosts.sort());
    for (const { slug } of examples) {
      const page = pages.find(({ path }) => path === `start/${slug}`);
      assert.match(page?.body ?? '', /^<h1[^>]*>Start with [\s\S]+server\.js/, slug);
    }
  });

  it('keeps the policy of the product: no script, style or handler stands in a page', () => {
    const own = SITE_POLICY.split('; ');
    const served = CONTENT_SECURITY_POLICY.split('; ');
    // A page cannot say who may frame it.
    assert.deepEqual(
      served.filter((one) => !own.includes(one)),
      ["frame-ancestors 'none'"],
    );
    assert.deepEqual(
      own.filter((one) => !served.includes(one)),
      [],
    );
    for (const page of pages) {
      const html = shellOf(page, AROUND);
      assert.equal(html.match(/<script/g)?.length, 1, page.path);
      assert.doesNotMatch(html, /<style| style="| on[a-z]+="|javascript:/, page.path);
    }
  });

  it('has one title of the first rank in each page, and no address of headings twice', () => {
    for (const { path, body } of pages) {
      assert.equal(body.match(/<h1[ >]/g)?.length, 1, path);
      const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      assert.deepEqual(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        [],
        path,
      );
    }
  });

  it('can be searched for every error code, attribute and option of the service', () => {
    const sections = searchSections(pages);
    const titles = new Set(sections.map(({ title }) => title));
    for (const code of LIVENESS_ERROR_CODES) assert.ok(titles.has(code), code);
    for (const { name } of manifest.attributes) assert.ok(titles.has(name), name);
    assert.ok(sections.some(({ text }) => text.includes('--min-threshold')));
  });
});

describe('docs/start.md', () => {
  it('shows the plain page and the backend as `npm run test:hosts` runs them', () => {
    const start = read('docs/start.md');
    assert.ok(start.includes(`\`\`\`html\n${read('demo/hosts/plain/index.html')}\`\`\``));
    assert.ok(start.includes(`\`\`\`js\n${read('demo/hosts/backend/server.js')}\`\`\``));
  });
});
