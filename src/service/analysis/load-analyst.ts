import type { Settings } from '../settings.ts';
import type { Analyst } from './analysis.ts';

/** Loads the analysis of this package, with as many threads as are set. */
export async function loadAnalyst({
  analysisTimeoutMs,
  loadTimeoutMs: loadLimitMs,
  passiveDetector: module,
  passiveMinimum: minimum,
  threads,
}: Settings): Promise<Analyst> {
  // Imported lazily: a service with a custom analyst does not load these models.
  const { createAnalyst } = await import('./create-analyst.ts');
  const passive = module === undefined ? undefined : { module, minimum };
  return createAnalyst({ threads, jobLimitMs: analysisTimeoutMs, loadLimitMs, passive });
}
