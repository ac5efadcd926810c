import type { SitePage } from './page-shell.ts';

/** A section of a page, for `demo/site/search.ts`. */
export interface SearchSection {
  readonly id: number;
  readonly url: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
}

/** Enough of a section to be found by; a long table adds little after it. */
const LONGEST = 4000;

/** Every section of every page as plain text. */
export function searchSections(pages: readonly SitePage[]): SearchSection[] {
  return pages
    .flatMap(({ path, title, body }) => {
      const url = path === '' ? '' : `${path}/`;
      // Each begins with the tag that carries its anchor.
      return body.split(/(?=<(?:h[1-4]|details)\b[^>]* id=")/).map((piece) => {
        const [, id = '', words = ''] =
          /^<(?:h[1-4]|details)\b[^>]* id="([^"]+)"[^>]*>([\s\S]*?)<\/(?:h[1-4]|code)>/.exec(
            piece,
          ) ?? [];
        const isFirst = id === '' || piece.startsWith('<h1');
        return {
          url: isFirst ? url : `${url}#${id}`,
          page: title,
          title: isFirst ? title : plain(words),
          text: plain(piece).slice(0, LONGEST),
        };
      });
    })
    .filter(({ text }) => text !== '')
    .map((section, id) => ({ id, ...section }));
}

function plain(html: string): string {
  return html
    .replace(/<a class="anchor"[\s\S]*?<\/a>|<button[\s\S]*?<\/button>/g, '')
    .replace(/<\/?(?:a|code|em|kbd|small|span|strong)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
