import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countErrorRates } from '../../tools/bench/attacks/error-rates.ts';
import {
  formatAttackTable,
  formatBonaFideTable,
} from '../../tools/bench/attacks/format-attack-table.ts';
import type { Outcome, Presentation } from '../../tools/bench/attacks/outcome.ts';
import { wilsonInterval } from '../../tools/bench/report/wilson-interval.ts';

const LIVE: Outcome = { kind: 'live' };
const FLAT: Outcome = {
  kind: 'not-live',
  faults: [
    { code: 'flat-turn', message: 'Step 2 is flat.', step: 2, measured: 0.31 },
    { code: 'flat-turn', message: 'Step 3 is flat.', step: 3, measured: 0.32 },
  ],
};
const UNSURE: Outcome = { kind: 'not-live', faults: [] };
const REFUSED: Outcome = { kind: 'refused', code: 'step-late' };
const STUCK: Outcome = { kind: 'no-response', why: 'gesture-timeout' };

function played(outcomes: readonly Outcome[], pool: Presentation['pool'] = 'random') {
  return outcomes.map((outcome, seed) => ({ species: 'a photo', pool, seed, outcome, asked: [] }));
}

describe('the confidence interval', () => {
  it('is Wilson’s', () => {
    // Values of the textbook formula, worked out by hand for 5 of 20 and 1 of 10.
    const quarter = wilsonInterval(5, 20);
    assert.ok(Math.abs(quarter.low - 0.1119) < 1e-3);
    assert.ok(Math.abs(quarter.high - 0.4687) < 1e-3);
    const tenth = wilsonInterval(1, 10);
    assert.ok(Math.abs(tenth.low - 0.0179) < 1e-3);
    assert.ok(Math.abs(tenth.high - 0.4042) < 1e-3);
  });

  it('leaves room above nothing seen, and below nothing else seen', () => {
    const none = wilsonInterval(0, 20);
    assert.equal(none.low, 0);
    assert.ok(Math.abs(none.high - 0.1611) < 1e-3);
    const all = wilsonInterval(20, 20);
    assert.equal(all.high, 1);
    assert.ok(Math.abs(all.low - 0.8389) < 1e-3);
  });

  it('says nothing of nothing', () => {
    assert.deepEqual(wilsonInterval(0, 0), { low: 0, high: 1 });
  });
});

describe('error rates', () => {
  it('are shares of what was answered; a refusal is an answer, a check without a submission is none', () => {
    const rates = countErrorRates(played([LIVE, FLAT, REFUSED, STUCK, STUCK]));
    assert.equal(rates.presentations, 5);
    assert.equal(rates.noResponse, 2);
    assert.equal(rates.liveShare, 1 / 3);
    assert.deepEqual(rates.interval, wilsonInterval(1, 3));
  });

  it('are unknown when nothing was answered', () => {
    assert.equal(countErrorRates(played([STUCK])).liveShare, undefined);
  });

  it('come with faults, once for each presentation and without their numbers', () => {
    const rates = countErrorRates(played([FLAT, FLAT, UNSURE, REFUSED, STUCK, LIVE]));
    assert.deepEqual(rates.reasons, [
      ['flat-turn', 2],
      ['score below the threshold', 1],
      ['step-late', 1],
      ['gesture-timeout', 1],
    ]);
  });
});

describe('the tables', () => {
  const species = [{ name: 'a photo', does: 'held still' }];

  it('have a line for each species and pool', () => {
    const table = formatAttackTable(
      [...played([FLAT, FLAT, STUCK]), ...played([LIVE, FLAT], 'best')],
      species,
    );
    const [, , any, best, ...rest] = table.split('\n');
    assert.equal(
      any,
      '| **a photo**: held still | any | 3 | 33 % | 0 | 2 | 0 | **0 %** | 0–66 % | flat-turn (2), gesture-timeout (1) |',
    );
    assert.equal(
      best,
      '| a photo | what suits it | 2 | 0 % | 0 | 1 | 1 | **50 %** | 9–91 % | flat-turn (1) |',
    );
    assert.deepEqual(rest, []);
  });

  it('leave the rate open where nothing was answered', () => {
    const table = formatAttackTable(played([STUCK]), species);
    assert.match(table, /\| 1 \| 100 % \| 0 \| 0 \| 0 \| – \| – \| gesture-timeout \(1\) \|$/);
  });

  it('count honest people who were refused', () => {
    const table = formatBonaFideTable(played([LIVE, LIVE, LIVE, UNSURE]), species);
    assert.match(
      table,
      /\| 4 \| 0 % \| 1 \| 3 \| \*\*25 %\*\* \| 5–70 % \| score below the threshold \(1\) \|$/,
    );
  });
});
