import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { LivenessErrorCode } from '../../src/errors.ts';
import { en } from '../../src/ui/words/messages/en.ts';
import type { Circumstances, EngineTab } from '../../tools/engines/engine-tab.ts';
import { ENGINE, type EngineStage, NARROWEST_PX, START, startEngineStage } from './engine-stage.ts';
import { focusedPart, readCard, untilState } from './in-page.ts';

const LIMIT_MS = 60_000;

/** What goes wrong, in the browser itself where it can be had there. */
interface Failure {
  readonly code: LivenessErrorCode;
  readonly when: string;
  readonly circumstances?: Circumstances;
  readonly arrange?: (tab: EngineTab) => Promise<void>;
}

const FAILURES: readonly Failure[] = [
  { code: 'camera-missing', when: 'there is no camera', circumstances: { camera: 'none' } },
  {
    code: 'camera-denied',
    when: 'the person has blocked the camera',
    circumstances: { camera: 'denied' },
  },
  {
    code: 'camera-in-use',
    when: 'another program holds the camera',
    arrange: (tab) =>
      tab.evaluate(() => {
        navigator.mediaDevices.getUserMedia = async () => {
          throw new DOMException('Failed to allocate videosource', 'NotReadableError');
        };
      }),
  },
  {
    code: 'unsupported-browser',
    when: 'there is no canvas for workers',
    arrange: (tab) =>
      tab.evaluate(() => {
        Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
      }),
  },
  {
    code: 'network',
    when: 'the service cannot be reached',
    arrange: (tab) => tab.cutOff('/service/v1/'),
  },
  {
    code: 'assets-unreachable',
    when: 'the tracker cannot be fetched',
    arrange: (tab) => tab.cutOff('/face/assets/'),
  },
];

/** Firefox alone can be told so. */
const SCRAMBLED: Failure = {
  code: 'canvas-scrambled',
  when: 'the browser scrambles canvases',
  circumstances: { resistsFingerprinting: true },
};

/** What is found out before a token is asked for. */
const FREE: readonly LivenessErrorCode[] = ['unsupported-browser', 'canvas-scrambled'];

describe(`what people are told in ${ENGINE}`, () => {
  let stage: EngineStage;
  before(async () => {
    stage = await startEngineStage();
  });
  after(() => stage?.close());

  for (const { code, when, circumstances = {}, arrange } of [
    ...FAILURES,
    ...(ENGINE === 'firefox' ? [SCRAMBLED] : []),
  ]) {
    it(`when ${when}: ${code}`, async (t) => {
      const tab = await stage.open(t, { widthPx: NARROWEST_PX, heightPx: 640, ...circumstances });
      await arrange?.(tab);
      await tab.press(START);
      const state = await tab.evaluate(untilState, ['failed', 'positioning'], LIMIT_MS);
      assert.equal(state, 'failed');
      const card = await tab.evaluate(readCard);
      assert.ok(card.code.includes(code), card.code);
      assert.equal(card.title, en[`error.${code}.title`]);
      assert.equal(card.text, en[`error.${code}.action`]);
      assert.ok(card.over <= 0, `${card.over} px sideways`);
      assert.match(await tab.evaluate(focusedPart), /primary-button|title/);
      const asked = (path: string): boolean => tab.requests.some((url) => url.endsWith(path));
      assert.ok(!asked('/analytics/face-liveness'));
      if (FREE.includes(code)) assert.ok(!asked('/liveness/token'), 'no token was spent');
    });
  }
});
