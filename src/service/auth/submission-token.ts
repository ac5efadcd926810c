import { createHash } from 'node:crypto';

/** Source of unpredictable bytes; `node:crypto`'s `randomBytes` outside of tests. */
export type RandomBytes = (size: number) => Uint8Array;

/** What the store keeps of a submission token. The token itself is nowhere but with its holder. */
export interface StoredToken {
  /** SHA-256 of the token, hex. No salt: the token has 202 random bits of its own. */
  readonly tokenHash: string;
  /** The key that minted it. */
  readonly accessKey: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  /** The job that it was spent on. */
  readonly jobId: string | undefined;
  /** Whose check it is, when the integrator said so; hashed. */
  readonly subjectHash?: string | undefined;
  /** The link whose visit it was given to. */
  readonly linkId?: string;
}

/** Whether a token can still be spent. */
export type TokenState = 'usable' | 'unknown' | 'used' | 'expired';

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[A-Z2-7]{16}$/;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new token in the contract's shape: a random UUID, a hyphen, 16 characters of base32. */
export function mintSubmissionToken(random: RandomBytes): string {
  const tail = Array.from(random(16), (byte) => BASE32[byte % BASE32.length]).join('');
  return `${mintUuid(random)}-${tail}`;
}

/** Bytes in base32 (RFC 4648), five at a time into eight characters: their number is a multiple of five. */
export function base32(bytes: Buffer): string {
  const value = BigInt(`0x${bytes.toString('hex')}`);
  return Array.from({ length: (bytes.length / 5) * 8 }, (_, index) => {
    const shift = BigInt(bytes.length * 8 - 5 * (index + 1));
    return BASE32[Number((value >> shift) & 31n)];
  }).join('');
}

/** A random (version 4) UUID from the given source. */
export function mintUuid(random: RandomBytes): string {
  const bytes = Buffer.from(random(16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The hash to look a presented token up by; undefined when it cannot be a token of this service. */
export function hashSubmissionToken(token: string): string | undefined {
  return SHAPE.test(token) ? createHash('sha256').update(token).digest('hex') : undefined;
}

/** Decides whether a token can be spent at `nowMs`. Used comes before expired: it is the fact that does not change. */
export function tokenStateAt(token: StoredToken | undefined, nowMs: number): TokenState {
  if (!token) return 'unknown';
  if (token.jobId !== undefined) return 'used';
  return nowMs < token.expiresAtMs ? 'usable' : 'expired';
}
