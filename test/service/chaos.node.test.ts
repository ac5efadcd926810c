import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultsOf } from '../../tools/chaos/service/format-service-report.ts';
import { runFairness } from '../../tools/chaos/service/run-fairness.ts';
import { runServiceFaults } from '../../tools/chaos/service/run-service-faults.ts';

/** One of each kind; `npm run chaos:service` plays them all. */
const SHORTENED = [
  'killed, and started again',
  'disk full, then not',
  'clock one hour ahead, then back',
  'an API killed',
  'a worker killed',
  'failover: the primary becomes a read-only replica',
];

describe('a service that is spoilt under load loses nothing, takes nothing twice, and says when to come back', () => {
  for (const fault of SHORTENED) {
    it(`(${fault})`, async (test) => {
      const [result] = await runServiceFaults([fault]);
      assert.ok(result);
      if ('why' in result) test.skip(result.why);
      else assert.deepEqual(faultsOf(result), [], JSON.stringify(result));
    });
  }
});

describe('honest people', () => {
  for (const attacker of [
    'a token holder who submits again and again',
    'a stranger at the honest people’s address who guesses tokens',
  ]) {
    it(`are not refused beside ${attacker}`, async () => {
      const { answered, refused } = await runFairness(attacker, 10);
      assert.equal(refused, 0);
      assert.ok(answered > 0);
    });
  }
});
