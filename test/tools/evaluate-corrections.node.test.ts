import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { correctLabels, readCorrections } from '../../tools/bench/evaluation/label-corrections.ts';
import type { LabelledClip } from '../../tools/bench/evaluation/labelled-clip.ts';

const CLIP: LabelledClip = {
  name: 'somebody',
  path: 'somebody.mp4',
  framesPerSecond: 30,
  kind: 'real',
  condition: undefined,
  actions: [{ name: 'open-mouth', fromS: 2, toS: 3 }],
  distractors: [],
};
const OF = { clip: 'somebody', why: 'seen in the frames' } as const;

describe('corrections of labels', () => {
  it('add a gesture that is not labelled', () => {
    const [clip] = correctLabels(
      [CLIP],
      [{ ...OF, change: 'add', gesture: 'blink', t0: 1, t1: 1.2 }],
    );
    assert.deepEqual(
      clip?.actions.map(({ name }) => name),
      ['blink', 'open-mouth'],
    );
  });

  it('lengthen a label that ends too early', () => {
    const [clip] = correctLabels(
      [CLIP],
      [{ ...OF, change: 'add', gesture: 'open-mouth', t0: 3.2, t1: 4 }],
    );
    assert.deepEqual(clip?.actions, [{ name: 'open-mouth', fromS: 2, toS: 4 }]);
  });

  it('remove a label that is none', () => {
    const [clip] = correctLabels(
      [CLIP],
      [{ ...OF, change: 'remove', gesture: 'open-mouth', t0: 2 }],
    );
    assert.deepEqual(clip?.actions, []);
  });

  it('leave other clips as they are', () => {
    const other = { ...CLIP, name: 'somebody else' };
    const removal = { ...OF, change: 'remove', gesture: 'open-mouth', t0: 2 } as const;
    assert.equal(correctLabels([other], [removal])[0], other);
  });

  it('refuse to remove what is not there', () => {
    const removal = { ...OF, change: 'remove', gesture: 'smile', t0: 2 } as const;
    assert.throws(() => correctLabels([CLIP], [removal]), /somebody has no smile at 2 s/);
  });

  it('of this project each say why', () => {
    const corrections = readCorrections('docs/evaluation/corrections.json');
    assert.ok(corrections.every(({ why }) => why.length > 20));
  });
});
