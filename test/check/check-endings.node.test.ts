import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Camera } from '../../src/camera/open-camera.ts';
import type { CheckStateName } from '../../src/check/check-state.ts';
import { LivenessError } from '../../src/errors.ts';
import { obedient, ScriptedCheck, settle } from './scripted-check.ts';

/** Runs until it fails, and proves that nothing was left open. */
async function failWith(check: ScriptedCheck, expected: object): Promise<void> {
  await assert.rejects(check.run(), expected);
  await settle();
  assert.equal(check.camerasOpen, 0, 'the camera is off');
  assert.equal(check.pictures.open, 0, 'every picture is closed');
  assert.equal(check.encodersOpen, 0, 'the encoder is closed');
}

const never = <T>() => new Promise<T>(() => undefined);

describe('a check that fails', () => {
  it('in the tracker has the camera off, and submits nothing', async () => {
    const check = new ScriptedCheck((state, atMs) => {
      if (state.name === 'gesture') throw new LivenessError('tracker-failed');
      return obedient()(state, atMs);
    });
    await failWith(check, { code: 'tracker-failed' });
    assert.equal(check.submitted, undefined);
    assert.equal(check.previews.at(-1), false);
  });

  it('because the tracker does not load has the camera off', async () => {
    const check = new ScriptedCheck();
    check.parts = {
      ...check.parts,
      acquireTracker: async () => {
        await settle();
        throw new LivenessError('assets-unreachable');
      },
    };
    await failWith(check, { code: 'assets-unreachable' });
    assert.equal(check.camerasOpened, 1);
  });

  it('because there is no token has the camera off', async () => {
    const check = new ScriptedCheck();
    const fetchToken = async () => {
      await settle();
      throw new LivenessError('token-missing');
    };
    check.options = { ...check.options, fetchToken };
    await failWith(check, { code: 'token-missing' });
  });

  it('before the camera is open closes it as soon as it is', async () => {
    const check = new ScriptedCheck();
    let open: (camera: Camera) => void = () => undefined;
    check.parts = {
      ...check.parts,
      openCamera: () => new Promise((resolve) => (open = resolve)),
      acquireTracker: async () => {
        throw new LivenessError('assets-corrupt');
      },
    };
    await failWith(check, { code: 'assets-corrupt' });
    open(check.camera());
    await settle();
    assert.deepEqual([check.camerasOpened, check.camerasOpen], [1, 0]);
    assert.ok(!check.previews.includes(true));
  });

  for (const [missing, code] of [
    [['webassembly-simd'], 'unsupported-browser'],
    [['canvas-readback'], 'canvas-scrambled'],
    [['webassembly-simd', 'canvas-readback'], 'unsupported-browser'],
  ] as const) {
    it(`because of a browser without ${missing.join(' and ')} opens no camera and asks for no token`, async () => {
      const check = new ScriptedCheck();
      let asked = false;
      check.options = {
        ...check.options,
        fetchToken: async () => {
          asked = true;
          return 'token';
        },
      };
      check.parts = { ...check.parts, missingEngine: () => missing };
      await failWith(check, { code });
      assert.deepEqual([check.camerasOpened, asked], [0, false]);
    });
  }

  it('because of the camera asks the token’s provider to stop', async () => {
    const check = new ScriptedCheck();
    let stopped = false;
    check.options = {
      ...check.options,
      fetchToken: (signal) => {
        signal.addEventListener('abort', () => (stopped = true));
        return never();
      },
    };
    check.parts = {
      ...check.parts,
      openCamera: async () => {
        throw new LivenessError('camera-denied');
      },
    };
    await failWith(check, { code: 'camera-denied' });
    assert.ok(stopped);
  });

  it('in the encoder has the camera off, and submits nothing', async () => {
    const check = new ScriptedCheck();
    check.encode = async () => {
      throw new RangeError('too large');
    };
    await failWith(check, { name: 'RangeError' });
    assert.equal(check.submitted, undefined);
  });

  it('at the submission passes the error on', async () => {
    const check = new ScriptedCheck();
    const submit = async () => {
      throw new LivenessError('token-used');
    };
    check.parts = { ...check.parts, submit };
    await failWith(check, { code: 'token-used' });
    assert.equal(check.path.at(-1), 'submitting');
  });
});

describe('a check that is cancelled', () => {
  const reason = new DOMException('stop', 'AbortError');
  const STATES: CheckStateName[] = [
    'preparing',
    'positioning',
    'holding',
    'gesture',
    'submitting',
    'judging',
  ];
  for (const name of STATES) {
    it(`while ${name} ends with the reason, the camera off and nothing said afterwards`, async () => {
      const check = new ScriptedCheck();
      const askResult = async () => ({ status: 'pending' }) as const;
      check.options = { ...check.options, askResult };
      check.parts = {
        ...check.parts,
        submit: async (_, signal) => {
          signal.throwIfAborted();
          return 'job 1';
        },
        sleep: async (_, signal) => signal?.throwIfAborted(),
      };
      check.onState = (state) => {
        if (state.name === name) check.ending.abort(reason);
      };
      await failWith(check, reason);
      assert.equal(check.path.at(-1), name);
    });
  }

  it('in its very first moment asks for neither camera nor token', async () => {
    const check = new ScriptedCheck();
    check.onState = () => check.ending.abort(reason);
    await failWith(check, reason);
    assert.deepEqual([check.camerasOpened, check.tokensFetched], [0, 0]);
  });

  it('while the browser’s question is open ends at once, and closes the camera that comes later', async () => {
    const check = new ScriptedCheck();
    let open: (camera: Camera) => void = () => undefined;
    const openCamera = () => new Promise<Camera>((resolve) => (open = resolve));
    check.parts = { ...check.parts, openCamera };
    const running = check.run();
    check.ending.abort(reason);
    await assert.rejects(running, reason);
    open(check.camera());
    await settle();
    assert.equal(check.camerasOpen, 0);
  });

  it('while the tracker is at work does not wait for its answer', async () => {
    const check = new ScriptedCheck(() => {
      queueMicrotask(() => check.ending.abort(reason));
      return never();
    });
    await failWith(check, reason);
  });
});
