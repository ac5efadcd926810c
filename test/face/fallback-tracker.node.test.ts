import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Frame } from '../../src/camera/frame.ts';
import { LivenessError } from '../../src/errors.ts';
import type { FaceAssets } from '../../src/face/asset-source.ts';
import type { FaceTracker } from '../../src/face/face-tracker.ts';
import { startWithFallback } from '../../src/face/fallback-tracker.ts';
import { functionsIn, type RuntimeFallback, RuntimeFault } from '../../src/face/runtime-fault.ts';

const SMALL: FaceAssets = {
  wasm: { url: 'small' },
  model: { url: 'model' },
  wholeWasm: { url: 'whole', bytes: 11 },
};
const frame = {} as Frame;
const trap = () =>
  new LivenessError('tracker-failed', { cause: new RuntimeFault('unreachable', [7, 5]) });
const FALLBACK = { functions: [7, 5], message: 'unreachable' };

/** What happens to the trackers, by the URL of their runtime; `true` is well. */
interface Script {
  readonly assets?: FaceAssets;
  readonly start?: Record<string, Error>;
  readonly track?: Record<string, Error>;
}

async function open({ assets = SMALL, start = {}, track = {} }: Script) {
  const events: string[] = [];
  const told: string[] = [];
  const fallbacks: (RuntimeFallback | undefined)[] = [];
  const opening = startWithFallback(
    async ({ wasm: { url } }, onProgress) => {
      events.push(`start ${url}`);
      onProgress(1, 2);
      if (start[url]) throw start[url];
      let isClosed = false;
      const tracker: FaceTracker = {
        async track() {
          if (isClosed) throw new LivenessError('tracker-failed');
          if (track[url]) throw track[url];
          events.push(`track ${url}`);
          return { capturedAtMs: 0, faceCount: 1 };
        },
        close() {
          if (!isClosed) events.push(`close ${url}`);
          isClosed = true;
        },
      };
      return tracker;
    },
    assets,
    (_loadedBytes, _totalBytes, fallback) => fallbacks.push(fallback),
    (message) => told.push(message),
  );
  return { events, told, fallbacks, opening };
}

describe('a tracker on the small runtime', () => {
  it('never asks for the whole one while it works', async () => {
    const { events, told, fallbacks, opening } = await open({});
    const tracker = await opening;
    await tracker.track(frame);
    tracker.close();
    await opening;
    assert.deepEqual(events, ['start small', 'track small', 'close small']);
    assert.deepEqual({ told, fallbacks }, { told: [], fallbacks: [undefined] });
  });

  it('that traps at its start is one on the whole runtime, and says which functions were running', async () => {
    const { events, told, fallbacks, opening } = await open({ start: { small: trap() } });
    await (await opening).track(frame);
    assert.deepEqual(events, ['start small', 'start whole', 'track whole']);
    const fallback = { during: 'start', ...FALLBACK };
    assert.deepEqual(fallbacks, [undefined, fallback, fallback]);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /at its start \(unreachable; functions 7, 5\)/);
  });

  it('that traps at a picture looks at the same picture with the whole one, and frees the small one first', async () => {
    const { events, told, fallbacks, opening } = await open({ track: { small: trap() } });
    const tracker = await opening;
    assert.equal((await tracker.track(frame)).faceCount, 1);
    await tracker.track(frame);
    const all = ['start small', 'close small', 'start whole', 'track whole', 'track whole'];
    assert.deepEqual(events, all);
    assert.deepEqual(fallbacks.at(-1), { during: 'frame', ...FALLBACK });
    assert.equal(told.length, 1);
  });

  it('starts one whole runtime for two elements that ask at the same time', async () => {
    const { events, opening } = await open({ track: { small: trap() } });
    const tracker = await opening;
    await Promise.all([tracker.track(frame), tracker.track(frame)]);
    assert.deepEqual(
      events.filter((event) => event.startsWith('start')),
      ['start small', 'start whole'],
    );
  });

  it('fails as before where the whole one fails too, at the start and at a picture', async () => {
    const whole = new LivenessError('tracker-failed', { detail: 'no memory' });
    const atStart = await open({ start: { small: trap(), whole } });
    await assert.rejects(atStart.opening, whole);
    const atPicture = await open({ track: { small: trap(), whole } });
    const tracker = await atPicture.opening;
    await assert.rejects(tracker.track(frame), whole);
    await assert.rejects(tracker.track(frame), whole);
    assert.equal(atPicture.told.length, 1);
  });

  it('does not try again what has nothing to do with the runtime', async () => {
    const offline = new LivenessError('assets-unreachable');
    const { events, opening } = await open({ start: { small: offline } });
    await assert.rejects(opening, offline);
    assert.deepEqual(events, ['start small']);
  });

  it('that is closed while the whole one loads leaves none behind', async () => {
    const { events, opening } = await open({ track: { small: trap() } });
    const tracker = await opening;
    const asked = tracker.track(frame);
    await Promise.resolve();
    tracker.close();
    await asked.catch(() => undefined);
    await new Promise<void>((resolve) => setImmediate(resolve));
    assert.equal(
      events.filter((event) => event.startsWith('start')).length,
      events.filter((event) => event.startsWith('close')).length,
    );
  });
});

it('a tracker on the whole runtime has nothing to fall back on', async () => {
  const { events, opening } = await open({
    assets: { wasm: { url: 'whole' }, model: { url: 'model' } },
    start: { whole: trap() },
  });
  await assert.rejects(opening, LivenessError);
  assert.deepEqual(events, ['start whole']);
});

it('the functions of a trap are read from the stack of every engine', () => {
  const withStack = (stack: string) => Object.assign(new Error('trap'), { stack });
  const stacks = [
    'RuntimeError: unreachable\n    at wasm://wasm/0a:wasm-function[12]:0x9\n    at wasm://wasm/0a:wasm-function[3]:0x8',
    '@https://a.test/w.js line 1 > WebAssembly.Module:wasm-function[12]:0x9\n@https://a.test/w.js:wasm-function[3]:0x8',
    '<?>.wasm-function[12]@[wasm code]\n<?>.wasm-function[3]@[wasm code]\nwasm-stub@[wasm code]',
  ];
  for (const stack of stacks) assert.deepEqual(functionsIn(withStack(stack)), [12, 3]);
  assert.deepEqual(functionsIn('no error'), []);
});
