import { createHash } from 'node:crypto';
import { compress } from 'hono/compress';
import { CHECK_PAGE_PATH } from '../../submission/link-wire.ts';
import { readLogo, readPageFile } from '../links/page-files.ts';
import { pageContentSecurityPolicy, renderCheckPage, writeTheme } from '../links/page-html.ts';
import type { App, RouteDependencies } from './environment.ts';
import { Refusal } from './refusal.ts';

/** Names that carry a hash of what is in them. */
const HASHED = /-[0-9a-f]{8}\.\w+$/;
const PAGE = CHECK_PAGE_PATH.replace(/\/$/, '');

/** The one file that other people's pages load: the script that connects their iframe. */
const FOR_OTHER_PAGES = 'embed.js';

/**
 * The page of a check by link, and its files. Whoever asks gets it: all that is secret is in the fragment of the address,
 * which no browser sends.
 */
export function addPageRoutes(
  app: App,
  { pageFolder, settings }: RouteDependencies & { readonly pageFolder: string },
): void {
  const base = settings.basePath + PAGE;
  const headers = {
    'content-security-policy': pageContentSecurityPolicy(settings),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self)',
    'referrer-policy': 'no-referrer',
    // Older browsers know only none, or all of one's own origin.
    ...(settings.embedOrigins.length === 0 && { 'x-frame-options': 'DENY' }),
  };

  app.get(PAGE, async (context) => {
    // Relative addresses in the page begin at its folder, wherever a proxy has put that.
    if (!new URL(context.req.url).pathname.endsWith('/')) return context.redirect('check/', 308);
    return context.html(await renderCheckPage(settings), 200, headers);
  });

  app.get(`${PAGE}/theme.css`, (context) =>
    context.body(writeTheme(settings), 200, { ...headers, 'content-type': 'text/css' }),
  );

  app.get(`${PAGE}/logo`, async (context) => {
    if (!settings.pageLogo) throw new Refusal('not-found', 'No such endpoint');
    const { bytes, type } = await readLogo(settings.pageLogo);
    // An image that is opened by itself may run nothing either.
    return context.body(bytes, 200, { ...headers, 'content-type': type });
  });

  app.use(`${PAGE}/files/*`, compress());
  app.get(`${PAGE}/files/*`, async (context) => {
    const name = context.req.path.slice(`${base}/files/`.length);
    const file = await readPageFile(pageFolder, name);
    if (!file) throw new Refusal('not-found', 'No such file');
    const etag = `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22)}"`;
    const caching = {
      etag,
      'cache-control': HASHED.test(name)
        ? 'public, max-age=31536000, immutable'
        : 'public, no-cache',
    };
    context.set('isPublic', true);
    if (context.req.header('if-none-match')?.replace(/^W\//, '') === etag) {
      return context.body(null, 304, caching);
    }
    const resourcePolicy = name === FOR_OTHER_PAGES ? 'cross-origin' : 'same-origin';
    return context.body(file.bytes, 200, {
      ...headers,
      ...caching,
      'content-type': file.type,
      'cross-origin-resource-policy': resourcePolicy,
    });
  });
}
