import type { Sleep } from '../edge/sleep.ts';
import { LivenessError } from '../errors.ts';
import type { HandOffClient } from '../submission/hand-off-client.ts';
import type { HandOffState } from '../submission/hand-off-state.ts';
import type { Verdict } from '../submission/verdict.ts';
import type { CheckState } from './check-state.ts';

/** A check that was done on a phone. */
export interface HandedOff {
  readonly jobId: string;
  readonly verdict: Verdict | undefined;
}

/** Who is told how a hand-off goes. */
export interface HandOffListener {
  readonly onState: (state: CheckState) => void;
  /** The address for the phone, with the secret of its link; `undefined` as soon as it is of no use any more. */
  readonly onAddress: (url: string | undefined) => void;
}

/** A person who looks from one screen to the other waits this long gladly, and a backend is asked twenty times a minute. */
const PAUSE_MS = 3000;
/** The link serves ten minutes, a check that was begun half an hour; nobody waits longer. */
const MOST_LOOKS = 900;
/** The network of a desktop comes back, and the phone goes on meanwhile: three minutes. */
const MOST_FAILURES_IN_A_ROW = 8;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Has a check done on a phone: gets a link, and waits for what becomes of it. Whoever aborts, or gives up, calls the link back, so
 * that one of both devices does the check and never both. Resolves with nothing when the person ended it on the phone.
 * @throws {LivenessError} as {@link HandOffClient.begin}; `check-timeout` when nobody did it in time, `network`
 */
export async function runHandOff(
  client: HandOffClient,
  { language, sleep }: { readonly language: string; readonly sleep: Sleep },
  listener: HandOffListener,
  signal: AbortSignal,
): Promise<HandedOff | undefined> {
  listener.onState({ name: 'handoff', isOpened: false });
  const { id, url } = await client.begin(language, signal);
  const end = (): void => void client.end(id);
  // At once: who leaves the page leaves no time for more.
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    signal.throwIfAborted();
    listener.onAddress(url);
    for (let looks = 0, failures = 0; looks < MOST_LOOKS; looks++) {
      await sleep(Math.min(PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS), signal);
      let told: HandOffState;
      try {
        told = await client.look(id, signal);
        failures = 0;
      } catch (cause) {
        signal.throwIfAborted();
        if (++failures < MOST_FAILURES_IN_A_ROW) continue;
        throw new LivenessError('network', { cause, detail: 'the check on the phone' });
      }
      const { jobId, state, verdict } = told;
      if (state === 'revoked') return undefined;
      if (state === 'passed' && jobId !== undefined) return { jobId, verdict };
      if (state === 'expired') break;
      if (state === 'visited') {
        listener.onAddress(undefined);
        listener.onState({ name: 'handoff', isOpened: true });
      }
    }
    throw new LivenessError('check-timeout', {
      detail: 'nobody did the check on the phone in time',
    });
  } catch (cause) {
    if (!signal.aborted) end();
    throw cause;
  } finally {
    signal.removeEventListener('abort', end);
    listener.onAddress(undefined);
  }
}
