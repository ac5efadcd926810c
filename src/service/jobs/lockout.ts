import { createHash } from 'node:crypto';
import type { Settings } from '../settings.ts';
import type { JobOutcome } from './job.ts';

/** After how many failed checks, and for how long, nothing more is taken from the same person. */
export type Lockout = Pick<Settings, 'lockoutFailures' | 'lockoutWindowMs'>;

/**
 * Whether a check counts against the person: it was judged and did not come out live, or its images cannot be decoded. A
 * job that failed by the service's own fault does not count.
 */
export function isFailedCheck(outcome: JobOutcome): boolean {
  switch (outcome.status) {
    case 'incompleted':
      return true;
    case 'success':
      return !outcome.live;
    case 'failed':
      // Also in outcomes of an earlier version, which have no list.
      return outcome.faults?.some(({ code }) => code === 'image-refused') ?? false;
  }
}

/**
 * When the lock opens, given the times of the latest failed checks (the newest first): as soon as fewer than
 * `lockoutFailures` lie within the window. Undefined when it is not shut.
 */
export function lockedUntilMs(
  failedAtMs: readonly number[],
  nowMs: number,
  { lockoutFailures, lockoutWindowMs }: Lockout,
): number | undefined {
  if (lockoutFailures === 0) return undefined;
  const deciding = failedAtMs[lockoutFailures - 1];
  if (deciding === undefined) return undefined;
  const untilMs = deciding + lockoutWindowMs;
  return nowMs < untilMs ? untilMs : undefined;
}

/** What the store keeps of whom a check is about: nothing that reads as a name or an address. */
export function hashSubject(accessKey: string, kind: 'subject', name: string): string {
  return createHash('sha256').update(`${accessKey}\n${kind}\n${name}`).digest('hex');
}
