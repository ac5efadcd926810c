import GithubSlugger from 'github-slugger';
import hljs from 'highlight.js';
import MarkdownIt from 'markdown-it';

/** A heading of a page. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

/** A page as HTML, with its headings. */
export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** Where a link or a picture of a page leads in the site; undefined where the site has no such place. */
export type LinkTarget = (target: string) => string | undefined;

/** What blocks are called in the docs, as highlight.js knows it. */
const LANGUAGES: Readonly<Record<string, string>> = {
  html: 'xml',
  vue: 'xml',
  svelte: 'xml',
  sh: 'bash',
  js: 'javascript',
  ts: 'typescript',
  tsx: 'typescript',
};

/** Code as HTML whose colours are classes: a strict policy allows no style attributes. */
export function highlight(code: string, language: string): string {
  const known = LANGUAGES[language] ?? language;
  if (!hljs.getLanguage(known)) return escapeHtml(code);
  return hljs.highlight(code, { language: known }).value;
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A block of code that can be copied and, where it is wide, scrolled by keyboard too. */
export function codeBlock(code: string, language: string): string {
  const label = language ? ` aria-label="Code, ${escapeHtml(language)}"` : ' aria-label="Code"';
  return `<div class="code"><pre tabindex="0" role="group"${label}><code>${highlight(code, language)}</code></pre></div>\n`;
}

/**
 * Markdown as HTML. Headings get the anchors that GitHub gives them, so that a link to one holds in both; a link to what
 * the site does not have loses the link and keeps its words.
 */
export function renderMarkdown(text: string, targetOf: LinkTarget): Rendered {
  const headings: Heading[] = [];
  const slugger = new GithubSlugger();
  const markdown = new MarkdownIt({ html: true, linkify: false });
  const { rules } = markdown.renderer;

  markdown.core.ruler.push('anchors', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return;
      const words = (tokens[index + 1]?.children ?? [])
        .filter(({ type }) => type === 'text' || type === 'code_inline')
        .map(({ content }) => content)
        .join('');
      const id = slugger.slug(words);
      token.attrSet('id', id);
      headings.push({ level: Number(token.tag.slice(1)), text: words, id });
    });
  });
  rules.heading_close = (tokens, index) => {
    const { tag = 'h2' } = tokens[index] ?? {};
    const open = tokens[index - 2];
    const id = open?.attrGet('id');
    if (tag === 'h1') return `</${tag}>\n`;
    const words = escapeHtml(headings.find((heading) => heading.id === id)?.text ?? '');
    return ` <a class="anchor" href="#${id}" aria-label="Link to “${words}”">#</a></${tag}>\n`;
  };
  rules.fence = (tokens, index) => {
    const { content = '', info = '' } = tokens[index] ?? {};
    return codeBlock(content, info.trim());
  };
  rules.table_open = () =>
    '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n';
  rules.table_close = () => '</table></div>\n';
  // A cell without words is no heading of a column.
  rules.th_open = (tokens, index, options, _env, self) => {
    const isEmpty = tokens[index + 1]?.content.trim() === '';
    const { tag = 'th' } = tokens[index] ?? {};
    return isEmpty
      ? '<td>'
      : self.renderToken(tokens, index, options).replace(`<${tag}`, '<th scope="col"');
  };
  rules.th_close = (tokens, index) =>
    tokens[index - 1]?.content.trim() === '' ? '</td>' : '</th>';
  // Colours and widths of columns by attribute are not allowed by the policy.
  markdown.core.ruler.push('plain-columns', ({ tokens }) => {
    for (const token of tokens) {
      const style = token.attrGet('style');
      if (!style) continue;
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
      if (String(style).includes('right')) token.attrJoin('class', 'number');
    }
  });
  markdown.core.ruler.push('links', ({ tokens }) => {
    for (const { children } of tokens) {
      const dropped: boolean[] = [];
      for (const child of children ?? []) {
        if (child.type === 'image') {
          child.attrSet('src', targetOf(String(child.attrGet('src'))) ?? '');
          child.attrSet('loading', 'lazy');
        } else if (child.type === 'link_open') {
          const target = targetOf(String(child.attrGet('href')));
          dropped.push(target === undefined);
          if (target === undefined) child.hidden = true;
          else child.attrSet('href', target);
        } else if (child.type === 'link_close' && dropped.pop()) {
          child.hidden = true;
        }
      }
    }
  });
  const shown = (rule: 'link_open' | 'link_close'): void => {
    rules[rule] = (tokens, index, options, _env, self) =>
      tokens[index]?.hidden ? '' : self.renderToken(tokens, index, options);
  };
  shown('link_open');
  shown('link_close');
  return { html: markdown.render(text), headings };
}
