import type { Analysis, AnalysisRequest, Analyst } from '../../src/service/analysis/analysis.ts';

/** An analyst that answers what the test tells it, and remembers what it was asked. */
export interface FakeAnalyst extends Analyst {
  readonly requests: AnalysisRequest[];
  readonly closed: boolean;
}

/** Must never be told to a browser. */
export const SECRET = {
  code: 'gesture-clearness',
  message: 'the-reason-kept-on-the-server',
  step: 1,
  gesture: 'smile',
  measured: 1.9,
  limit: 1,
} as const;

export const LIVE: Analysis = {
  status: 'success',
  live: true,
  liveness: 0.9,
  faults: [],
  measurements: [SECRET],
};

/** Makes a fake analyst; `answer` is asked for every request and may throw or wait. */
export function createFakeAnalyst(
  answer: (request: AnalysisRequest) => Analysis | Promise<Analysis> = () => LIVE,
): FakeAnalyst {
  const requests: AnalysisRequest[] = [];
  let closed = false;
  return {
    requests,
    get closed() {
      return closed;
    },
    async analyse(request) {
      requests.push(request);
      return answer(request);
    },
    async close() {
      closed = true;
    },
  };
}
