import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { CHAOS_REQUESTS } from '../../tools/chaos/page/chaos-requests.ts';
import { faultsOf } from '../../tools/chaos/page/format-page-report.ts';
import { type CaseResult, runCases } from '../../tools/chaos/page/run-cases.ts';

/** What heals without the person noticing, out of the whole table of docs/reliability.md. */
const HEALED: readonly (readonly [request: string, fault: string])[] = [
  ['token', 'HTML'],
  ['activation', 'request lost'],
  ['activation', 'answer lost'],
  ['step 0', 'answer lost'],
  ['step 1', '503 + Retry-After'],
  ['frame 1', 'half a JSON'],
  ['swap', 'answer lost'],
  ['once more', 'answer lost'],
  ['restart', 'answer lost'],
  ['submission', 'answer lost'],
  ['result', '502'],
];

/** What is an answer, and ends the check at once with a code that is true. */
const REFUSED: readonly (readonly [request: string, fault: string, code: string])[] = [
  ['token', '401', 'token-refused'],
  ['activation', '403', 'pacing-unavailable'],
  ['step 1', '401', 'rejected'],
];

describe('a request of a check that is spoilt once', () => {
  let results: readonly CaseResult[];
  before(async () => {
    const cases = [...HEALED, ...REFUSED].map(([name, fault]) => {
      const request = CHAOS_REQUESTS.find((one) => one.name === name);
      if (!request) throw new RangeError(`There is no request "${name}".`);
      return { request, fault };
    });
    results = await runCases(cases, { pages: 3, onDone: () => undefined });
  });
  const resultOf = (request: string, fault: string): CaseResult =>
    results.find((one) => one.request === request && one.fault === fault) ?? assert.fail();

  for (const [request, fault] of HEALED) {
    it(`heals: ${request} × ${fault}`, () => {
      const result = resultOf(request, fault);
      assert.equal(result.end, 'success', result.detail);
      assert.deepEqual(faultsOf(result), []);
      assert.equal(result.jobs, 1);
    });
  }

  for (const [request, fault, code] of REFUSED) {
    it(`is told as ${code}: ${request} × ${fault}`, () => {
      const result = resultOf(request, fault);
      assert.equal(result.end, code, result.detail);
      assert.deepEqual(faultsOf(result), []);
    });
  }
});
