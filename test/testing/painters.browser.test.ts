import { expect } from '@open-wc/testing';
import {
  type CameraScene,
  createHoledPhoto,
  createSimulatedPerson,
  type DrawingKind,
  type Expression,
  SECOND_APPEARANCE,
} from '../../src/testing/index.ts';
import { itWith } from '../engine-feature.ts';

function openPen(widthPx = 640, heightPx = 480): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!pen) throw new Error('no canvas');
  return pen;
}

function shoot(scene: CameraScene, pen = openPen()): Uint8ClampedArray {
  scene.draw(pen, 0);
  return pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height).data;
}

/** How much two pictures differ: the mean of red, green and blue, and the share of pixels that differ by more than a shade. */
function compare(one: Uint8ClampedArray, other: Uint8ClampedArray): { mean: number; far: number } {
  let [sum, far] = [0, 0];
  for (let index = 0; index < one.length; index += 4) {
    const differences = [0, 1, 2].map((channel) =>
      Math.abs((one[index + channel] ?? 0) - (other[index + channel] ?? 0)),
    );
    sum += differences.reduce((total, difference) => total + difference, 0);
    if (Math.max(...differences) > 24) far += 1;
  }
  return { mean: sum / one.length / 0.75, far: (4 * far) / one.length };
}

/** Lets a browser be without WebGL until the test is over. */
function withoutWebgl(): () => void {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
    if (String(args[0]).startsWith('webgl')) return null;
    return Reflect.apply(getContext, this, args);
  } as typeof getContext;
  return () => {
    HTMLCanvasElement.prototype.getContext = getContext;
  };
}

describe('a person drawn without WebGL', () => {
  const used: { dispose(): void }[] = [];
  const use = <T extends { dispose(): void }>(scene: T): T => {
    used.push(scene);
    return scene;
  };
  let restore: (() => void) | undefined;
  afterEach(() => {
    restore?.();
    restore = undefined;
    for (const scene of used.splice(0)) scene.dispose();
  });

  const poses: Readonly<Record<string, Partial<Expression>>> = {
    'at rest': {},
    'with shut eyes': { blinkLeft: 1, blinkRight: 1 },
    'with an open mouth': { mouthOpen: 1 },
    'that smiles': { smile: 1 },
    'that has turned and looks down': { yawDegrees: 25, pitchDegrees: -18, rollDegrees: 8 },
    'that has come near': { z: 12, x: 2 },
  };
  for (const [name, pose] of Object.entries(poses)) {
    itWith('WebGL', `${name} looks as it does by WebGL`, async () => {
      const pictures: Uint8ClampedArray[] = [];
      for (const drawing of ['webgl', '2d'] satisfies DrawingKind[]) {
        const person = use(await createSimulatedPerson({ drawing, appearance: SECOND_APPEARANCE }));
        person.set(pose);
        pictures.push(shoot(person));
      }
      const [webgl, pixels] = pictures as [Uint8ClampedArray, Uint8ClampedArray];
      const { far, mean } = compare(webgl, pixels);
      expect(mean).to.be.lessThan(1.5);
      // Edges, which are not smoothed.
      expect(far).to.be.lessThan(0.012);
    });
  }

  it('keeps nothing of the picture before', async () => {
    const [moved, fresh] = [
      use(await createSimulatedPerson({ drawing: '2d' })),
      use(await createSimulatedPerson({ drawing: '2d' })),
    ];
    const pen = openPen();
    for (const pose of [{ x: 9, z: 10 }, { yawDegrees: 30 }, { x: -9 }]) {
      moved.set(pose);
      shoot(moved, pen);
    }
    moved.set({ mouthOpen: 1 });
    fresh.set({ mouthOpen: 1 });
    expect(compare(shoot(moved, pen), shoot(fresh))).to.deep.equal({ mean: 0, far: 0 });
  });

  it('fills a canvas of another size', async () => {
    const person = use(await createSimulatedPerson({ drawing: '2d', widthPx: 320, heightPx: 240 }));
    const large = use(await createSimulatedPerson({ drawing: '2d' }));
    expect(compare(shoot(person), shoot(large)).mean).to.be.lessThan(3);
  });

  itWith('WebGL', 'is not chosen where there is WebGL', async () => {
    expect(use(await createSimulatedPerson()).drawing).to.equal('webgl');
  });

  it('is chosen where there is no WebGL', async () => {
    restore = withoutWebgl();
    expect(use(await createSimulatedPerson()).drawing).to.equal('2d');
  });

  it('is not what somebody gets who asks for WebGL', async () => {
    restore = withoutWebgl();
    const refusal = await createSimulatedPerson({ drawing: 'webgl' }).catch((error) => error);
    expect(refusal).to.be.an('error').with.property('message').that.contains('no WebGL');
  });

  itWith('WebGL', 'that holds a photo with holes before the face looks as by WebGL', async () => {
    const byWebgl = use(await createHoledPhoto({ eyes: true, mouth: true }));
    const expected = shoot(byWebgl);
    restore = withoutWebgl();
    const byPixels = use(await createHoledPhoto({ eyes: true, mouth: true }));
    expect(compare(expected, shoot(byPixels)).mean).to.be.lessThan(2.5);
  });
});
