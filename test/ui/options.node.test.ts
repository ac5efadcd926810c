import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LivenessError } from '../../src/errors.ts';
import { optionConverter, readOption } from '../../src/ui/options/option.ts';
import { OPTIONS } from '../../src/ui/options/options.ts';

type Row = readonly [given: unknown, read: unknown];
const REFUSED = Symbol('refused');

const READ: Readonly<Record<string, { option: keyof typeof OPTIONS; rows: readonly Row[] }>> = {
  'a number from 0 to 1': {
    option: 'threshold',
    rows: [
      [0.9, 0.9],
      ['0.9', 0.9],
      [' 1 ', 1],
      [0, 0],
      [undefined, 0.7],
      [null, 0.7],
      ['', REFUSED],
      ['70', REFUSED],
      [-0.1, REFUSED],
      ['high', REFUSED],
      [Number.NaN, REFUSED],
      [true, REFUSED],
      [{}, REFUSED],
    ],
  },
  'a whole number': {
    option: 'gestureCount',
    rows: [
      ['1', 1],
      [10, 10],
      ['2.4', REFUSED],
      ['0', REFUSED],
      [11, REFUSED],
    ],
  },
  'a time with which a check cannot be done': {
    option: 'gestureToleranceMs',
    rows: [
      ['Infinity', Number.POSITIVE_INFINITY],
      ['1000', 1000],
      ['999', REFUSED],
      ['3 s', REFUSED],
    ],
  },
  'on or off, as HTML, Vue, Svelte, React and people write it': {
    option: 'passive',
    rows: [
      ['', true],
      ['passive', true],
      ['true', true],
      ['ON', true],
      [true, true],
      ['false', false],
      ['off', false],
      [false, false],
      [undefined, false],
      ['no', REFUSED],
      ['constructor', REFUSED],
      [1, REFUSED],
    ],
  },
  'on unless it is off': {
    option: 'imageQualityFilter',
    rows: [
      [undefined, true],
      ['on', true],
      ['off', false],
      ['false', false],
      ['none', REFUSED],
    ],
  },
  'days, where nothing given is nothing promised': {
    option: 'retentionDays',
    rows: [
      [undefined, undefined],
      ['0', 0],
      ['', REFUSED],
      ['soon', REFUSED],
      ['0.5', REFUSED],
      ['Infinity', REFUSED],
    ],
  },
  gestures: {
    option: 'gestures',
    rows: [
      ['smile, blink', ['smile', 'blink']],
      [
        ['smile', 'blink'],
        ['smile', 'blink'],
      ],
      ['smile wink', REFUSED],
      [[], REFUSED],
      [[1], REFUSED],
      [5, REFUSED],
    ],
  },
};

describe('an option that is', () => {
  for (const [what, { option, rows }] of Object.entries(READ)) {
    it(`${what} is read, or refused by name, and never replaced`, () => {
      for (const [given, expected] of rows) {
        const read = () => readOption<unknown>(OPTIONS[option], given);
        if (expected !== REFUSED) {
          assert.deepEqual(read(), expected, String(given));
          continue;
        }
        assert.throws(read, (error: unknown) => {
          assert.ok(error instanceof LivenessError);
          assert.equal(error.code, 'invalid-option');
          assert.equal(error.retryable, false);
          assert.ok(error.message.includes(`${OPTIONS[option].name}=`), error.message);
          assert.ok(error.message.includes(OPTIONS[option].accepts), error.message);
          return true;
        });
      }
    });
  }

  it('an attribute that cannot be read stays in the property as it was given', () => {
    const converter = optionConverter(OPTIONS.threshold);
    assert.equal(converter.fromAttribute('0.8'), 0.8);
    assert.equal(converter.fromAttribute('70'), '70');
    assert.equal(converter.fromAttribute(null), 0.7);
  });

  it('a long value is not repeated whole in the error', () => {
    assert.throws(
      () => readOption(OPTIONS.threshold, 'x'.repeat(10_000)),
      (error: LivenessError) => error.message.length < 300,
    );
  });
});
