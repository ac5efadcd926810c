import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyStore, StoredKey } from './stored-key.ts';

/** What an integrator's backend signs with. Neither part ever reaches a browser or a log. */
export interface AccessKeyPair {
  /** Public name of the key: 4 to 128 letters, digits, `_` or `-`. */
  readonly accessKey: string;
  /** The secret: 16 to 256 characters. */
  readonly secretKey: string;
}

/** The access keys that a service honours. Knows digests only, so that they are stored hashed. */
export interface KeyRing {
  /** Digest of the key's secret, which signatures are made with; undefined for an unknown or disabled key. */
  secretDigestOf(accessKey: string): Promise<Buffer | undefined>;
  /** Whether the pair belongs together; takes the same time for a wrong secret and an unknown key. */
  accepts(pair: AccessKeyPair): Promise<boolean>;
}

const ACCESS_KEY_SHAPE = /^[\w-]{4,128}$/;
const SECRET_KEY_LENGTH = { min: 16, max: 256 } as const;

/**
 * Makes a key ring from configured pairs, and from the keys of a store when there is one. A configured pair comes
 * before a stored key of the same name.
 * @throws Error that names the rule that a pair breaks, never the pair; or when there can be no key at all.
 */
export function createKeyRing(
  pairs: readonly AccessKeyPair[],
  stored?: Pick<KeyStore, 'find'>,
): KeyRing {
  if (pairs.length === 0 && !stored) throw new Error('The service needs at least one access key.');
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

  async function secretDigestOf(accessKey: string): Promise<Buffer | undefined> {
    const configured = digests.get(accessKey);
    if (configured || !stored || !ACCESS_KEY_SHAPE.test(accessKey)) return configured;
    const key = await stored.find(accessKey);
    return key?.disabledAtMs === undefined ? key?.secretDigest : undefined;
  }

  return {
    secretDigestOf,
    async accepts({ accessKey, secretKey }) {
      return timingSafeEqual(digest(secretKey), (await secretDigestOf(accessKey)) ?? nobody);
    },
  };
}

/** What the store keeps of a pair. */
export function storedKeyOf(
  { accessKey, secretKey }: AccessKeyPair,
  { label, createdAtMs }: Pick<StoredKey, 'label' | 'createdAtMs'>,
): StoredKey {
  return {
    accessKey,
    secretDigest: digest(secretKey),
    label,
    createdAtMs,
    disabledAtMs: undefined,
  };
}

/**
 * Reads the pair from `NODEFLUX_ACCESS_KEY` and `NODEFLUX_SECRET_KEY`; none when neither is set.
 * @throws Error that names the variable that is missing beside the other.
 */
export function keysFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): readonly AccessKeyPair[] {
  const { NODEFLUX_ACCESS_KEY: accessKey, NODEFLUX_SECRET_KEY: secretKey } = environment;
  if (!accessKey && !secretKey) return [];
  if (!accessKey) throw new Error('NODEFLUX_SECRET_KEY is set; set NODEFLUX_ACCESS_KEY as well.');
  if (!secretKey) throw new Error('NODEFLUX_ACCESS_KEY is set; set NODEFLUX_SECRET_KEY as well.');
  return [{ accessKey, secretKey }];
}

/**
 * A fresh random pair: 96 bits of name, 256 bits of secret.
 *
 * @example
 * ```ts
 * import { generateKeys } from 'nodeflux-liveness-service';
 * const { accessKey, secretKey } = generateKeys();
 * ```
 */
export function generateKeys(random: (size: number) => Uint8Array = randomBytes): AccessKeyPair {
  return {
    accessKey: Buffer.from(random(12)).toString('hex').toUpperCase(),
    secretKey: Buffer.from(random(32)).toString('base64url'),
  };
}

function digest(secretKey: string): Buffer {
  return createHash('sha256').update(secretKey).digest();
}
