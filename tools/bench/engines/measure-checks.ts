import type { EngineName, EngineTab } from '../../engines/engine-tab.ts';
import { openEngineTab } from '../../engines/open-engine-tab.ts';
import { type CheckOutcome, checkOutcome, followCheck } from '../../follow-check.ts';
import type { ServedDemo } from '../../served-demo.ts';
import { browserMemory } from './browser-memory.ts';
import { countTracking, type TrackingCount, trackedPerSecond } from './count-tracking.ts';

/** A person gets time where a machine is slow; the facts stay the same. */
const PATIENT = { gestureTolerance: 20_000, timeout: 120_000 };

/** One whole check. */
export interface MeasuredCheck {
  readonly outcome: CheckOutcome;
  readonly trackedPerSecond: number;
  /** From asking the tracker to each of its answers. */
  readonly trackingMs: readonly number[];
}

/** All checks of one engine, one after the other in one browser. */
export interface MeasuredEngine {
  readonly version: string;
  readonly checks: readonly MeasuredCheck[];
  /** Warnings, errors and broken policies of all of them. */
  readonly complaints: readonly string[];
  /** Of the browser after the last check, in bytes. */
  readonly memoryBytes: number | undefined;
}

/** Does whole checks in one page, which is loaded anew for each, with the demo's simulated person. */
export async function measureChecks(
  engine: EngineName,
  demo: ServedDemo,
  count: number,
): Promise<MeasuredEngine> {
  const tab = await openEngineTab(engine);
  try {
    const checks: MeasuredCheck[] = [];
    for (let done = 0; done < count; done++) checks.push(await measureCheck(tab, demo.url));
    const { version, complaints } = tab;
    return { version, checks, complaints, memoryBytes: await browserMemory() };
  } finally {
    await tab.close();
  }
}

async function measureCheck(tab: EngineTab, url: string): Promise<MeasuredCheck> {
  // Alike in all engines: not each has WebGL here, and in software it takes the check's time.
  await tab.goto(`${url}/?drawing=2d`);
  await tab.evaluate(putPersonThere);
  await tab.evaluate(countTracking);
  await tab.evaluate(followCheck, PATIENT);
  await tab.press('[part~="primary-button"]');
  const outcome = await tab.evaluate(checkOutcome);
  const count: TrackingCount = await tab.evaluate(() => globalThis.trackingCount);
  return { outcome, trackedPerSecond: trackedPerSecond(count), trackingMs: count.tookMs };
}

/** Runs in the demo's page. */
async function putPersonThere(): Promise<void> {
  const camera = document.querySelector<HTMLInputElement>('#simulated');
  camera?.click();
  while (camera?.disabled) await new Promise((soon) => setTimeout(soon, 50));
  if (!camera?.checked) throw new Error('The person could not be simulated.');
}
