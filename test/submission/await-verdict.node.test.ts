import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Sleep } from '../../src/edge/sleep.ts';
import {
  awaitVerdict,
  type ResultProvider,
  verdictError,
} from '../../src/submission/await-verdict.ts';
import type { Verdict } from '../../src/submission/verdict.ts';

const LIVE: Verdict = { status: 'judged', live: true, liveness: 0.9 };
const { signal } = new AbortController();

/** Waits for nothing and notes for how long it was asked to. */
function fakeSleep() {
  const pausesMs: number[] = [];
  const sleep: Sleep = async (ms, within) => {
    within?.throwIfAborted();
    pausesMs.push(ms);
  };
  return { pausesMs, sleep };
}

/** Answers one after the other, the last one for ever. */
function answering(...answers: unknown[]) {
  const asked: string[] = [];
  const ask: ResultProvider = async (jobId) => {
    asked.push(jobId);
    return answers[Math.min(asked.length, answers.length) - 1] as Verdict;
  };
  return { asked, ask };
}

describe('awaitVerdict', () => {
  it('asks for the job until there is a verdict, more and more slowly', async () => {
    const { asked, ask } = answering(...Array(7).fill({ status: 'pending' }), LIVE);
    const { pausesMs, sleep } = fakeSleep();
    assert.deepEqual(await awaitVerdict(ask, 'job 1', sleep, signal), LIVE);
    assert.deepEqual(asked, Array(8).fill('job 1'));
    assert.deepEqual(
      pausesMs,
      pausesMs.toSorted((a, b) => a - b),
    );
    assert.ok(Math.max(...pausesMs) <= 4000);
  });

  it('hands over every kind of verdict', async () => {
    const verdicts: Verdict[] = [
      LIVE,
      { status: 'judged', live: false },
      { status: 'incomplete', reason: 'no-face', message: 'No face detected' },
      { status: 'failed', message: 'out of order' },
    ];
    for (const verdict of verdicts) {
      const { ask } = answering(verdict);
      assert.deepEqual(await awaitVerdict(ask, 'job 1', fakeSleep().sleep, signal), verdict);
    }
  });

  it('gives up on a verdict that never comes, after more than a minute', async () => {
    const { ask } = answering({ status: 'pending' });
    const { pausesMs, sleep } = fakeSleep();
    await assert.rejects(awaitVerdict(ask, 'job 1', sleep, signal), {
      code: 'result-unavailable',
      message: /job 1/,
    });
    const totalMs = pausesMs.reduce((sum, ms) => sum + ms, 0);
    assert.ok(totalMs > 60_000 && totalMs < 180_000);
  });

  it('is not put off by two failures in a row', async () => {
    let asked = 0;
    const ask: ResultProvider = async () => {
      if (++asked < 3) throw new TypeError('Failed to fetch');
      return LIVE;
    };
    assert.deepEqual(await awaitVerdict(ask, 'job 1', fakeSleep().sleep, signal), LIVE);
  });

  const FAILING: Record<string, ResultProvider> = {
    'that rejects': async () => {
      throw new TypeError('Failed to fetch');
    },
    'that throws before it promises': () => {
      throw new TypeError('no session');
    },
  };
  for (const [which, ask] of Object.entries(FAILING)) {
    it(`a provider ${which} makes the result unavailable, and is the cause`, async () => {
      await assert.rejects(
        awaitVerdict(ask, 'job 1', fakeSleep().sleep, signal),
        (error: { code?: string; cause?: unknown }) =>
          error.code === 'result-unavailable' && error.cause instanceof TypeError,
      );
    });
  }

  for (const answer of [undefined, null, {}, { live: true }, { status: 'success', live: true }]) {
    it(`${JSON.stringify(answer)} is no verdict, and never a pass`, async () => {
      const { ask } = answering(answer);
      await assert.rejects(awaitVerdict(ask, 'job 1', fakeSleep().sleep, signal), {
        code: 'result-unavailable',
      });
    });
  }

  it('an abort stays an abort: before a question, and while it is open', async () => {
    const reason = new DOMException('stop', 'AbortError');
    const { ask, asked } = answering(LIVE);
    const before = AbortSignal.abort(reason);
    await assert.rejects(awaitVerdict(ask, 'job 1', fakeSleep().sleep, before), reason);
    assert.deepEqual(asked, []);

    const controller = new AbortController();
    const hanging: ResultProvider = async (_, within) => {
      controller.abort(reason);
      within?.throwIfAborted();
      return LIVE;
    };
    await assert.rejects(
      awaitVerdict(hanging, 'job 1', fakeSleep().sleep, controller.signal),
      reason,
    );
  });
});

describe('verdictError', () => {
  it('lets only "judged live" pass', () => {
    assert.equal(verdictError(LIVE), undefined);
    assert.equal(verdictError({ status: 'judged', live: true }), undefined);
    assert.equal(verdictError({ status: 'judged', live: false, liveness: 0.99 })?.code, 'not-live');
    assert.equal(verdictError({ status: 'failed', message: 'x' })?.code, 'analysis-failed');
    assert.equal(verdictError({ status: 'pending' })?.code, 'result-unavailable');
  });

  const REASONS = {
    'no-face': 'no-face',
    'face-occluded': 'face-occluded',
    'multiple-faces': 'multiple-faces',
    other: 'analysis-failed',
  } as const;
  for (const [reason, code] of Object.entries(REASONS)) {
    it(`says ${code} for images that could not be judged because of "${reason}"`, () => {
      const error = verdictError({
        status: 'incomplete',
        reason: reason as keyof typeof REASONS,
        message: 'words of the service',
      });
      assert.equal(error?.code, code);
      assert.deepEqual(error?.errors, ['words of the service']);
    });
  }
});
