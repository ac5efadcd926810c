import { parseUrl } from '../../edge/parse-url.ts';
import type { Option } from './option.ts';

/** An option that is a URL of HTTP or HTTPS, absolute or relative to the page; the text stays as it was given. */
export function urlOption<T extends string | undefined>(
  name: string,
  otherwise: T,
): Option<string | T> {
  return {
    name,
    otherwise,
    accepts: 'an http(s) URL, absolute or relative to the page, without user name or password',
    read(given) {
      if (typeof given !== 'string') return undefined;
      // What a template leaves behind where it has no value.
      if (given.trim() === '') return otherwise;
      return isFetchable(given) ? given : undefined;
    },
  };
}

function isFetchable(given: string): boolean {
  const url = parseUrl(given, document.baseURI);
  // A secret in a URL ends up in logs; and fetch() refuses such URLs in any case.
  return /^https?:$/.test(url?.protocol ?? '') && url?.username === '' && url.password === '';
}
