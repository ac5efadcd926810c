import * as v from 'valibot';
import { durationMs, origin } from './setting-values.ts';

const publicOrigin = v.pipe(
  v.string(),
  v.check(
    (text) => URL.canParse(text) && new URL(text).origin === text && isSecure(new URL(text)),
    'The public address is https:// and a host alone, like "https://liveness.example"; http:// for localhost only.',
  ),
);
/** Settings of checks by link, and of the page that they lead to. */
export const LINK_SETTINGS = {
  /**
   * Where people's browsers reach this service, like `https://liveness.example`: switches checks by link on, with the page
   * at `/check/`. Without `basePath`.
   */
  publicUrl: v.optional(publicOrigin),
  /** How long a link is good, unless its maker says otherwise. */
  linkLifetimeMs: v.optional(v.pipe(durationMs, v.minValue(60_000)), 24 * 3_600_000),
  /** Origins that the page may send people back to. */
  returnOrigins: v.optional(
    namedOrigins('A return origin is named; "*" would send people anywhere.'),
    [],
  ),
  /** Origins whose pages may show the page in an iframe. */
  embedOrigins: v.optional(
    namedOrigins('An origin is named; "*" would let anybody frame the page.'),
    [],
  ),
  /** Who asks for the check: the title of the page. */
  pageName: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80)), 'Liveness check'),
  /** Who gets the images, as people know them; the name unless given. */
  pageRecipient: v.optional(v.pipe(v.string(), v.maxLength(80)), ''),
  /** What the page says of privacy, in place of its own words. */
  pagePrivacy: v.optional(v.pipe(v.string(), v.maxLength(1000)), ''),
  /** Colour of the page's button, as `#rrggbb`. */
  pageAccent: v.optional(
    v.union([
      v.literal(''),
      v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, 'A colour is written as #rrggbb.')),
    ]),
    '',
  ),
  /** Path of the operator's logo, .svg or .png. */
  pageLogo: v.optional(v.string(), ''),
};

function namedOrigins(why: string) {
  return v.array(
    v.pipe(
      origin,
      v.check((text) => text !== '*', why),
    ),
  );
}

/** Where browsers give a page the camera. */
function isSecure({ hostname, protocol }: URL): boolean {
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}
