import type { RefusalCode } from '../http/refusal.ts';

/** What every body can be refused for. */
export const BODY_REFUSALS: readonly RefusalCode[] = [
  'bad-request',
  'payload-too-large',
  'unsupported-media-type',
];

/** What every call of a session can be refused for. */
export const SESSION_REFUSALS: readonly RefusalCode[] = [
  'not-authenticate',
  'session-origin',
  'session-missing',
  'rate-limited',
];
