import type { AnalysisRequest } from '../../../src/service/analysis/analysis.ts';
import type { WorkerAnswer } from '../../../src/service/analysis/analysis-worker.ts';

/** A thread for tests that does what the first byte of the first image says. */
export default async function obey(
  request: AnalysisRequest | undefined,
): Promise<WorkerAnswer | undefined> {
  switch (request?.images[0]?.[0]) {
    case undefined:
      return undefined;
    case 1:
      return process.exit(1);
    case 2:
      throw new Error('broken model');
    case 3:
      for (;;);
    default:
      return {
        analysis: { status: 'incompleted', message: 'answered', faults: [], measurements: [] },
      };
  }
}
