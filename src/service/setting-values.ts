import * as v from 'valibot';

export const durationMs = v.pipe(v.number(), v.minValue(0), v.finite());

/** `*`, or an origin as browsers write it. */
export const origin = v.pipe(
  v.string(),
  v.check(
    (text) => text === '*' || (URL.canParse(text) && new URL(text).origin === text),
    'An allowed origin is "*" or scheme, host and port alone, like "https://shop.example".',
  ),
);
