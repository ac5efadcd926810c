import type { Analysis, Analyst } from '../src/service/analysis/analysis.ts';

/** What {@link CREDULOUS_ANALYST} says of every evidence. */
export const LIVE_ANALYSIS: Analysis = {
  status: 'success',
  live: true,
  liveness: 0.99,
  faults: [],
  measurements: [],
};

/** Takes every evidence for live, at once: for what tries the way to the analysis and not the analysis. */
export const CREDULOUS_ANALYST: Analyst = {
  analyse: async () => LIVE_ANALYSIS,
  close: async () => undefined,
};
