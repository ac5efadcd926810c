/** An access key that the store keeps. The secret itself is nowhere but with its holder. */
export interface StoredKey {
  readonly accessKey: string;
  /** SHA-256 of the secret; no salt, since a generated secret has 256 random bits of its own. */
  readonly secretDigest: Buffer;
  /** The operator's own words on whose it is. */
  readonly label: string;
  readonly createdAtMs: number;
  /** When it stopped to be honoured; undefined while it is. */
  readonly disabledAtMs: number | undefined;
}

/** The access keys that were made from the command line. */
export interface KeyStore {
  /** @throws Error when a key of that name exists. */
  add(key: StoredKey): Promise<void>;
  find(accessKey: string): Promise<StoredKey | undefined>;
  /** All of them, the oldest first. */
  list(): Promise<readonly StoredKey[]>;
  /** Ends a key at once, for good; false when there is no such key, or it was disabled before. */
  disable(accessKey: string, nowMs: number): Promise<boolean>;
}
