import { randomBytes } from 'node:crypto';
import { WEBHOOK_SECRET_PREFIX } from '../../submission/webhook-wire.ts';

/** Bytes of a secret, as Standard Webhooks has them. */
const SECRET_BYTES = { least: 24, most: 64, made: 32 } as const;

/** Makes a secret for `NODEFLUX_WEBHOOK_SECRET`. */
export function generateWebhookSecret(): string {
  return WEBHOOK_SECRET_PREFIX + randomBytes(SECRET_BYTES.made).toString('base64');
}

/**
 * Reads the secrets that webhooks are signed with: one, or two with a space between while one replaces the other.
 * @throws Error that does not quote them.
 */
export function readWebhookSecrets(text: string): readonly Buffer[] {
  const secrets = text
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const base64 = word.startsWith(WEBHOOK_SECRET_PREFIX)
        ? word.slice(WEBHOOK_SECRET_PREFIX.length)
        : '';
      return Buffer.from(base64, 'base64');
    });
  const fits = ({ byteLength }: Buffer) =>
    byteLength >= SECRET_BYTES.least && byteLength <= SECRET_BYTES.most;
  if (secrets.length === 0 || !secrets.every(fits)) {
    throw new Error(
      `Webhooks are signed: NODEFLUX_WEBHOOK_SECRET is "${WEBHOOK_SECRET_PREFIX}" and ${SECRET_BYTES.least} to ${SECRET_BYTES.most} bytes as base64; \`webhooks secret\` makes one.`,
    );
  }
  return secrets;
}
