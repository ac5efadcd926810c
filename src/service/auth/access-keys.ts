import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What an integrator's backend signs with. Neither part ever reaches a browser or a log. */
export interface AccessKeyPair {
  /** Public name of the key: 4 to 128 letters, digits, `_` or `-`. */
  readonly accessKey: string;
  /** The secret: 16 to 256 characters. */
  readonly secretKey: string;
}

/** The access keys that a service honours. Holds digests only, so that a later store can keep them hashed. */
export interface KeyRing {
  /** Digest of the key's secret, which signatures are made with; undefined for an unknown key. */
  secretDigestOf(accessKey: string): Buffer | undefined;
  /** Whether the pair belongs together; takes the same time for a wrong secret and an unknown key. */
  accepts(pair: AccessKeyPair): boolean;
}

const ACCESS_KEY_SHAPE = /^[\w-]{4,128}$/;
const SECRET_KEY_LENGTH = { min: 16, max: 256 } as const;

/**
 * Makes a key ring from configured pairs.
 * @throws Error that names the rule that a pair breaks, never the pair.
 */
export function createKeyRing(pairs: readonly AccessKeyPair[]): KeyRing {
  if (pairs.length === 0) throw new Error('The service needs at least one access key.');
  const digests = new Map<string, Buffer>();
  for (const { accessKey, secretKey } of pairs) {
    if (!ACCESS_KEY_SHAPE.test(accessKey)) {
      throw new Error('An access key is 4 to 128 letters, digits, "_" or "-".');
    }
    if (secretKey.length < SECRET_KEY_LENGTH.min || secretKey.length > SECRET_KEY_LENGTH.max) {
      throw new Error('A secret key is 16 to 256 characters.');
    }
    digests.set(accessKey, digest(secretKey));
  }
  const nobody = randomBytes(32);
  return {
    secretDigestOf: (accessKey) => digests.get(accessKey),
    accepts: ({ accessKey, secretKey }) =>
      timingSafeEqual(digest(secretKey), digests.get(accessKey) ?? nobody),
  };
}

/**
 * Reads the pair from `NODEFLUX_ACCESS_KEY` and `NODEFLUX_SECRET_KEY`.
 * @throws Error that names the variable that is missing.
 */
export function keysFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): AccessKeyPair {
  return {
    accessKey: required(environment, 'NODEFLUX_ACCESS_KEY'),
    secretKey: required(environment, 'NODEFLUX_SECRET_KEY'),
  };
}

/** A fresh random pair, for the demo: 96 bits of name, 256 bits of secret. */
export function generateKeys(random: (size: number) => Uint8Array = randomBytes): AccessKeyPair {
  return {
    accessKey: Buffer.from(random(12)).toString('hex').toUpperCase(),
    secretKey: Buffer.from(random(32)).toString('base64url'),
  };
}

function digest(secretKey: string): Buffer {
  return createHash('sha256').update(secretKey).digest();
}

function required(environment: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`Set ${name}, or pass \`keys\` to createService.`);
  return value;
}
