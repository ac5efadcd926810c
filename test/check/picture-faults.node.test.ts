import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PICTURE_FAULT_LIMIT_MS } from '../../src/check/picture-faults.ts';
import type { PictureFault } from '../../src/face/face-signals.ts';
import { obedient, ScriptedCheck } from './scripted-check.ts';

const hintsOf = (check: ScriptedCheck) => [
  ...new Set(check.states.flatMap((state) => (state.name === 'positioning' ? [state.hint] : []))),
];

describe('a check whose camera', () => {
  const ENDS = { black: 'camera-blank', plain: 'camera-blank', frozen: 'camera-lost' } as const;
  for (const [fault, code] of Object.entries(ENDS)) {
    it(`shows a ${fault} picture says so, and then ends with ${code} and the camera off`, async () => {
      const picture = fault as PictureFault;
      const check = new ScriptedCheck((_, atMs) => ({ capturedAtMs: atMs, faceCount: 0, picture }));
      await assert.rejects(check.run(), {
        code,
        detail: `the picture is ${fault}`,
        retryable: true,
      });
      assert.ok(hintsOf(check).includes(`camera-${picture}`));
      assert.ok(check.framesTaken * 40 < PICTURE_FAULT_LIMIT_MS + 1000);
      assert.deepEqual([check.camerasOpen, check.pictures.open], [0, 0]);
    });
  }

  it('is uncovered in time goes on to the end', async () => {
    const person = obedient();
    const check = new ScriptedCheck((state, atMs) =>
      atMs < PICTURE_FAULT_LIMIT_MS - 1000
        ? { capturedAtMs: atMs, faceCount: 0, picture: 'black' }
        : person(state, atMs),
    );
    await check.run();
    assert.ok(hintsOf(check).includes('camera-black'));
    assert.equal(check.submitted?.images.length, 4);
  });

  it('freezes in a gesture with a face in it says so, and does not blame the person', async () => {
    const person = obedient();
    let frozen: ReturnType<typeof person> | undefined;
    const check = new ScriptedCheck((state, atMs) => {
      if (state.name === 'gesture') frozen ??= person({ name: 'idle' }, atMs);
      return frozen ? { ...frozen, capturedAtMs: atMs, picture: 'frozen' } : person(state, atMs);
    });
    check.options = { ...check.options, gestureToleranceMs: 60_000, timeoutMs: 60_000 };
    await assert.rejects(check.run(), { code: 'camera-lost' });
    assert.ok(check.states.some((s) => s.name === 'gesture' && s.hint === 'camera-frozen'));
  });
});
