import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareFaces } from '../../src/challenge/face-change.ts';
import { GESTURES, type GestureName } from '../../src/challenge/gesture.ts';
import { gestureHint } from '../../src/challenge/gesture-hint.ts';
import { positionHint } from '../../src/challenge/position-hint.ts';
import type { FaceMeasurements, FaceSignals } from '../../src/face/face-signals.ts';
import type { FaceCover } from '../../src/mesh/face-cover.ts';
import type { FaceQuality } from '../../src/mesh/face-light.ts';
import { NEUTRAL } from '../fixtures/gesture-faces.ts';

const WELL_LIT: FaceQuality = {
  luminance: 120,
  backgroundLuminance: 160,
  clippedShare: 0,
  sharpness: 0.04,
};

function seen(face: Partial<FaceMeasurements>, quality: Partial<FaceQuality> = {}): FaceSignals {
  return {
    capturedAtMs: 0,
    faceCount: 1,
    face: { ...NEUTRAL, quality: { ...WELL_LIT, ...quality }, ...face },
  };
}

/** A face of this height in a frame of so many rows, with eyes as far apart as in the clips. */
function sized(height: number, rows: number): Partial<FaceMeasurements> {
  const box = { x: 0.5 - height / 4, y: 0.5 - height / 2, width: height / 2, height };
  return { box, interocularPx: 0.345 * height * rows };
}

describe('the light and the lens', () => {
  const FAULTS: [fact: string, quality: Partial<FaceQuality>, hint: string | undefined][] = [
    ['a well-lit face needs nothing', {}, undefined],
    ['the darkened clip is too dark', { luminance: 11, backgroundLuminance: 21 }, 'too-dark'],
    ['the dimmest real face is not too dark', { luminance: 33 }, 'backlit'],
    ['a white face is too bright', { luminance: 230, clippedShare: 0.5 }, 'too-bright'],
    ['a fair face before a white wall is not backlit', { backgroundLuminance: 250 }, undefined],
    ['the defocused clip is blurred', { sharpness: 0.003 }, 'blurred'],
    ['the softest real camera is not blurred', { sharpness: 0.006 }, undefined],
  ];
  for (const [fact, quality, hint] of FAULTS) {
    it(fact, () => {
      assert.equal(positionHint(seen({}, quality)), hint);
    });
  }

  it('nothing of it counts when the filter is off', () => {
    const signals = seen({ interocularPx: 60 }, { luminance: 8, sharpness: 0.001 });
    assert.equal(positionHint(signals, { judgesImage: false }), undefined);
  });

  it('shut eyes are seen', () => {
    const shut = { eyeAspectRatioLeft: 0.12, eyeAspectRatioRight: 0.12 };
    assert.equal(positionHint(seen(shut)), 'eyes-closed');
  });
});

describe('a covered face', () => {
  const BARE: FaceCover = { noseColour: 0.1, eyeShade: 0.2 };

  it('a nose of another colour than the forehead, and eyes in the dark, are covered', () => {
    assert.equal(positionHint(seen({ cover: BARE })), undefined);
    assert.equal(positionHint(seen({ cover: { ...BARE, noseColour: 0.6 } })), 'uncover-face');
    assert.equal(positionHint(seen({ cover: { ...BARE, eyeShade: 0.9 } })), 'uncover-face');
  });

  it('a face that the detector hardly knows is blurred, when it is out of focus', () => {
    assert.equal(positionHint(seen({ detectorScore: 0.75 })), 'uncover-face');
    assert.equal(positionHint(seen({ detectorScore: 0.75 }, { sharpness: 0.003 })), 'blurred');
  });

  it('who may keep the mask is told to look straight all the same', () => {
    const signals = seen({ cover: { ...BARE, noseColour: 0.6 }, yawDegrees: 20 });
    assert.equal(positionHint(signals), 'uncover-face');
    assert.equal(positionHint(signals, { judgesImage: true, skipsAdvice: true }), 'look-straight');
  });
});

describe('pixels between the eyes', () => {
  it('a face that fills a third of a 720p frame comes closer', () => {
    assert.equal(positionHint(seen(sized(0.34, 720))), 'move-closer');
  });

  it('a face at arm’s length from a 720p camera has enough', () => {
    assert.equal(positionHint(seen(sized(0.42, 720))), undefined);
  });

  it('a 640×480 camera at the same distance is not asked for what it has not', () => {
    assert.equal(positionHint(seen(sized(0.42, 480))), undefined);
  });
});

describe('guidance during a gesture', () => {
  const hintFor = (gesture: GestureName, signals: FaceSignals) =>
    gestureHint(GESTURES[gesture], signals, signals.face && compareFaces(signals.face, NEUTRAL), {
      judgesImage: true,
    });

  it('who looks away during a smile is told', () => {
    assert.equal(hintFor('smile', seen({ yawDegrees: 25 })), 'look-straight');
  });

  it('who looks away because a turn or a nod was asked is not', () => {
    assert.equal(hintFor('turn-left', seen({ yawDegrees: 25 })), undefined);
    assert.equal(hintFor('nod-up', seen({ pitchDegrees: 25 })), undefined);
  });

  it('a lost face, a second face, a far face and one in the dark are told', () => {
    assert.equal(hintFor('smile', { capturedAtMs: 0, faceCount: 0 }), 'no-face');
    assert.equal(hintFor('smile', { ...seen({}), faceCount: 2 }), 'multiple-faces');
    assert.equal(hintFor('smile', seen(sized(0.2, 720))), 'move-closer');
    assert.equal(hintFor('smile', seen({}, { luminance: 9 })), 'too-dark');
  });
});
