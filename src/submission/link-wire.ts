/** A check by link, as the service, its own page and the integrator's backend speak of it. Not part of the vendor's contract. */
import * as v from 'valibot';
import { LINK_STATES } from './link-state.ts';
import { object } from './object-schema.ts';

/** Path of the links: a backend makes one here, and asks after it with its id behind. */
export const LINKS_PATH = '/v1/check-links';
/** Path at which the page asks what its link is for; changes nothing. */
export const LINK_LOOK_PATH = '/v1/check-links/look';
/** Path at which the page exchanges its link, once, for a visit. */
export const LINK_VISITS_PATH = '/v1/check-links/visits';
/** Path at which a visit gets the token of an attempt. */
export const LINK_TOKENS_PATH = '/v1/check-links/tokens';
/** Path at which a visit gives its check up, so that whoever waits for it elsewhere need not wait on. */
export const LINK_ENDS_PATH = '/v1/check-links/ends';
/** Path of the page; the link's secret follows in the fragment, which no server is sent. */
export const CHECK_PAGE_PATH = '/check/';

/** What a state value of the integrator's may be. */
const stateSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(512));
const returnUrlSchema = v.pipe(v.string(), v.url(), v.maxLength(2048));

/** Request body of {@link LINKS_PATH}. */
export const linkRequestSchema = object({
  subject: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
  return_url: v.optional(returnUrlSchema),
  state: v.optional(stateSchema),
  language: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$/))),
  lifetime_seconds: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(60), v.maxValue(30 * 86_400)),
  ),
});

const linkEntries = { ok: v.literal(true), id: v.string(), expires_at: v.string() };

/** Answer of {@link LINKS_PATH}. */
export const linkAnswerSchema = object({ ...linkEntries, url: v.string() });

/** Answer to the question after a link: where it is, and the jobs of its attempts, the newest last. */
export const linkStateAnswerSchema = object({
  ...linkEntries,
  state: v.picklist(LINK_STATES),
  job_ids: v.array(v.string()),
});

/** Answer of {@link LINK_LOOK_PATH}: what the page shows before the check. */
export const linkLookAnswerSchema = object({
  ok: v.literal(true),
  language: v.nullable(v.string()),
  name: v.string(),
  recipient: v.string(),
  retention_days: v.number(),
  privacy: v.nullable(v.string()),
  has_logo: v.boolean(),
  gesture_count: v.number(),
  return_url: v.nullable(v.string()),
});

/** Request body of {@link LINK_VISITS_PATH}: the page makes the visit's secret, so that a lost answer can be asked again. */
export const visitRequestSchema = object({
  visit: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
});

/** Answer of {@link LINK_VISITS_PATH} and {@link LINK_ENDS_PATH}. */
export const visitAnswerSchema = object({ ok: v.literal(true) });
