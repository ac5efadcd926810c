import type * as v from 'valibot';
import { CHECK_PAGE_PATH, type linkRequestSchema } from '../../submission/link-wire.ts';
import type { RandomBytes } from '../auth/submission-token.ts';
import { hashSubject } from '../jobs/lockout.ts';
import type { Settings } from '../settings.ts';
import { type CheckLink, mintLinkSecret } from './check-link.ts';

/** What a backend asks a link for. */
export type LinkRequest = v.InferOutput<typeof linkRequestSchema>;

/** What a link is made with. */
export interface LinkMaking {
  readonly accessKey: string;
  readonly settings: Pick<Settings, 'publicUrl' | 'basePath' | 'linkLifetimeMs'>;
  readonly random: RandomBytes;
  readonly nowMs: number;
}

/** Makes a link: what is kept of it, and the address, which alone holds the secret, in its fragment. */
export function makeLink(
  request: LinkRequest,
  { accessKey, nowMs, random, settings }: LinkMaking,
): { readonly link: CheckLink; readonly url: string } {
  const { hash, id, secret } = mintLinkSecret(random);
  const { lifetime_seconds: lifetimeSeconds } = request;
  const lifetimeMs =
    lifetimeSeconds === undefined ? settings.linkLifetimeMs : lifetimeSeconds * 1000;
  return {
    link: {
      id,
      secretHash: hash,
      accessKey,
      // Nobody named: whoever fails too often with this link is locked out with this link.
      subjectHash: hashSubject(accessKey, 'subject', request.subject ?? `link ${id}`),
      returnUrl: request.return_url,
      state: request.state,
      language: request.language,
      expiresAtMs: nowMs + lifetimeMs,
      tokenHashes: [],
    },
    url: `${settings.publicUrl}${settings.basePath}${CHECK_PAGE_PATH}#${id}.${secret}`,
  };
}

/** Whether a page of an allowed origin is at the address; `*` among them allows none, or anybody could be sent anywhere. */
export function mayReturnTo(
  returnUrl: string,
  { returnOrigins }: Pick<Settings, 'returnOrigins'>,
): boolean {
  const url = new URL(returnUrl);
  // A `blob:` has the origin of the page that made it.
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && !url.username && !url.password && returnOrigins.includes(url.origin);
}

/** Where the person goes after the check: with the job and the integrator's state, and nothing that could be believed. */
export function returnAddressOf({ returnUrl, state }: CheckLink): string | undefined {
  if (returnUrl === undefined) return undefined;
  const url = new URL(returnUrl);
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}
