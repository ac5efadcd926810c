import { escapeHtml, type Heading } from './render-markdown.ts';

/** A page of the site, before what stands around every page. */
export interface SitePage {
  /** Its folder, without slashes around it; empty for the first page. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** Everything within `<main>`, with the page's `<h1>`. */
  readonly body: string;
  readonly headings: readonly Heading[];
  /** Without a list of its headings, in the full width: the first page, the playground. */
  readonly isWide?: boolean;
  /** Where the site's first folder is, for a page that stands in for others at any depth. */
  readonly root?: string;
}

/** A group of the navigation. */
export interface NavigationGroup {
  readonly title: string;
  readonly pages: readonly Pick<SitePage, 'path' | 'title'>[];
}

/** What all pages share. */
export interface Surroundings {
  readonly navigation: readonly NavigationGroup[];
  readonly script: string;
  readonly style: string;
  readonly version: string;
}

/**
 * What a host that sends no headers needs: the policy of the product, without the one directive that only a header can
 * have (`frame-ancestors`).
 */
export const SITE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The way from a page to the site's first folder: the site works in any folder of any host. */
export function rootFrom(path: string): string {
  return path === '' ? './' : '../'.repeat(path.split('/').length);
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='9' fill='%231f4fd8'/%3E%3Cellipse cx='16' cy='16' rx='7' ry='9' fill='none' stroke='%23fff' stroke-width='2.5'/%3E%3C/svg%3E";

/** A whole page. */
export function shellOf(page: SitePage, around: Surroundings): string {
  const root = page.root ?? rootFrom(page.path);
  const title = page.path === '' ? 'Nodeflux Liveness' : `${page.title} · Nodeflux Liveness`;
  return `<!doctype html>
<html lang="en" data-root="${root}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="content-security-policy" content="${escapeHtml(SITE_POLICY)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0b0d11" />
    <meta name="description" content="${escapeHtml(page.summary)}" />
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="${ICON}" />
    <link rel="stylesheet" href="${root}${around.style}" />
    <script type="module" src="${root}${around.script}"></script>
  </head>
  <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header class="bar">
      <button type="button" class="menu" aria-expanded="false" aria-controls="navigation" hidden>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 7h16M4 12h16M4 17h16" /></svg>
        <span>Menu</span>
      </button>
      <a class="name" href="${root}">
        <svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" /><ellipse cx="16" cy="16" rx="7" ry="9" /></svg>
        <span>Nodeflux Liveness</span> <small>${escapeHtml(around.version)}</small>
      </a>
      <button type="button" class="find" aria-haspopup="dialog" hidden>
        <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="11" cy="11" r="6" /><path d="m16 16 4 4" /></svg>
        <span>Search</span> <kbd>/</kbd>
      </button>
    </header>
    <div class="frame${page.isWide ? ' wide' : ''}">
      <nav id="navigation" aria-label="Pages">
${around.navigation.map((group) => groupOf(group, page.path, root)).join('\n')}
      </nav>
      <main id="content" tabindex="-1">
${page.body}
${neighboursOf(page, around, root)}
      </main>
${page.isWide ? '' : contentsOf(page.headings)}
    </div>
  </body>
</html>
`;
}

function groupOf({ title, pages }: NavigationGroup, current: string, root: string): string {
  const items = pages.map(({ path, title: name }) => {
    const here = path === current ? ' aria-current="page"' : '';
    return `          <li><a href="${hrefOf(path, root)}"${here}>${escapeHtml(name)}</a></li>`;
  });
  return `        <h2>${escapeHtml(title)}</h2>\n        <ul>\n${items.join('\n')}\n        </ul>`;
}

/** Of a page, from another. */
export function hrefOf(path: string, root: string): string {
  return path === '' ? root : `${root}${path}/`;
}

function contentsOf(headings: readonly Heading[]): string {
  const listed = headings.filter(({ level }) => level === 2 || level === 3);
  if (listed.length < 2) return '';
  const items = listed.map(
    ({ level, text, id }) =>
      `          <li class="level-${level}"><a href="#${id}">${escapeHtml(text)}</a></li>`,
  );
  return `      <aside class="contents" aria-label="On this page">
        <h2>On this page</h2>
        <ul>\n${items.join('\n')}\n        </ul>
      </aside>`;
}

function neighboursOf(page: SitePage, { navigation }: Surroundings, root: string): string {
  const all = navigation.flatMap(({ pages }) => pages);
  const at = all.findIndex(({ path }) => path === page.path);
  if (at === -1 || page.path === '') return '';
  const link = (to: (typeof all)[number] | undefined, words: string): string =>
    to
      ? `<a class="${words.toLowerCase()}" href="${hrefOf(to.path, root)}"><small>${words}</small> ${escapeHtml(to.title)}</a>`
      : '';
  return `        <nav class="neighbours" aria-label="Before and after">${link(all[at - 1], 'Before')}${link(all[at + 1], 'Next')}</nav>`;
}
