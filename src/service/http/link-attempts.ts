import type { StoredJob } from '../jobs/job.ts';
import type { CheckLink } from '../links/check-link.ts';
import type { RouteDependencies } from './environment.ts';
import { Refusal } from './refusal.ts';

type Stores = Pick<RouteDependencies, 'store'>;

/** What was submitted with the link so far, the newest last. */
export async function jobsOfLink(
  { tokenHashes }: Pick<CheckLink, 'tokenHashes'>,
  { store }: Stores,
): Promise<StoredJob[]> {
  const tokens = await Promise.all(tokenHashes.map((hash) => store.tokens.find(hash)));
  const jobs = await Promise.all(
    tokens.map((token) => (token?.jobId ? store.jobs.find(token.jobId) : undefined)),
  );
  return jobs.filter((job) => job !== undefined);
}

/** Whether one of them passed. */
export function hasPassed(jobs: readonly StoredJob[]): boolean {
  return jobs.some(({ outcome }) => outcome?.status === 'success' && outcome.live);
}

/**
 * Lets an attempt that was begun with a link go on: the latest one, of a link that was neither called back nor erased.
 *
 * @throws Refusal `link-revoked`, `link-used`
 */
export async function requireLatestAttempt(
  linkId: string,
  tokenHash: string,
  { store }: Stores,
): Promise<void> {
  const stored = await store.links.find(linkId);
  // Whoever called it back, or erased it, waits for nothing of it any more. It outlives its tokens otherwise.
  if (!stored || stored.link.revokedAtMs !== undefined) {
    throw new Refusal('link-revoked', 'The link was called back');
  }
  if (stored.link.tokenHashes.at(-1) !== tokenHash) {
    throw new Refusal('link-used', 'Another attempt was begun with the link');
  }
}
