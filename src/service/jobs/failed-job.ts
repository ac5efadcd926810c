import type { Fault, JOB_FAULT_CODES } from '../../submission/details-wire.ts';
import type { AnalysisDetails } from '../analysis/analysis.ts';

/** How a job ended that came to no verdict. */
export type FailedJob = AnalysisDetails & { readonly status: 'failed' };

const SENTENCES: Readonly<Record<(typeof JOB_FAULT_CODES)[number], string>> = {
  'image-refused':
    'An image cannot be decoded. Trying again with the same images does not help: submit new ones.',
  'analysis-failed': 'The analysis broke in every attempt. Submit again; if it lasts, see the log.',
  'attempts-exhausted':
    'Every worker that took the job stopped before it was done. Submit again; if it lasts, see the log.',
  'images-expired': 'No worker came for the job before its images were deleted. Submit again.',
};

/** A failed job, and why. */
export function failedJob(code: keyof typeof SENTENCES): FailedJob {
  const fault: Fault = { code, message: SENTENCES[code] };
  return { status: 'failed', faults: [fault], measurements: [] };
}
