import type { CheckRecord } from './check-diary.ts';
import type { Answer } from './device-report.ts';

/** What has to outlive the page: phones drop pages that nobody looks at, in the middle of a step. */
export interface Kept {
  readonly deviceName: string;
  readonly checks: readonly CheckRecord[];
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Nothing was said yet. */
export const NOTHING_KEPT: Kept = { deviceName: '', checks: [], answers: {} };

const KEY = 'nodeflux-liveness-devices-1';

/** Reads what this browser has kept; nothing where it keeps nothing, as private windows may. */
export function readKept(): Kept {
  try {
    return { ...NOTHING_KEPT, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return NOTHING_KEPT;
  }
}

/** Keeps it in this browser; the page goes on where that is refused. */
export function keep(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch (cause) {
    console.warn('Nothing can be kept here, so do not close this page:', cause);
  }
}
