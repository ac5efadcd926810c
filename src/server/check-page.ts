import { refuse } from './answers.ts';
import type { CheckPageOptions } from './check-page-options.ts';
import type { Route, SessionLinks } from './session-links.ts';

const PATH = /\/check\/?$/;
/** What a browser shows in a window or an iframe; nothing else needs a link. */
const SHOWN: readonly string[] = ['document', 'iframe', 'frame'];
const QUICKLY = /prefetch|prerender/;

/**
 * `GET …/check`: leads the person to a check by link on the service's own page. For pages that can hold a plain link or an
 * iframe and nothing else. A request that makes something is a GET here, because links and iframes make no other: it is
 * taken only where a browser shows its answer, and counted as a token is.
 */
export function createCheckPage(
  { lifetimeMs, returnUrl, state }: CheckPageOptions,
  links: SessionLinks,
): (path: string) => Route | undefined {
  async function lead(session: string, request: Request): Promise<Response> {
    const { headers } = request;
    const shownIn = headers.get('sec-fetch-dest');
    const purpose = headers.get('sec-purpose') ?? headers.get('purpose') ?? '';
    if ((shownIn && !SHOWN.includes(shownIn)) || QUICKLY.test(purpose)) {
      return refuse(400, 'not-shown', 'Open it in a window or an iframe');
    }
    const given = await links.give(session, request, {
      ...(lifetimeMs !== undefined && { lifetimeMs }),
      ...(returnUrl !== undefined && { returnUrl }),
      ...(state && { state: await state(session) }),
    });
    if (given instanceof Response) return given;
    return new Response(null, {
      status: 303,
      headers: {
        location: given.url,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      },
    });
  }

  return (path) => (PATH.test(path) ? { method: 'GET', fromAnywhere: true, run: lead } : undefined);
}
