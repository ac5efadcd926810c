import { FaceLandmarker, FilesetResolver } from '@mediapipe/tasks-vision';
import { expect } from '@open-wc/testing';
import { advanceChallenge, beginChallenge } from '../../src/challenge/advance.ts';
import type { ChallengeState } from '../../src/challenge/challenge-state.ts';
import { ALL_GESTURE_NAMES, type GestureName } from '../../src/challenge/gesture.ts';
import type { FaceMeasurements } from '../../src/face/face-signals.ts';
import { measureFace } from '../../src/face/measure-face.ts';
import { pixelCanvas } from '../../src/face/pixel-canvas.ts';
import {
  type CameraScene,
  createNobody,
  createSimulatedPerson,
  createStillPhoto,
  createTwoPeople,
  type Expression,
  gestureTimeline,
  type SimulatedPerson,
} from '../../src/testing/index.ts';
import { describeWith } from '../engine-feature.ts';
import { realParts } from '../face/real-parts.ts';

const SIZE = { widthPx: 640, heightPx: 480 };
/** A slow machine's: it sees eight pictures a second. */
const FRAME_MS = 120;
/** From the question to the movement. */
const REACTION_MS = 700;

/** The real model, looking at one scene after the other. */
class Viewer {
  readonly #landmarker: FaceLandmarker;
  readonly #context: CanvasRenderingContext2D;
  #nowMs = 0;

  static async open(): Promise<Viewer> {
    const vision = await FilesetResolver.forVisionTasks(
      '/node_modules/@mediapipe/tasks-vision/wasm',
    );
    const { landmarkerBundle } = await realParts();
    return new Viewer(
      await FaceLandmarker.createFromOptions(vision, {
        baseOptions: { modelAssetBuffer: landmarkerBundle, delegate: 'CPU' },
        canvas: pixelCanvas(),
        runningMode: 'IMAGE',
        numFaces: 3,
        outputFacialTransformationMatrixes: true,
      }),
    );
  }

  constructor(landmarker: FaceLandmarker) {
    this.#landmarker = landmarker;
    const canvas = document.createElement('canvas');
    canvas.width = SIZE.widthPx;
    canvas.height = SIZE.heightPx;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    this.#context = context;
  }

  /** Lets the scene's time go on by this much and looks at it. */
  look(scene: CameraScene, elapsedMs = 40): FaceMeasurements[] {
    this.#nowMs += elapsedMs;
    scene.draw(this.#context, this.#nowMs);
    const seen = this.#landmarker.detect(
      this.#context.getImageData(0, 0, SIZE.widthPx, SIZE.heightPx),
    );
    return seen.faceLandmarks.map((landmarks, face) => {
      const points = new Float32Array(landmarks.flatMap(({ x, y, z }) => [x, y, z]));
      return measureFace(
        { points, pose: seen.facialTransformationMatrixes[face]?.data ?? [] },
        SIZE,
      );
    });
  }

  /** The one face of the scene. */
  lookAtOne(scene: CameraScene, elapsedMs?: number): FaceMeasurements {
    const faces = this.look(scene, elapsedMs);
    expect(faces).to.have.length(1);
    return faces[0] as FaceMeasurements;
  }

  close(): void {
    this.#landmarker.close();
  }
}

/** Asks the person for a gesture as the element does; whether its own rules say that it was made. */
function isSeen(gesture: GestureName, person: SimulatedPerson, viewer: Viewer): boolean {
  const plan = { attempts: [[gesture]], timeoutMs: 60_000, gestureToleranceMs: 60_000 };
  let state: ChallengeState = beginChallenge(0);
  let isAsked = false;
  for (let nowMs = 0; nowMs < 8000; nowMs += FRAME_MS) {
    const face = viewer.lookAtOne(person, FRAME_MS);
    const seen = { capturedAtMs: nowMs, faceCount: 1, face } as const;
    state = advanceChallenge(plan, state, seen, nowMs).state;
    if (state.phase === 'gesture' && !isAsked) {
      void person.pause(REACTION_MS);
      void person.perform(gesture);
    }
    isAsked ||= state.phase === 'gesture';
    if (state.phase === 'complete') break;
  }
  person.relax();
  return state.phase === 'complete';
}

for (const [drawing, describeDrawn] of [
  ['webgl', (title: string, tests: () => void) => describeWith('WebGL', title, tests)],
  ['2d', (title: string, tests: () => void) => describe(title, tests)],
] as const) {
  describeDrawn(`the simulated person drawn by ${drawing}, to the real face model`, () => {
    let viewer: Viewer;
    let person: SimulatedPerson;
    let neutral: FaceMeasurements;

    before(async () => {
      [viewer, person] = await Promise.all([Viewer.open(), createSimulatedPerson({ drawing })]);
      neutral = viewer.lookAtOne(person);
    });
    after(() => {
      person.dispose();
      viewer.close();
    });

    function express(expression: Partial<Expression>): FaceMeasurements {
      person.set(expression);
      const seen = viewer.lookAtOne(person);
      person.set({});
      return seen;
    }

    it('says how it is drawn', () => {
      expect(person.drawing).to.equal(drawing);
    });

    it('is a relaxed face that looks straight ahead', () => {
      expect(neutral.eyeAspectRatioLeft).to.be.within(0.23, 0.38);
      expect(neutral.eyeAspectRatioRight).to.be.within(0.23, 0.38);
      expect(neutral.mouthWidthRatio).to.be.within(0.48, 0.62);
      expect(neutral.mouthOpeningRatio).to.be.below(0.1);
      expect(Math.abs(neutral.yawDegrees)).to.be.below(4);
      expect(Math.abs(neutral.pitchDegrees)).to.be.below(6);
      expect(Math.abs(neutral.rollDegrees)).to.be.below(3);
      expect(neutral.box.height).to.be.within(0.42, 0.6);
    });

    it('blinks with both eyes', () => {
      const shut = express({ blinkLeft: 1, blinkRight: 1 });
      expect(shut.eyeAspectRatioLeft).to.be.below(0.11);
      expect(shut.eyeAspectRatioRight).to.be.below(0.11);
      expect(Math.abs(shut.pitchDegrees - neutral.pitchDegrees)).to.be.below(5);
    });

    it('winks with the person’s own left eye', () => {
      const wink = express({ blinkLeft: 1 });
      expect(wink.eyeAspectRatioLeft).to.be.below(wink.eyeAspectRatioRight - 0.1);
    });

    it('smiles without opening the mouth or shutting the eyes', () => {
      const smile = express({ smile: 1 });
      expect(smile.mouthWidthRatio).to.be.above(0.7);
      expect(smile.mouthOpeningRatio).to.be.below(0.15);
      expect(smile.eyeAspectRatioLeft).to.be.above(neutral.eyeAspectRatioLeft * 0.7);
    });

    it('opens the mouth without smiling or shutting the eyes', () => {
      const open = express({ mouthOpen: 1 });
      expect(open.mouthOpeningRatio).to.be.above(0.45);
      expect(open.mouthWidthRatio).to.be.below(0.62);
      expect(open.eyeAspectRatioLeft).to.be.above(neutral.eyeAspectRatioLeft * 0.7);
    });

    for (const yawDegrees of [25, -25]) {
      it(`turns by ${yawDegrees}°, positive to the own left`, () => {
        const turned = express({ yawDegrees });
        expect(turned.yawDegrees).to.be.closeTo(yawDegrees, 4);
        expect(Math.abs(turned.pitchDegrees - neutral.pitchDegrees)).to.be.below(6);
      });
    }

    for (const pitchDegrees of [18, -18]) {
      it(`nods by ${pitchDegrees}°, positive upwards, and smiles not`, () => {
        const nodded = express({ pitchDegrees });
        expect(nodded.pitchDegrees).to.be.closeTo(pitchDegrees, 5);
        expect(Math.abs(nodded.yawDegrees)).to.be.below(5);
        expect(nodded.mouthWidthRatio).to.be.below(0.65);
      });
    }

    it('leans to the own left shoulder, and comes closer', () => {
      expect(express({ rollDegrees: 10 }).rollDegrees).to.be.closeTo(10, 3);
      expect(express({ z: 8 }).interocularPx).to.be.above(neutral.interocularPx * 1.12);
    });

    const peaks: readonly [GestureName, (face: FaceMeasurements) => boolean][] = [
      ['blink', (face) => face.eyeAspectRatioLeft < 0.12 && face.eyeAspectRatioRight < 0.12],
      ['smile', (face) => face.mouthWidthRatio > 0.68],
      ['open-mouth', (face) => face.mouthOpeningRatio > 0.4],
      ['turn-left', (face) => face.yawDegrees > 22],
      ['turn-right', (face) => face.yawDegrees < -22],
      ['nod-up', (face) => face.pitchDegrees > 13],
      ['nod-down', (face) => face.pitchDegrees < -13],
    ];
    for (const [gesture, isMade] of peaks) {
      it(`performs ${gesture} and is at rest again when it is over`, async () => {
        const { durationMs } = gestureTimeline(gesture);
        const over = person.perform(gesture);
        expect(isMade(viewer.lookAtOne(person))).to.equal(false);
        expect(isMade(viewer.lookAtOne(person, durationMs / 2))).to.equal(true);
        const rest = viewer.lookAtOne(person, durationMs / 2);
        await over;
        expect(isMade(rest)).to.equal(false);
      });
    }

    for (const gesture of ALL_GESTURE_NAMES) {
      it(`makes ${gesture} so that it counts on the page`, () => {
        expect(isSeen(gesture, person, viewer)).to.equal(true);
      });
    }
  });
}

describe('the attackers, to the real face model', () => {
  let viewer: Viewer;
  before(async () => {
    viewer = await Viewer.open();
  });
  after(() => viewer.close());

  it('nobody is no face', () => {
    expect(viewer.look(createNobody())).to.have.length(0);
  });

  it('two people are two faces', async () => {
    const people = await createTwoPeople();
    expect(viewer.look(people)).to.have.length(2);
    people.dispose();
  });

  it('a still photo is a face that never blinks, and turns when it is tilted', async () => {
    const photo = await createStillPhoto();
    const faces = [0, 1, 2, 3].map((step) => viewer.lookAtOne(photo, step * 700));
    expect(Math.min(...faces.map((face) => face.eyeAspectRatioLeft))).to.be.above(0.2);
    photo.tilt(35);
    expect(viewer.lookAtOne(photo).box.width).to.be.below((faces[0]?.box.width ?? 0) * 0.92);
  });

  it('a photo that is not held by a hand is the same to the pixel', async () => {
    const photo = await createStillPhoto({ handHeld: false });
    const [first, second] = [viewer.lookAtOne(photo), viewer.lookAtOne(photo, 5000)];
    expect(first).to.deep.equal(second);
  });
});
