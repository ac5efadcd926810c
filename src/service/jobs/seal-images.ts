import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** 256 bits, from the environment; never stored. */
export type ImageKey = Buffer;

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
/** First byte of every sealed image, so that the format can change. */
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** Where an image belongs. Sealed in with it, so that images cannot be exchanged for one another. */
export interface ImagePlace {
  readonly jobId: string;
  /** From 0, in the order sent. */
  readonly position: number;
}

/**
 * Reads a key of 256 bits, written as base64 (44 characters) or hex (64).
 * @throws Error that does not quote it.
 */
export function readImageKey(text: string): ImageKey {
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (key.byteLength !== KEY_BYTES) {
    throw new Error(
      'An image key is 32 bytes as base64 or hex; `openssl rand -base64 32` makes one.',
    );
  }
  return key;
}

/** Encrypts an image with AES-256-GCM: format, nonce, tag, ciphertext. */
export function sealImage(
  jpeg: Uint8Array,
  place: ImagePlace,
  key: ImageKey,
  random: (size: number) => Uint8Array = randomBytes,
): Buffer {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(describePlace(place));
  const ciphertext = Buffer.concat([cipher.update(jpeg), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), ciphertext]);
}

/**
 * Decrypts what {@link sealImage} made.
 * @throws Error when the key is another, the place is another, or a bit was changed.
 */
export function unsealImage(sealed: Uint8Array, place: ImagePlace, key: ImageKey): Buffer {
  if (sealed[0] !== FORMAT || sealed.byteLength < HEADER_BYTES) {
    throw new Error('The kept image has a format that this version does not know.');
  }
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const tag = sealed.subarray(1 + NONCE_BYTES, HEADER_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(describePlace(place))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES)), decipher.final()]);
  } catch {
    throw new Error('The kept image cannot be opened: another key, or it was changed.');
  }
}

function describePlace({ jobId, position }: ImagePlace): Buffer {
  return Buffer.from(`nodeflux-liveness image ${jobId} ${position}`);
}
