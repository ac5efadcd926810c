import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { judge } from '../../../src/service/analysis/verdict/judge.ts';
import type { Rule } from '../../../src/service/analysis/verdict/rule.ts';
import { PACED_RULES, UNPACED_RULES } from '../../../src/service/analysis/verdict/rule-lists.ts';
import { passiveScoreOf } from '../../../src/service/analysis/verdict/rules/passive-score.ts';
import {
  FAULT_CODES,
  JOB_FAULT_CODES,
  MEASUREMENT_CODES,
  VERDICT_FAULT_CODES,
} from '../../../src/submission/details-wire.ts';
import { replaceSection } from '../../../tools/bench/report/replace-section.ts';
import { formatRules } from '../../../tools/bench/verdict/format-rules.ts';

const page = readFileSync(new URL('../../../docs/verdict.md', import.meta.url), 'utf8');
const NOBODY = { sha256: 'a', faceCount: 0 };
const DEMANDS = { livenessThreshold: 0.7, mainFaceOnly: false };

describe('the rules', () => {
  test('have one code each, and every code of a verdict has its rule', () => {
    assert.deepEqual(PACED_RULES.map(({ code }) => code).sort(), [...VERDICT_FAULT_CODES].sort());
  });

  test('of an unpaced submission are all asked of a paced session too', () => {
    for (const rule of UNPACED_RULES) assert.ok(PACED_RULES.includes(rule), rule.code);
  });

  test('stand in docs/verdict.md as they are', () => {
    assert.equal(
      page,
      replaceSection(page, 'rules', formatRules()),
      `docs/verdict.md must hold:\n${formatRules()}`,
    );
  });

  test('and every other code are explained in docs/verdict.md', () => {
    for (const code of [...FAULT_CODES, ...MEASUREMENT_CODES]) {
      assert.ok(page.includes(`\`${code}\``), code);
    }
    assert.equal(FAULT_CODES.length, new Set(FAULT_CODES).size);
    assert.ok(JOB_FAULT_CODES.length > 0);
  });
});

describe('the judge', () => {
  const gate: Rule = {
    code: 'no-face',
    needs: 'images',
    outcome: 'incompleted',
    answer: 'nobody',
    description: '',
    find: ({ images }) =>
      images.map(({ faceCount }, image) => ({
        message: `${image}`,
        image: images.length - image,
        measured: faceCount === 0 ? Number.NaN : faceCount,
      })),
  };

  test('stamps what a rule finds with its code, the first image first, and leaves out what is no number', () => {
    const analysis = judge({ images: [NOBODY, { ...NOBODY, faceCount: 2 }], ...DEMANDS }, [gate]);
    assert.deepEqual(analysis, {
      status: 'incompleted',
      message: 'nobody',
      faults: [
        { code: 'no-face', message: '1', image: 1, measured: 2 },
        { code: 'no-face', message: '0', image: 2 },
      ],
      measurements: [],
    });
  });

  test('does not go on without a face, whatever the rules', () => {
    assert.throws(
      () => judge({ images: [NOBODY], ...DEMANDS }, []),
      /refuse images without a face/,
    );
  });

  test('of no images says that there is no face', () => {
    const analysis = judge({ images: [], ...DEMANDS }, UNPACED_RULES);
    assert.equal(analysis.status === 'incompleted' && analysis.message, 'No face detected');
  });
});

test('a passive score that is no number from 0 to 1 is refused', () => {
  assert.deepEqual(passiveScoreOf(0.4, 0.5), { score: 0.4, minimum: 0.5 });
  for (const score of [-0.1, 1.1, Number.NaN]) {
    assert.throws(() => passiveScoreOf(score, 0.5), RangeError);
  }
});
