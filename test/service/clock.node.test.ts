import assert from 'node:assert/strict';
import { LIVE } from './fake-analyst.ts';
import { goodBody, runService } from './run-service.ts';
import { testOnEachStore } from './stores.ts';

const HOUR_MS = 3_600_000;

testOnEachStore(
  'a job that waits when the clock is set back by hours is judged all the same',
  async (t) => {
    const { analyst, clock, finishedJob, mintToken, place, service, submit } = await runService(t, {
      threads: 0,
    });
    const token = await mintToken();
    const { body } = await submit(token, await goodBody());
    clock.nowMs -= 5 * HOUR_MS;
    const worker = await runService(t, { place, now: () => clock.nowMs });
    assert.deepEqual(analyst.requests, []);
    const { body: done } = await finishedJob(body.job_id, token);
    assert.equal(
      done.job.result.result[0].face_liveness.live,
      LIVE.status === 'success' && LIVE.live,
    );
    assert.equal(worker.analyst.requests.length, 1);
    await service.close();
  },
);
