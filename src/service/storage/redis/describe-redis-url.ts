/** Where a Redis is, without the name and the password that the URL may hold. */
export function describeRedisUrl(url: string): string {
  if (url.startsWith('/')) return url.split('?', 1)[0] ?? '';
  if (!URL.canParse(url)) return 'an address that is no URL';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}
