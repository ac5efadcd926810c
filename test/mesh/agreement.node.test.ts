import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_SMALL_JPEG_BYTES } from '../../src/capture/encode-jpeg.ts';
import { LENIENT_NEUTRAL, STRICT_NEUTRAL } from '../../src/challenge/challenge-thresholds.ts';
import { MOST_WAY_FRAMES } from '../../src/challenge/follow-way.ts';
import {
  DOT_NAMES,
  type FreeGestureName,
  GESTURE_NAMES,
  GESTURES,
} from '../../src/challenge/gesture.ts';
import { BLINK } from '../../src/challenge/gestures/blink.ts';
import { DOT, DOTS } from '../../src/challenge/gestures/follow-dot.ts';
import { NOD } from '../../src/challenge/gestures/nod.ts';
import { OPEN_MOUTH } from '../../src/challenge/gestures/open-mouth.ts';
import { SMILE } from '../../src/challenge/gestures/smile.ts';
import { TURN } from '../../src/challenge/gestures/turn.ts';
import { GUIDANCE } from '../../src/challenge/guidance-thresholds.ts';
import { PAGE_WAY, WAY } from '../../src/challenge/way-between.ts';
import { measureFace } from '../../src/face/measure-face.ts';
import { measureCover } from '../../src/mesh/face-cover.ts';
import { COVER_LIMIT } from '../../src/mesh/face-limits.ts';
import { LANDMARK_COUNT, MESH_POINT_COUNT } from '../../src/mesh/landmark-indices.ts';
import { measureMesh } from '../../src/mesh/measure-mesh.ts';
import { pointAt } from '../../src/mesh/mesh-points.ts';
import { SURE_FACE } from '../../src/service/analysis/comparison/measure-gestures.ts';
import { NEUTRAL_POSE } from '../../src/service/analysis/verdict/rules/neutral-pose.ts';
import {
  MAX_FRAMES_PER_STEP,
  MAX_SMALL_FRAME_CHARACTERS,
} from '../../src/submission/session-wire.ts';

describe('the page takes nothing that the service does not see:', () => {
  it('a neutral face that the page takes looks ahead for the service, with room for its other mesh', () => {
    for (const limits of [STRICT_NEUTRAL, LENIENT_NEUTRAL]) {
      assert.ok(limits.yawDegrees <= NEUTRAL_POSE.yawDegrees - 3);
      assert.ok(limits.pitchDegrees <= NEUTRAL_POSE.pitchDegrees - 3);
    }
  });

  it('a face that the service calls covered has its hint on the page', () => {
    assert.ok(GUIDANCE.coveredDetectorScore[0] >= SURE_FACE.detectorScore);
    assert.ok(GUIDANCE.coveredNoseColour[0] <= COVER_LIMIT.noseColour);
    assert.ok(GUIDANCE.coveredEyeShade[0] <= COVER_LIMIT.eyeShade);
  });

  it('a way that the page takes is one for the service, with room for its other mesh', () => {
    assert.ok(PAGE_WAY.between[0] >= WAY.between[0] + 0.05, 'from');
    assert.ok(PAGE_WAY.between[1] <= WAY.between[1] - 0.05, 'to');
    assert.ok(PAGE_WAY.largestStep <= WAY.largestStep - 0.05, 'step');
  });

  it('a step of the page has no more frames, and no larger ones, than the service takes', () => {
    assert.ok(MOST_WAY_FRAMES <= MAX_FRAMES_PER_STEP, 'frames');
    assert.ok(Math.ceil(MAX_SMALL_JPEG_BYTES / 3) * 4 <= MAX_SMALL_FRAME_CHARACTERS, 'bytes');
  });

  it('a dot that is reached on the page is reached for the service, with room for its other mesh', () => {
    assert.ok(DOT.serviceWithinOfDot >= DOT.page.withinOfDot + 0.1);
    for (const name of DOT_NAMES) {
      const { left, up } = DOTS[name].aim;
      const still = { leftEyeClosure: 0, rightEyeClosure: 0, mouthWidening: 0, mouthOpening: 0 };
      const { yaw, pitch } = DOT.serviceFarDegrees;
      const pose = { yawDegrees: left * yaw, pitchDegrees: up * pitch };
      const measured = DOTS[name].service.measure({ ...still, ...pose, eyeBandChange: 0 });
      assert.ok((measured ?? 0) > 1.4, `${name}: ${measured}`);
    }
  });

  it('a gesture counts on the page only from a change that counts at the service too', () => {
    // The smallest change of the page, against the neutral face, in the unit of the service's measure.
    const ofPage: Readonly<Record<FreeGestureName, number>> = {
      'turn-left': TURN.page.degreesFromNeutral,
      'turn-right': TURN.page.degreesFromNeutral,
      'nod-up': NOD.page.degreesFromNeutral,
      'nod-down': NOD.page.degreesFromNeutral,
      blink: BLINK.closureFromNeutral,
      smile: SMILE.page.wideningFromNeutral,
      'open-mouth': OPEN_MOUTH.page.openingFromNeutral,
    };
    for (const gesture of GESTURE_NAMES) {
      const { smallestChange } = GESTURES[gesture].service;
      assert.ok(
        ofPage[gesture] >= smallestChange,
        `${gesture}: ${ofPage[gesture]}, ${smallestChange}`,
      );
    }
    assert.ok(NOD.judgedWithinYawDegrees <= NOD.serviceJudgedWithinYawDegrees, 'nod beside a turn');
  });
});

describe('page and service measure alike:', () => {
  const size = { widthPx: 96, heightPx: 64 };
  /** A plane of points, each somewhere else, in fractions of the picture. */
  const fractions = Float32Array.from({ length: 3 * LANDMARK_COUNT }, (_, i) =>
    i % 3 === 2 ? 0 : 0.1 + 0.8 * (((i * 37) % 101) / 101),
  );
  const pixels = Float32Array.from({ length: 3 * MESH_POINT_COUNT }, (_, i) =>
    i % 3 === 0
      ? (fractions[i] ?? 0) * size.widthPx
      : i % 3 === 1
        ? (fractions[i] ?? 0) * size.heightPx
        : 0,
  );

  it('the ratios of a face without depth are the same from fractions and from pixels', () => {
    const page = measureFace({ points: fractions, pose: [] }, size);
    const service = measureMesh(pixels);
    for (const ratio of [
      'eyeAspectRatioLeft',
      'eyeAspectRatioRight',
      'mouthWidthRatio',
      'mouthOpeningRatio',
    ] as const) {
      assert.ok(Math.abs(page[ratio] / service[ratio] - 1) < 1e-4, ratio);
    }
  });

  it('the cover of a face is the same from a canvas and from a decoded JPEG', () => {
    const value = (pixel: number, channel: number) => (pixel * (7 + channel) + 31 * channel) % 256;
    const raster = (bytesPerPixel: 3 | 4) => ({
      ...size,
      bytesPerPixel,
      pixels: Uint8Array.from({ length: bytesPerPixel * size.widthPx * size.heightPx }, (_, i) =>
        value(Math.floor(i / bytesPerPixel), i % bytesPerPixel),
      ),
    });
    const page = measureCover(raster(4), (i) => pointAt(fractions, i, size), 60);
    const service = measureCover(raster(3), (i) => pointAt(pixels, i), 60);
    assert.ok(page.noseColour > 0 && page.eyeShade !== 0);
    assert.deepEqual(page, service);
  });
});
