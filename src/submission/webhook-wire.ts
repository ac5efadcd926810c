/** The words of a webhook: Standard Webhooks' headers, and what the body says. Shared by the service and the helper. */

/** Names the message, the same in every attempt: what a receiver remembers to do nothing twice. */
export const WEBHOOK_ID_HEADER = 'webhook-id';
/** When this attempt was signed, in seconds since the epoch. */
export const WEBHOOK_TIMESTAMP_HEADER = 'webhook-timestamp';
/** `v1,` and the signature as base64; one for each secret, with spaces between. */
export const WEBHOOK_SIGNATURE_HEADER = 'webhook-signature';
/** Before the base64 of a secret. */
export const WEBHOOK_SECRET_PREFIX = 'whsec_';
/** `type` of the message about a check that has ended. */
export const CHECK_FINISHED = 'check.finished';
