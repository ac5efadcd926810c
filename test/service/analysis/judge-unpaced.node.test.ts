import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { MeasuredFace } from '../../../src/mesh/measure-mesh.ts';
import type {
  FaceFindings,
  ImageFindings,
} from '../../../src/service/analysis/faces/image-inspector.ts';
import { judge } from '../../../src/service/analysis/verdict/judge.ts';
import { UNPACED_RULES } from '../../../src/service/analysis/verdict/rule-lists.ts';

const REST: MeasuredFace = {
  yawDegrees: -3,
  pitchDegrees: 4,
  rollDegrees: 0,
  eyeAspectRatioLeft: 0.3,
  eyeAspectRatioRight: 0.3,
  mouthWidthRatio: 0.55,
  mouthOpeningRatio: 0.03,
};
const DEFAULTS = { livenessThreshold: 0.7, mainFaceOnly: false };

let counter = 0;
/** One image; each is another picture unless a thumbnail is given, and another shape unless points are. */
function image(
  change: Partial<MeasuredFace> = {},
  face: Partial<FaceFindings> = {},
  findings: Partial<ImageFindings> = {},
): ImageFindings {
  counter += 1;
  const seed = counter;
  return {
    sha256: `hash-${seed}`,
    faceCount: 1,
    face: {
      detectorScore: 0.94,
      faceFlag: 1,
      measured: { ...REST, ...change },
      points: Float32Array.from({ length: 3 * 468 }, (_, i) => ((i * 37 + seed * i * i) % 97) - 48),
      thumbnail: Float32Array.from({ length: 48 * 48 }, (_, i) => ((i * seed * 31) % 101) - 50),
      cover: { noseColour: 0.05, eyeShade: 0.1 },
      embedding: new Float32Array(128),
      asWay: {
        measured: { ...REST, ...change },
        eyes: [0.5, 0.4],
        eyeSpan: 0.2,
        box: { x: 0.3, y: 0.3, width: 0.4, height: 0.4 },
        grid: new Float32Array(64 * 64),
      },
      ...face,
    },
    ...findings,
  };
}

const neutral = () => image();
const turnLeft = (degrees = 30) => image({ yawDegrees: REST.yawDegrees + degrees });
const nodUp = () => image({ pitchDegrees: REST.pitchDegrees + 16 });
const smile = (ratio = 0.72) => image({ mouthWidthRatio: ratio });
const openMouth = () => image({ mouthOpeningRatio: 0.5 });
const blink = () => image({ eyeAspectRatioLeft: 0.18, eyeAspectRatioRight: 0.17 });
const nobody = (): ImageFindings => ({ sha256: 'empty', faceCount: 0 });

function judged(images: readonly ImageFindings[], request = DEFAULTS) {
  const analysis = judge({ images, ...request }, UNPACED_RULES);
  assert.equal(analysis.status, 'success');
  return analysis as Extract<typeof analysis, { status: 'success' }>;
}

describe('an incompleted job', () => {
  const message = (images: readonly ImageFindings[], request = DEFAULTS) => {
    const analysis = judge({ images, ...request }, UNPACED_RULES);
    return analysis.status === 'incompleted' ? analysis.message : analysis.status;
  };

  test('has no face in any one image', () => {
    assert.equal(message([nobody()]), 'No face detected');
    assert.equal(message([neutral(), smile(), nobody()]), 'No face detected');
  });

  test('has several faces in any one image, unless only the main face is asked for', () => {
    const images = [neutral(), smile(), { ...turnLeft(), faceCount: 2 }];
    assert.equal(message(images), 'Multiple faces are detected');
    assert.equal(message(images, { ...DEFAULTS, mainFaceOnly: true }), 'success');
  });

  test('has a covered neutral face', () => {
    const occluded = 'the face is most likely occluded';
    assert.equal(message([image({}, { detectorScore: 0.79 }), smile(), turnLeft()]), occluded);
    assert.equal(message([image({}, { faceFlag: 0.89 }), smile(), turnLeft()]), occluded);
    const mask = { noseColour: 0.41, eyeShade: 0.1 };
    assert.equal(message([image({}, { cover: mask }), smile(), turnLeft()]), occluded);
    const glasses = { noseColour: 0.05, eyeShade: 0.65 };
    assert.equal(message([image({}, { cover: glasses }), smile(), turnLeft()]), occluded);
  });

  test('is not one whose nod hides the face from the detector', () => {
    const nod = image({ pitchDegrees: 40 }, { detectorScore: 0.72, faceFlag: 0.2 });
    const { live, measurements } = judged([neutral(), nod, smile(), turnLeft()]);
    assert.equal(live, true);
    assert.equal(
      measurements.find(({ code, image }) => code === 'gesture-clearness' && image === 1)?.gesture,
      'nod-up',
    );
  });
});

describe('a live session', () => {
  const sequences: Record<string, ImageFindings[]> = {
    'turn, nod and smile': [turnLeft(), nodUp(), smile()],
    'blink, open mouth and turn': [blink(), openMouth(), turnLeft()],
    'two gestures': [smile(), turnLeft()],
    'the same gesture twice, with another between': [smile(), turnLeft(), smile(0.7)],
  };
  for (const [name, gestures] of Object.entries(sequences)) {
    test(`has ${name}`, () => {
      const { live, liveness } = judged([neutral(), ...gestures]);
      assert.equal(live, true);
      assert.ok(liveness >= 0.7 && liveness <= 1);
    });
  }

  test('is told what each image shows', () => {
    const images = [neutral(), turnLeft(), nodUp(), smile(), openMouth(), blink()];
    const { faults, measurements } = judged(images);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      measurements
        .filter(({ code }) => code === 'gesture-clearness')
        .map(({ gesture, image }) => [image, gesture]),
      [
        [1, 'turn-left'],
        [2, 'nod-up'],
        [3, 'smile'],
        [4, 'open-mouth'],
        [5, 'blink'],
      ],
    );
    const turn = measurements.find(
      ({ code, image }) => code === 'gesture-clearness' && image === 1,
    );
    assert.ok(turn?.measured !== undefined && Math.abs(turn.measured - 2) < 0.01);
    assert.equal(turn.limit, 1);
  });

  test('whose score misses the threshold by a hair is not live', () => {
    const images = [neutral(), smile(), turnLeft(20)];
    const { liveness } = judged(images);
    assert.equal(judged(images, { ...DEFAULTS, livenessThreshold: liveness }).live, true);
    assert.equal(judged(images, { ...DEFAULTS, livenessThreshold: liveness + 0.001 }).live, false);
  });
});

describe('never live, whatever the threshold', () => {
  const anything = { livenessThreshold: 0, mainFaceOnly: false };
  const same = neutral();
  const cases: Record<string, ImageFindings[]> = {
    'one lone image': [neutral()],
    'one lone image of a gesture': [smile()],
    'a still photo, sent four times over': [same, same, same, same],
    'a still photo, encoded anew': [
      same,
      ...[1, 2, 3].map((i) => ({ ...same, sha256: `encoded-${i}` })),
    ],
    'pictures without any gesture': [
      neutral(),
      image({ yawDegrees: 5 }),
      image({ pitchDegrees: 8 }),
    ],
    'one gesture only': [neutral(), smile()],
    'one gesture, again and again': [neutral(), smile(), smile(0.71), smile(0.73)],
    'a photo that is tilted by hand: 14° of yaw is no turn': [
      neutral(),
      turnLeft(14),
      turnLeft(-14),
      smile(),
    ],
    'one eye that winks': [
      neutral(),
      image({ eyeAspectRatioLeft: 0.1 }),
      image({ eyeAspectRatioRight: 0.1 }),
      smile(),
    ],
    'a hand before the face, which the mesh takes for a turn': [
      neutral(),
      image({ yawDegrees: -38 }, { detectorScore: 0.6, faceFlag: 0.002 }),
      smile(),
    ],
    'a neutral face that is turned away': [image({ yawDegrees: 40 }), image(), smile()],
    'one face of somebody else': [
      neutral(),
      turnLeft(),
      image({ mouthWidthRatio: 0.72 }, { embedding: new Float32Array(128).fill(0.06) }),
      nodUp(),
    ],
  };
  for (const [name, images] of Object.entries(cases)) {
    test(name, () => {
      const { live, liveness } = judged(images, anything);
      assert.equal(live, false);
      assert.ok(liveness <= 0.3, `score ${liveness}`);
    });
  }

  test('good gestures with one image sent twice', () => {
    const turn = turnLeft();
    const { live, liveness, faults } = judged([neutral(), turn, smile(), nodUp(), turn], anything);
    assert.equal(live, false);
    assert.ok(liveness <= 0.3);
    assert.deepEqual(faults, [
      { code: 'identical-images', message: 'Image 4 has the same bytes as image 1.', image: 4 },
    ]);
  });
});

describe('the score', () => {
  const score = (images: readonly ImageFindings[]) => judged(images).liveness;

  test('is 0.8 when every gesture only just counts, 1 when each is twice as clear', () => {
    const barely = [turnLeft(15), image({ pitchDegrees: REST.pitchDegrees + 8 })];
    const twice = [turnLeft(30), image({ pitchDegrees: REST.pitchDegrees + 16 })];
    assert.equal(score([neutral(), ...barely]), 0.8);
    assert.equal(score([neutral(), ...twice]), 1);
  });

  test('never falls when a gesture gets clearer', () => {
    let last = 0;
    for (let degrees = 0; degrees <= 60; degrees += 1) {
      const now = score([neutral(), smile(), nodUp(), turnLeft(degrees)]);
      assert.ok(now >= last, `${degrees}°: ${now} after ${last}`);
      last = now;
    }
    assert.equal(last, 1);
  });

  test('falls with every image that shows nothing: one of three passes at 0.6 but not at 0.7', () => {
    const still = image({ yawDegrees: 2 });
    const value = score([neutral(), smile(0.8), turnLeft(40), still]);
    assert.ok(value >= 0.6 && value < 0.7, `${value}`);
    const images = [neutral(), smile(0.8), turnLeft(40), image({ yawDegrees: 2 })];
    assert.equal(judged(images, { ...DEFAULTS, livenessThreshold: 0.6 }).live, true);
    assert.equal(judged(images).live, false);
  });
});

test('a gesture that was sent before is worth nothing in another light either', () => {
  const turn = turnLeft();
  const relit = smile();
  assert.ok(turn.face && relit.face);
  const again = { ...relit, face: { ...relit.face, points: turn.face.points } };
  const { live, measurements } = judged([neutral(), turn, nodUp(), again]);
  assert.ok(measurements.some(({ message }) => /^Image 3 shows .* image 1 again/.test(message)));
  assert.equal(live, false);
});

test('a gesture that was sent before, encoded anew, is worth nothing', () => {
  const turn = turnLeft();
  const again = { ...turn, sha256: 'encoded' };
  const { live, measurements } = judged([neutral(), turn, smile(), again]);
  assert.ok(measurements.some(({ message }) => /^Image 3 shows .* image 1 again/.test(message)));
  assert.equal(live, false);
});
