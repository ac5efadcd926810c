import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as v from 'valibot';

const coordinate = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/** A key as auditors get it. */
const publishedKeySchema = v.object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: coordinate,
  y: coordinate,
  kid: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
});

/** A key as the file holds it: the first with its secret, later ones without, and when they were replaced. */
const heldKeySchema = v.object({
  ...publishedKeySchema.entries,
  d: v.exactOptional(coordinate),
  retired_at: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
});

/** Keys that are published: a JWK Set. */
export const publishedKeysSchema = v.object({
  keys: v.pipe(v.array(publishedKeySchema), v.minLength(1), v.maxLength(100)),
});

/** What the file of the signing keys holds. */
const heldKeysSchema = v.object({
  keys: v.pipe(v.array(heldKeySchema), v.minLength(1), v.maxLength(100)),
});

/** What the file of the signing keys holds: a JWK Set whose first key signs. */
export type HeldKeys = v.InferOutput<typeof heldKeysSchema>;
/** The public part of all keys, the one that signs first: a JWK Set. */
export type PublishedKeys = v.InferOutput<typeof publishedKeysSchema>;

/** What verdicts are signed with. */
export interface SigningKeys {
  readonly kid: string;
  readonly key: KeyObject;
  readonly published: PublishedKeys;
}

/**
 * Parses the file of the signing keys.
 * @throws Error that quotes nothing of it
 */
export function parseHeldKeys(text: string): HeldKeys {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), heldKeysSchema), text);
  if (!parsed.success) {
    throw new Error('takes a file with a JWK Set of P-256 keys; `signing-keys create` makes one');
  }
  const { keys } = parsed.output;
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) {
    throw new Error('two keys of the file have the same `kid`');
  }
  return parsed.output;
}

/**
 * The key that signs, and what is published of it and of those before it.
 * @throws Error that quotes nothing of the file
 */
export function readSigningKeys(text: string): SigningKeys {
  const { keys } = parseHeldKeys(text);
  const [first] = keys;
  if (!first?.d) throw new Error('the first key of the file has no secret to sign with');
  const published = keys.map(({ crv, kid, kty, x, y }) => ({ crv, kid, kty, x, y }));
  const { crv, d, kty, x, y } = first;
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: { crv, d, kty, x, y }, format: 'jwk' });
    const probe = Buffer.from(first.kid);
    const own = createPublicKey({ key: { crv, kty, x, y }, format: 'jwk' });
    if (!verify('sha256', probe, own, sign('sha256', probe, key))) throw new Error('of another');
  } catch {
    throw new Error(
      'the first key of the file is no key: its secret belongs to another, or to none',
    );
  }
  return { kid: first.kid, key, published: { keys: published } };
}

/**
 * Puts a new key before those of the file. The ones before lose their secret and stay published, so that what they signed can
 * be verified, until they were retired for `keepMs`.
 */
export async function addSigningKey(
  { keys }: HeldKeys | { readonly keys: readonly [] },
  { keepMs, nowMs }: { readonly keepMs: number; readonly nowMs: number },
): Promise<HeldKeys> {
  const retired = keys
    .map(({ d: _, ...rest }) => ({ retired_at: new Date(nowMs).toISOString(), ...rest }))
    .filter(({ retired_at }) => Date.parse(retired_at) > nowMs - keepMs);
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const fresh = v.parse(heldKeySchema, { ...jwk, kid: await calculateJwkThumbprint(jwk) });
  return { keys: [fresh, ...retired] };
}
