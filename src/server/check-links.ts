import * as v from 'valibot';
import type { LinkState } from '../submission/link-state.ts';
import { LINKS_PATH, linkAnswerSchema, linkStateAnswerSchema } from '../submission/link-wire.ts';

/** How a check by link is made. */
export interface CheckLinkOptions {
  /** Your own name for the person, 1 to 256 characters; only a hash is kept. Who fails too often is locked out by it. */
  readonly subject?: string;
  /** Where the page sends the person afterwards, with `job_id` and `state` in its query; at a `--return-origin` of the service. */
  readonly returnUrl?: string;
  /** Comes back as `state`: a random value of your session, so that a job id cannot be brought to somebody else. */
  readonly state?: string;
  /** Language of the page, like `id`. Default: the person's browser's. */
  readonly language?: string;
  /** How long the link is good, 60 s to 30 days. Default: the service's. */
  readonly lifetimeMs?: number;
  readonly signal?: AbortSignal;
}

/** A link that was made. */
export interface CheckLink {
  readonly id: string;
  /** For the person, and nobody else: its fragment is the secret. Keep it out of logs. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** What became of a link. */
export interface CheckLinkStatus {
  readonly id: string;
  /** `passed`: one of its jobs came out live. */
  readonly state: LinkState;
  /** The jobs of its attempts, the newest last: read their verdicts with `getVerdict`. */
  readonly jobIds: readonly string[];
  readonly expiresAt: Date;
}

/** @internal */
export const LINK_ID_SHAPE = /^[0-9a-f-]{36}$/;

/** @internal */
export const linkSchema = v.pipe(
  linkAnswerSchema,
  v.transform(
    ({ expires_at, id, url }): CheckLink => ({ id, url, expiresAt: new Date(expires_at) }),
  ),
);

/** @internal */
export const linkStatusSchema = v.pipe(
  linkStateAnswerSchema,
  v.transform(
    ({ expires_at, id, job_ids, state }): CheckLinkStatus => ({
      id,
      state,
      jobIds: job_ids,
      expiresAt: new Date(expires_at),
    }),
  ),
);

/** The body of the request for a link. @internal */
export function linkRequestOf(options: CheckLinkOptions): Record<string, unknown> {
  const { language, lifetimeMs, returnUrl, state, subject } = options;
  return {
    ...(subject !== undefined && { subject }),
    ...(returnUrl !== undefined && { return_url: returnUrl }),
    ...(state !== undefined && { state }),
    ...(language !== undefined && { language }),
    ...(lifetimeMs !== undefined && { lifetime_seconds: Math.round(lifetimeMs / 1000) }),
  };
}

/** The path of one link. @internal */
export function linkPath(id: string): string {
  if (!LINK_ID_SHAPE.test(id)) throw new TypeError('A link id is that of `createCheckLink`.');
  return `${LINKS_PATH}/${id}`;
}
