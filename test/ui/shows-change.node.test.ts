import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckState } from '../../src/check/check-state.ts';
import { showsChange, tellsChange } from '../../src/ui/views/shows-change.ts';

const gesture = {
  name: 'gesture',
  gesture: 'smile',
  index: 0,
  count: 3,
  hint: undefined,
  canSwap: true,
  strength: 0,
  timeLeft: 1,
} as const satisfies CheckState;

describe('a state that follows another', () => {
  it('is drawn anew when anything but its clock is other', () => {
    assert.equal(showsChange(gesture, { ...gesture, hint: 'move-left' }), true);
    assert.equal(showsChange(gesture, { ...gesture, index: 1 }), true);
    assert.equal(showsChange(gesture, { ...gesture, canSwap: false }), true);
    assert.equal(showsChange(gesture, { name: 'submitting' }), true);
    assert.equal(showsChange(gesture, { ...gesture }), false);
  });

  it('is drawn less often than a camera gives frames, and often enough to run evenly', () => {
    const framesPerGesture = 90;
    let drawn = 0;
    for (let frame = 1; frame <= framesPerGesture; frame++) {
      const at = (n: number) => ({ ...gesture, timeLeft: 1 - n / framesPerGesture });
      if (showsChange(at(frame - 1), at(frame))) drawn++;
    }
    assert.equal(drawn, 48);
  });

  it('shows at once that time begins to run, and that it is out', () => {
    assert.equal(showsChange(gesture, { ...gesture, timeLeft: 0.97 }), true);
    assert.equal(showsChange({ ...gesture, timeLeft: 0.001 }, { ...gesture, timeLeft: 0 }), true);
    const holding = (progress: number) => ({ name: 'holding', progress }) as const;
    assert.equal(showsChange(holding(0), holding(0.001)), true);
  });

  it('is told to the page when anything but its clock is other, and not for each frame', () => {
    assert.equal(tellsChange(gesture, { ...gesture, timeLeft: 0 }), false);
    assert.equal(tellsChange(gesture, { ...gesture, timeLeft: 0.5, hint: 'move-left' }), true);
    assert.equal(tellsChange(gesture, { name: 'submitting' }), true);
    const loading = { name: 'preparing', loadedBytes: 1, totalBytes: 2 } as const;
    assert.equal(tellsChange(loading, { ...loading, loadedBytes: 2 }), true);
  });
});
