/** What a value on the command line or in the environment is read as. Each throws an Error that says what it takes. */

const MS_BY_UNIT: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 24 * 3_600_000,
};

/** A port: 0 to 65535. */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new Error('takes a number from 0 to 65535');
  return port;
}

/** A whole number that is not negative. */
export function readCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error('takes a whole number');
  return Number(text);
}

/** A time like `90s`, `15m`, `24h` or `30d`, in milliseconds. Only 0 goes without its unit. */
export function readDuration(text: string): number {
  const [, amount, unit] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
  if (text === '0') return 0;
  const unitMs = MS_BY_UNIT[unit ?? ''];
  if (amount === undefined || unitMs === undefined) {
    throw new Error('takes a time with its unit, like 500ms, 90s, 15m, 24h or 30d');
  }
  return Number(amount) * unitMs;
}

/** `on` or `off`. */
export function readSwitch(text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new Error('takes on or off');
  return text === 'on';
}

/** A list with commas between. */
export function readList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Anything but nothing. */
export function readText(text: string): string {
  if (text.trim() === '') throw new Error('takes a value');
  return text;
}

/** A score from 0 to 1. */
export function readScore(text: string): number {
  const score = /^\d?(\.\d+)?$/.test(text) && text !== '' ? Number(text) : Number.NaN;
  if (!(score <= 1)) throw new Error('takes a number from 0 to 1');
  return score;
}

/** Where a Redis is: `redis://…`, `rediss://…` for TLS, or the path of a socket. */
export function readRedisUrl(text: string): string {
  const isUrl = /^rediss?:\/\/./.test(text) && URL.canParse(text);
  if (!isUrl && !text.startsWith('/'))
    throw new Error('takes redis://host:port or rediss://host:port');
  return text;
}
