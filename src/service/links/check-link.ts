import { createHash, timingSafeEqual } from 'node:crypto';
import type { LinkState } from '../../submission/link-state.ts';
import { mintUuid, type RandomBytes } from '../auth/submission-token.ts';

/** What the store keeps of a link. Its secret and that of its visit are nowhere but with the person. */
export interface CheckLink {
  readonly id: string;
  /** SHA-256, hex. No salt: 256 random bits. */
  readonly secretHash: string;
  readonly accessKey: string;
  /** Whose check it is; hashed. The link itself, where nobody was named. */
  readonly subjectHash: string;
  readonly returnUrl: string | undefined;
  readonly state: string | undefined;
  readonly language: string | undefined;
  readonly expiresAtMs: number;
  readonly visit?: { readonly hash: string; readonly atMs: number };
  readonly revokedAtMs?: number;
  /** Hashes of the tokens that its visit was given, the newest last. */
  readonly tokenHashes: readonly string[];
}

/** A link as it was read; `revision` counts the changes. */
export interface StoredLink {
  readonly link: CheckLink;
  readonly revision: number;
}

/** The links. One is changed by replacing the very revision that was read. */
export interface LinkStore {
  add(link: CheckLink): Promise<void>;
  find(id: string): Promise<StoredLink | undefined>;
  /** False when the link has another revision by now. */
  replace(link: CheckLink, revision: number): Promise<boolean>;
  /** False when there is no such link (any more). */
  erase(id: string): Promise<boolean>;
  /** Erases every link that was made for a person, used or not. How many that were. */
  eraseOf(subjectHash: string): Promise<number>;
}

/** A check that was begun in time may be finished. */
const VISIT_LIFE_MS = 30 * 60_000;
/** How long it can be asked what became of a link. */
export const LINK_MEMORY_MS = 24 * 3_600_000;
/** Attempts of one check, those included whose answer was lost. */
export const MOST_LINK_TOKENS = 8;

const SECRET_BYTES = 32;
const SHAPE = /^([0-9a-f-]{36})\.([\w-]{43})$/;

/** A new secret of a link: what stands in its fragment is `{id}.{secret}`. */
export function mintLinkSecret(random: RandomBytes): { id: string; secret: string; hash: string } {
  const secret = Buffer.from(random(SECRET_BYTES)).toString('base64url');
  return { id: mintUuid(random), secret, hash: hashLinkSecret(secret) };
}

/** What is kept of a secret. */
export function hashLinkSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Takes a credential apart; undefined when it cannot be one. */
export function parseLinkCredential(text: string): { id: string; secret: string } | undefined {
  const [, id, secret] = SHAPE.exec(text) ?? [];
  return id && secret ? { id, secret } : undefined;
}

/** Whether the secret is the one of this hash, in a time that does not tell how much of it is right. */
export function isSecretOf(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashLinkSecret(secret), 'hex'), Buffer.from(hash, 'hex'));
}

/** Where a link is; whether one of its checks has passed is for the jobs to say. */
export function linkStateAt(link: CheckLink, nowMs: number): Exclude<LinkState, 'passed'> {
  if (link.revokedAtMs !== undefined) return 'revoked';
  if (nowMs < link.expiresAtMs) return link.visit ? 'visited' : 'open';
  return link.visit && nowMs < link.visit.atMs + VISIT_LIFE_MS ? 'visited' : 'expired';
}
