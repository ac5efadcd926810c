import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measureFace } from '../../src/face/measure-face.ts';
import { poseOfMatrix } from '../../src/mesh/head-pose.ts';
import { LANDMARK_COUNT, LEFT_EYE, MOUTH, RIGHT_EYE } from '../../src/mesh/landmark-indices.ts';

const SIZE = { widthPx: 640, heightPx: 480 };
type Point = readonly [xPx: number, yPx: number];

/** A face in pixels: eyes 60 wide and 120 apart, lids 12 and 18 apart, mouth 80 wide and 20 open. */
const FACE: ReadonlyMap<number, Point> = new Map<number, Point>([
  ...eye(RIGHT_EYE, [230, 200], [290, 200], 12),
  ...eye(LEFT_EYE, [410, 200], [350, 200], 18),
  [MOUTH.rightCorner, [280, 300]],
  [MOUTH.leftCorner, [360, 300]],
  [MOUTH.innerUpper, [320, 290]],
  [MOUTH.innerLower, [320, 310]],
]);

function* eye(
  indices: typeof LEFT_EYE,
  outer: Point,
  inner: Point,
  openingPx: number,
): Generator<[number, Point]> {
  yield [indices.outerCorner, outer];
  yield [indices.innerCorner, inner];
  for (const [place, [upper, lower]] of indices.lids.entries()) {
    const x = outer[0] + ((inner[0] - outer[0]) * (place + 1)) / 4;
    yield [upper, [x, outer[1] - openingPx / 2]];
    yield [lower, [x, outer[1] + openingPx / 2]];
  }
}

/** Landmarks as MediaPipe gives them; every point that is not named lies between the eyes. */
function landmarks(size = SIZE, place: (point: Point) => Point = (point) => point): Float32Array {
  const points = new Float32Array(3 * LANDMARK_COUNT);
  for (let index = 0; index < LANDMARK_COUNT; index++) {
    const [x, y] = place(FACE.get(index) ?? [320, 200]);
    points.set([x / size.widthPx, y / size.heightPx, 0], 3 * index);
  }
  return points;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The head's own axes seen from the camera, column by column: x points to the image's right, y up, z at the camera. */
function pose(right: number[], up: number[], ahead: number[]): number[] {
  return [...right, 0, ...up, 0, ...ahead, 0, 0, 0, -50, 1];
}

const AHEAD = pose([1, 0, 0], [0, 1, 0], [0, 0, 1]);

/** The nose moves to the image's right, which is the person's left. */
function turnedToImageRight(degrees: number): number[] {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return pose([c, 0, -s], [0, 1, 0], [s, 0, c]);
}

/** The nose moves up. */
function tippedUp(degrees: number): number[] {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return pose([1, 0, 0], [0, c, -s], [0, s, c]);
}

/** The crown moves to the image's right, which is over the person's left shoulder. */
function leantToImageRight(degrees: number): number[] {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return pose([c, -s, 0], [s, c, 0], [0, 0, 1]);
}

function near(actual: number, expected: number, tolerance = 1e-4): void {
  assert.ok(Math.abs(actual - expected) < tolerance, `${actual} is not ${expected}`);
}

describe('poseOfMatrix', () => {
  it('a face that looks ahead has no angles', () => {
    const { yawDegrees, pitchDegrees, rollDegrees } = poseOfMatrix(AHEAD);
    near(yawDegrees, 0);
    near(pitchDegrees, 0);
    near(rollDegrees, 0);
  });

  for (const degrees of [-40, -15, 15, 40]) {
    it(`yaw is ${degrees}° when the nose goes ${degrees}° towards the person’s own left`, () => {
      const { yawDegrees, pitchDegrees } = poseOfMatrix(turnedToImageRight(degrees));
      near(yawDegrees, degrees);
      near(pitchDegrees, 0);
    });

    it(`pitch is ${degrees}° when the nose goes ${degrees}° up`, () => {
      const { yawDegrees, pitchDegrees } = poseOfMatrix(tippedUp(degrees));
      near(pitchDegrees, degrees);
      near(yawDegrees, 0);
    });

    it(`roll is ${degrees}° when the head leans ${degrees}° to the person’s own left`, () => {
      const { yawDegrees, rollDegrees } = poseOfMatrix(leantToImageRight(degrees));
      near(rollDegrees, degrees);
      near(yawDegrees, 0);
    });
  }

  it('rounding in the matrix never makes an angle that is no number', () => {
    assert.equal(poseOfMatrix(pose([1, 0, 0], [0, 0, -1], [0, 1.0000001, 0])).pitchDegrees, 90);
  });
});

describe('measureFace', () => {
  const face = measureFace({ points: landmarks(), pose: AHEAD }, SIZE);

  it('measures each eye by itself, left and right being the person’s own', () => {
    near(face.eyeAspectRatioRight, 12 / 60);
    near(face.eyeAspectRatioLeft, 18 / 60);
  });

  it('measures the mouth against the eyes, and its opening against its width', () => {
    near(face.mouthWidthRatio, 80 / 180);
    near(face.mouthOpeningRatio, 20 / 80);
  });

  it('measures how far each mouth corner is from the eye above it', () => {
    near(face.cornerToEyeRight, Math.hypot(50, 100) / 180);
    near(face.cornerToEyeLeft, Math.hypot(50, 100) / 180);
  });

  it('measures the distance of the eyes in pixels of the full frame', () => {
    near(face.interocularPx, 120, 0.01);
  });

  it('puts the box around all points, in fractions of the frame', () => {
    near(face.box.x, 230 / 640);
    near(face.box.width, 180 / 640);
    near(face.box.y, (200 - 9) / 480);
    near(face.box.height, (310 - 191) / 480);
  });

  const RATIOS = [
    'eyeAspectRatioLeft',
    'eyeAspectRatioRight',
    'mouthWidthRatio',
    'mouthOpeningRatio',
    'cornerToEyeLeft',
    'cornerToEyeRight',
  ] as const;
  const elsewhere: Record<string, [size: typeof SIZE, place: (point: Point) => Point]> = {
    'the distance to the camera': [SIZE, ([x, y]) => [x / 3 + 100, y / 3 + 80]],
    'a head that leans': [SIZE, ([x, y]) => rotated(x, y, 20)],
    'the size of the frame': [{ widthPx: 1280, heightPx: 960 }, ([x, y]) => [2 * x, 2 * y]],
    'a frame held upright': [{ widthPx: 480, heightPx: 640 }, ([x, y]) => [x - 80, y + 100]],
  };
  for (const [what, [size, place]] of Object.entries(elsewhere)) {
    it(`no ratio depends on ${what}`, () => {
      const other = measureFace({ points: landmarks(size, place), pose: AHEAD }, size);
      for (const ratio of RATIOS) near(other[ratio], face[ratio]);
    });
  }
});

function rotated(x: number, y: number, degrees: number): Point {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  const [dx, dy] = [x - 320, y - 240];
  return [320 + c * dx - s * dy, 240 + s * dx + c * dy];
}
