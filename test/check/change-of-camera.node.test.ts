import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RankedCamera } from '../../src/camera/rank-cameras.ts';
import type { CheckStateName } from '../../src/check/check-state.ts';
import { ScriptedCheck, settle } from './scripted-check.ts';

const OTHER: RankedCamera = { deviceId: 'b', label: 'OBS Virtual Camera', kind: 'virtual' };

/** Changes the camera the first time that the check is in this state. */
function changeDuring(check: ScriptedCheck, name: CheckStateName, index = 0): void {
  check.onState = (state) => {
    if (state.name !== name || (state.name === 'gesture' && state.index !== index)) return;
    check.current = { ...OTHER };
    check.onState = () => undefined;
  };
}

describe('a change of camera', () => {
  for (const index of [0, 1, 2]) {
    it(`before gesture ${index + 1} asks for the face and for every gesture anew`, async () => {
      const check = new ScriptedCheck();
      changeDuring(check, 'gesture', index);
      const { images } = await check.run();
      assert.deepEqual(check.path, [
        'preparing',
        'positioning',
        'holding',
        'gesture',
        'positioning',
        'holding',
        'gesture',
        'submitting',
      ]);
      assert.equal(images.length, 4);
      const changedAtMs = Math.min(...images.map(({ capturedAtMs }) => capturedAtMs));
      assert.equal(images[0]?.capturedAtMs, changedAtMs, 'the neutral face is new too');
      assert.deepEqual([check.camerasOpened, check.tokensFetched], [1, 1]);
      assert.equal(check.pictures.open, 0);
    });
  }

  it('while holding still asks for the face anew', async () => {
    const check = new ScriptedCheck();
    changeDuring(check, 'holding');
    await check.run();
    assert.deepEqual(check.path.slice(0, 5), [
      'preparing',
      'positioning',
      'holding',
      'positioning',
      'holding',
    ]);
  });

  it('is no time-out: the person is not told that time ran out, and no attempt is lost', async () => {
    const check = new ScriptedCheck();
    changeDuring(check, 'gesture');
    await check.run();
    assert.ok(!check.states.some((state) => state.name === 'positioning' && state.restarted));
  });

  it('to the same camera counts too: nobody knows what it showed meanwhile', async () => {
    const check = new ScriptedCheck();
    check.onState = ({ name }) => {
      if (name !== 'gesture') return;
      check.current = { ...check.current };
      check.onState = () => undefined;
    };
    await check.run();
    assert.equal(check.path.filter((name) => name === 'holding').length, 2);
  });
});

describe('the camera of a result', () => {
  it('is the one that took the images', async () => {
    const check = new ScriptedCheck();
    changeDuring(check, 'gesture');
    const { camera } = await check.run();
    assert.equal(camera.kind, 'virtual');
  });

  it('is not one that came after the last image', async () => {
    const check = new ScriptedCheck();
    const { encode } = check;
    check.encode = (frame, shows) => {
      check.current = { ...OTHER };
      return encode(frame, shows);
    };
    const { camera } = await check.run();
    assert.equal(camera.kind, 'front');
  });
});

describe('a camera that is connected', () => {
  it('is told while the camera is on, and not after', async () => {
    const check = new ScriptedCheck();
    check.onState = ({ name }) => {
      if (name !== 'holding') return;
      check.devicesChanged();
      check.onState = () => undefined;
    };
    await check.run();
    check.devicesChanged();
    await settle();
    assert.deepEqual(check.previews, [true, true, false]);
  });
});
