import { createHmac } from 'node:crypto';
import {
  CHECK_FINISHED,
  WEBHOOK_ID_HEADER,
  WEBHOOK_SIGNATURE_HEADER,
  WEBHOOK_TIMESTAMP_HEADER,
} from '../../submission/webhook-wire.ts';
import { jobAnswerOf, jobDetailsOf, type StoredJob } from '../jobs/job.ts';

/** A message as it is posted. */
export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Writes and signs the message about a finished job, by Standard Webhooks: HMAC-SHA256 over id, timestamp and body. Its
 * `data` is what the access key would read of the job.
 */
export function writeWebhook(
  job: StoredJob,
  secrets: readonly Buffer[],
  {
    finishedAtMs,
    nowMs,
    verdictJws,
  }: {
    readonly finishedAtMs: number;
    readonly nowMs: number;
    readonly verdictJws?: string | undefined;
  },
): WebhookMessage {
  const body = JSON.stringify({
    type: CHECK_FINISHED,
    timestamp: new Date(finishedAtMs).toISOString(),
    data: {
      access_key: job.accessKey,
      ...jobAnswerOf(job),
      details: jobDetailsOf(job),
      ...(verdictJws !== undefined && { verdict_jws: verdictJws }),
    },
  });
  const id = `check_${job.id}`;
  const timestamp = String(Math.floor(nowMs / 1000));
  const signatures = secrets.map((secret) => {
    const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`);
    return `v1,${signature.digest('base64')}`;
  });
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'nodeflux-liveness-service',
      [WEBHOOK_ID_HEADER]: id,
      [WEBHOOK_TIMESTAMP_HEADER]: timestamp,
      [WEBHOOK_SIGNATURE_HEADER]: signatures.join(' '),
    },
  };
}
