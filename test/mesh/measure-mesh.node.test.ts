import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { fitHeadPose } from '../../src/mesh/fit-head-pose.ts';
import { type MeasuredFace, measureMesh } from '../../src/mesh/measure-mesh.ts';

interface RecordedFace {
  readonly track: string;
  readonly shows: string;
  /** Only the points that are measured. */
  readonly points: Readonly<Record<string, readonly [number, number, number]>>;
}

const recordings: readonly RecordedFace[] = JSON.parse(
  await readFile(new URL('../fixtures/mesh-tracks/plain-mesh.json', import.meta.url), 'utf8'),
);

function recordedPoints(track: string, shows: string): Float32Array {
  const face = recordings.find((one) => one.track === track && one.shows === shows);
  assert.ok(face, `${track} ${shows} is recorded`);
  const points = new Float32Array(468 * 3);
  for (const [index, xyz] of Object.entries(face.points)) points.set(xyz, 3 * Number(index));
  return points;
}

const measured = (track: string, shows: string): MeasuredFace =>
  measureMesh(recordedPoints(track, shows));

/** Asserts that a value lies in a range, and tells it when not. */
function within(value: number, low: number, high: number): void {
  assert.ok(value >= low && value <= high, `${value} is not in ${low}..${high}`);
}

describe('on recorded landmarks of real people', () => {
  test('a turn to the person’s own left is a positive yaw, to the right a negative one', () => {
    within(measured('real_p01_turns', 'ahead').yawDegrees, -8, 0);
    within(measured('real_p01_turns', 'turn-left').yawDegrees, 24, 40);
    within(measured('real_p01_turns', 'turn-right').yawDegrees, -44, -30);
  });

  test('looking up is a positive pitch, down a negative one', () => {
    within(measured('real_p01_nods', 'ahead').pitchDegrees, -3, 5);
    within(measured('real_p01_nods', 'nod-up').pitchDegrees, 30, 45);
    within(measured('real_p01_nods', 'nod-down').pitchDegrees, -36, -24);
  });

  test('an open mouth opens the lips by more than half its width, a closed one hardly', () => {
    within(measured('real_p01_open_mouth', 'ahead').mouthOpeningRatio, 0, 0.1);
    within(measured('real_p01_open_mouth', 'open-mouth').mouthOpeningRatio, 0.5, 0.75);
  });

  test('a smile widens the mouth', () => {
    within(measured('real_p10_smile_blink', 'ahead').mouthWidthRatio, 0.53, 0.6);
    within(measured('real_p10_smile_blink', 'smile').mouthWidthRatio, 0.7, 0.85);
  });

  test('a blink halves the opening of both eyes: the plain mesh follows the lids half-way', () => {
    const open = measured('real_p10_smile_blink', 'ahead');
    const shut = measured('real_p10_smile_blink', 'blink');
    within(shut.eyeAspectRatioLeft / open.eyeAspectRatioLeft, 0.4, 0.6);
    within(shut.eyeAspectRatioRight / open.eyeAspectRatioRight, 0.4, 0.6);
  });
});

describe('whatever the picture', () => {
  const points = recordedPoints('real_p10_smile_blink', 'ahead');
  const base = measureMesh(points);

  test('size and place of the face change nothing', () => {
    const moved = points.map((value, i) => 0.4 * value + ([310, 25, 0][i % 3] ?? 0));
    for (const [name, value] of Object.entries(measureMesh(moved))) {
      within(value - base[name as keyof MeasuredFace], -1e-3, 1e-3);
    }
  });

  test('a lean to the person’s own left shoulder, clockwise in the picture, is a positive roll', () => {
    const angle = (20 * Math.PI) / 180;
    const leaned = points.slice();
    for (let i = 0; i < points.length; i += 3) {
      const [x, y] = [points[i] as number, points[i + 1] as number];
      leaned[i] = x * Math.cos(angle) - y * Math.sin(angle);
      leaned[i + 1] = x * Math.sin(angle) + y * Math.cos(angle);
    }
    within(fitHeadPose(leaned).rollDegrees - base.rollDegrees, 19.5, 20.5);
    within(fitHeadPose(leaned).yawDegrees - base.yawDegrees, -3, 3);
  });

  test('a mirrored picture mirrors yaw and roll and swaps the eyes of the same points', () => {
    const mirrored = points.map((value, i) => (i % 3 === 0 ? -value : value));
    const pairs = [
      [33, 263],
      [133, 362],
      [127, 356],
      [234, 454],
      [54, 284],
      [67, 297],
      [98, 327],
      [143, 372],
      [61, 291],
      [160, 387],
      [144, 373],
      [159, 386],
      [145, 374],
      [158, 385],
      [153, 380],
    ] as const;
    for (const [a, b] of pairs) {
      const atA = mirrored.slice(3 * a, 3 * a + 3);
      mirrored.copyWithin(3 * a, 3 * b, 3 * b + 3);
      mirrored.set(atA, 3 * b);
    }
    const seen = measureMesh(mirrored);
    within(seen.yawDegrees + base.yawDegrees, -0.01, 0.01);
    within(seen.rollDegrees + base.rollDegrees, -0.01, 0.01);
    within(seen.pitchDegrees - base.pitchDegrees, -0.01, 0.01);
    within(seen.eyeAspectRatioLeft - base.eyeAspectRatioRight, -1e-4, 1e-4);
  });
});
