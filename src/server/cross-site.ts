/** Pages of other origins that the integrator allows, by scheme, host and port: `https://app.bank.example`. */
export type AllowedOrigins = readonly string[];

/**
 * Whether another site's page may have made the browser send this request with the user's cookies.
 *
 * A browser says where a request comes from by `Sec-Fetch-Site` and `Origin`, which pages cannot set: the same origin is
 * taken, and any other only when it is allowed by name, whatever its content type. Where neither says it (no browser, or
 * an old one), a JSON content type is proof enough: a page of another origin can send it only after a preflight.
 */
export function mayBeCrossSite(headers: Headers, allowedOrigins: AllowedOrigins = []): boolean {
  const site = headers.get('sec-fetch-site');
  if (site === 'same-origin' || isAllowed(headers, allowedOrigins)) return false;
  if (isForeign(site)) return true;
  const contentType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return contentType !== 'application/json';
}

/**
 * Whether the browser says that another site's page had it ask. For questions, which change nothing but are counted: a
 * picture of a foreign page is such a question, with the user's cookies. Who does not say it may ask: no browser of the
 * last years, or a person who typed the address.
 */
export function isAskedCrossSite(headers: Headers, allowedOrigins: AllowedOrigins = []): boolean {
  return isForeign(headers.get('sec-fetch-site')) && !isAllowed(headers, allowedOrigins);
}

/** What lets a page of an allowed origin read the answer; nothing for any other. */
export function corsHeaders(
  headers: Headers,
  allowedOrigins: AllowedOrigins,
): Record<string, string> {
  if (!isAllowed(headers, allowedOrigins)) return {};
  return {
    'access-control-allow-origin': headers.get('origin') ?? '',
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'accept, authorization, content-type',
    'access-control-expose-headers': 'retry-after',
    'access-control-max-age': '600',
    vary: 'origin',
  };
}

function isForeign(site: string | null): boolean {
  return site === 'same-site' || site === 'cross-site';
}

function isAllowed(headers: Headers, allowedOrigins: AllowedOrigins): boolean {
  const origin = headers.get('origin');
  return origin !== null && allowedOrigins.includes(origin);
}
