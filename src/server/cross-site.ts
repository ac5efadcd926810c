/**
 * Whether another site's page may have made the browser send this request with the user's cookies.
 *
 * Two proofs are taken that it did not. `Sec-Fetch-Site`, which browsers set and pages cannot: `same-origin`. Or a
 * JSON content type, which a page of another origin can send only after a preflight, and this handler grants none (if
 * you put it behind CORS, your own policy decides). Everything else is taken for foreign.
 */
export function mayBeCrossSite(headers: Headers): boolean {
  if (headers.get('sec-fetch-site') === 'same-origin') return false;
  const contentType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return contentType !== 'application/json';
}
