import type { AnalysisRequest } from '../../../src/service/analysis/analysis.ts';
import type { WorkerAnswer } from '../../../src/service/analysis/analysis-worker.ts';

/** How long the models of this thread take to load: longer than the job limit that the test sets. */
const LOADING_MS = 400;

let isLoaded = false;

/** A thread for tests that is slow to load, as on a slow machine, and quick from then on. */
export default async function answer(
  request: AnalysisRequest | undefined,
): Promise<WorkerAnswer | undefined> {
  if (!isLoaded) await new Promise((resolve) => setTimeout(resolve, LOADING_MS));
  isLoaded = true;
  return request
    ? { analysis: { status: 'incompleted', message: 'answered', faults: [], measurements: [] } }
    : undefined;
}
