import type { Store } from '../storage/store.ts';
import { generateWebhookSecret } from '../webhooks/webhook-secret.ts';
import { parseFlags } from './read-options.ts';
import { PLACE_FLAGS, withStore } from './store-place.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/**
 * `webhooks secret | list | resend`: makes a secret, lists the notices that were given up, and sends them again. Works on
 * the database file or on Redis, also while the service runs on it.
 * @throws UsageError
 */
export async function runWebhooksCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const [action, ...rest] = args;
  switch (action) {
    case 'secret':
      parseFlags(rest, []);
      terminal.tell('Your backend needs it to verify what it is posted.');
      terminal.print(`NODEFLUX_WEBHOOK_SECRET=${generateWebhookSecret()}`);
      return 0;
    case 'list':
      return withStore(parseFlags(rest, PLACE_FLAGS), terminal, { mustExist: true }, (store) =>
        list(store, terminal),
      );
    case 'resend': {
      const [jobId, ...flags] = rest;
      if (!jobId || (jobId.startsWith('--') && jobId !== '--all')) {
        throw new UsageError('webhooks resend takes the id of a job, or --all');
      }
      return withStore(parseFlags(flags, PLACE_FLAGS), terminal, { mustExist: true }, (store) =>
        resend(store, jobId, terminal),
      );
    }
    default:
      throw new UsageError('webhooks takes secret, list or resend');
  }
}

async function list(store: Store, terminal: Terminal): Promise<number> {
  const dead = await store.notices.listDead();
  for (const { deadAtMs, fault, finishedAtMs, jobId } of dead) {
    const [finishedAt, deadAt] = [finishedAtMs, deadAtMs].map((ms) => new Date(ms).toISOString());
    terminal.print([jobId, finishedAt, deadAt, fault].join('\t'));
  }
  if (dead.length === 0) terminal.tell('No webhook was given up.');
  return 0;
}

async function resend(store: Store, jobId: string, terminal: Terminal): Promise<number> {
  const ids =
    jobId === '--all' ? (await store.notices.listDead()).map((notice) => notice.jobId) : [jobId];
  let revived = 0;
  for (const id of ids) if (await store.notices.revive(id, terminal.now())) revived += 1;
  terminal.tell(
    revived === 0
      ? 'There is no such webhook that was given up.'
      : `${revived} will be sent again by the service, for another day.`,
  );
  return revived === 0 ? 1 : 0;
}
