import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { LIVENESS_ERROR_CODES } from '../../src/errors.ts';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';
import { hostExamples } from './host-examples.ts';
import { hrefOf, rootFrom, type SitePage } from './page-shell.ts';
import { type LinkTarget, renderMarkdown } from './render-markdown.ts';
import { ALL_DOCUMENTS, type DocumentPage } from './site-map.ts';

/** Between these in docs/start.md stands what differs from host to host. */
const HOST_PART = /<!-- host -->\n([\s\S]+?)<!-- \/host -->\n/;
/** Where the files of docs/ are that pages show or offer: pictures, and the pages themselves for programs that read. */
export const FILES = 'docs';

/** Every page that is a file of the repository. */
export function documentPages(): SitePage[] {
  return ALL_DOCUMENTS.map((document) => {
    const { path, source, summary } = document;
    const rendered = renderMarkdown(read(source), linksOf(path, source));
    const body = source === 'docs/errors.md' ? withScreens(rendered.html) : rendered.html;
    return { path, title: document.title, summary, body, headings: rendered.headings };
  });
}

/** docs/start.md for each host of docs/hosts.md, with that host's example in the place of the plain one. */
export function hostPages(): SitePage[] {
  const start = read('docs/start.md');
  if (!HOST_PART.test(start)) throw new Error('docs/start.md has lost its place for hosts.');
  return hostExamples().map(({ title, folder, slug, text }) => {
    const path = `start/${slug}`;
    const whole = start
      .replace(/^# .+\n/, `# Start with ${title}\n`)
      // The plain one stands there already.
      .replace(HOST_PART, (own) => (folder === 'plain' ? own : `${text}\n`));
    const { html, headings } = renderMarkdown(whole, linksOf(path, 'docs/start.md'));
    const summary = `From an empty folder to a whole check with ${title}.`;
    return { path, title: `Start with ${title}`, summary, body: html, headings };
  });
}

/** The screen that the person sees, beside each code. */
function withScreens(html: string): string {
  const codes = new Set<string>(LIVENESS_ERROR_CODES);
  return html.replace(/<h3 id="([\w-]+)">[\s\S]+?(?=<h[123] |$)/g, (section, code) =>
    codes.has(code)
      ? `${section}<div class="example" data-kind="error" data-name="${code}"><button type="button" class="show" hidden>Show the screen</button><div class="stage" hidden></div></div>\n`
      : section,
  );
}

/** Where the links of a page lead in the site. */
export function linksOf(path: string, source: string): LinkTarget {
  const root = rootFrom(path);
  return (target) => {
    if (/^([a-z]+:|#)/.test(target)) return target;
    const [file = '', anchor = ''] = target.split(/(?=#)/);
    const named = posix.normalize(posix.join(posix.dirname(source), file));
    const document = ALL_DOCUMENTS.find((one: DocumentPage) => one.source === named);
    if (document) return `${hrefOf(document.path, root)}${anchor}`;
    if (named.startsWith('docs/') && existsSync(join(PROJECT_ROOT, named))) {
      return `${root}${FILES}/${named.slice('docs/'.length)}`;
    }
    // A file of the source: the site does not have it.
    return undefined;
  };
}

function read(path: string): string {
  return readFileSync(join(PROJECT_ROOT, path), 'utf8');
}
