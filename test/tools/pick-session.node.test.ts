import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GestureName } from '../../src/challenge/gesture.ts';
import type { MeasuredFace } from '../../src/mesh/measure-mesh.ts';
import type { LabelledClip } from '../../tools/bench/evaluation/labelled-clip.ts';
import type { InspectedClip, InspectedFrame } from '../../tools/bench/verdict/inspect-clip.ts';
import {
  pickLabelledSession,
  pickLuckySession,
  pickNeutral,
} from '../../tools/bench/verdict/pick-session.ts';

const REST: MeasuredFace = {
  yawDegrees: 0,
  pitchDegrees: 0,
  rollDegrees: 0,
  eyeAspectRatioLeft: 0.3,
  eyeAspectRatioRight: 0.3,
  mouthWidthRatio: 0.55,
  mouthOpeningRatio: 0.03,
};

function frame(atS: number, change: Partial<MeasuredFace> = {}): InspectedFrame {
  return {
    atS,
    findings: {
      sha256: String(atS),
      faceCount: 1,
      face: {
        detectorScore: 0.95,
        faceFlag: 1,
        measured: { ...REST, ...change },
        points: new Float32Array(3 * 468),
        thumbnail: new Float32Array(48 * 48),
        cover: { noseColour: 0, eyeShade: 0 },
        embedding: new Float32Array(128),
        asWay: {
          measured: { ...REST, ...change },
          eyes: [0.5, 0.4],
          eyeSpan: 0.2,
          box: { x: 0.3, y: 0.3, width: 0.4, height: 0.4 },
          grid: new Float32Array(64 * 64),
        },
      },
    },
  };
}

function clipOf(
  frames: readonly InspectedFrame[],
  ...actions: readonly (readonly [GestureName, number, number])[]
): InspectedClip {
  const clip: LabelledClip = {
    name: 'clip',
    path: '',
    framesPerSecond: 5,
    kind: 'real',
    condition: undefined,
    actions: actions.map(([name, fromS, toS]) => ({ name, fromS, toS })),
    distractors: [],
  };
  return { clip, frames };
}

const frames = [
  frame(0, { yawDegrees: 14 }),
  frame(0.2),
  frame(1, { yawDegrees: 20 }),
  frame(1.2, { yawDegrees: 35 }),
  frame(1.4, { yawDegrees: 22 }),
  frame(2, { mouthWidthRatio: 0.7 }),
];
const times = (session: ReturnType<typeof pickLabelledSession>) =>
  session?.findings.map(({ sha256 }) => Number(sha256));

test('a session is the last frame at rest and the clearest frame of each labelled gesture', () => {
  const clip = clipOf(frames, ['turn-left', 0.9, 1.5], ['smile', 1.9, 2.1]);
  const session = pickLabelledSession([clip]);
  assert.deepEqual(times(session), [0.2, 1.2, 2]);
  assert.deepEqual(
    session?.paced.map(({ shows }) => shows),
    ['neutral', 'turn-left', 'smile'],
  );
});

test('a gesture that no frame shows is asked all the same: it must count against the verdict', () => {
  const clip = clipOf(frames, ['turn-left', 0.9, 1.5], ['open-mouth', 1.9, 2.1]);
  assert.deepEqual(times(pickLabelledSession([clip])), [0.2, 1.2, 2]);
});

test('one kind of gesture is no session', () => {
  assert.equal(pickLabelledSession([clipOf(frames, ['turn-left', 0.9, 1.5])]), undefined);
});

test('where nobody rests, the neutral frame is the one that looks ahead most', () => {
  const moving = [
    frame(0, { yawDegrees: 30 }),
    frame(0.2, { yawDegrees: 4 }),
    frame(0.4, { yawDegrees: -30 }),
  ];
  assert.equal(pickNeutral(clipOf(moving, ['turn-left', 0, 1]))?.atS, 0.2);
});

test('without labels the clearest gestures are asked, each in a frame of its own', () => {
  const session = pickLuckySession(clipOf([frame(0), ...frames.slice(2)]));
  const [first, second] = session?.paced.slice(1) ?? [];
  assert.deepEqual([first?.shows, second?.shows].sort(), ['smile', 'turn-left']);
  assert.equal(new Set(times(session)).size, 4);
});
