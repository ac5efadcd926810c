import { expect } from '@open-wc/testing';
import {
  type Attacker,
  createChangeOfPerson,
  createHeldPhotos,
  createHoledPhoto,
  createPuppet,
  createScreenReplay,
  createSimulatedPerson,
  inLight,
  withCoveredMouth,
} from '../../src/testing/index.ts';

/** Parts of a picture of 640 × 480, in which the drawn face is always at the same place. */
const EYES = { x: 240, y: 170, width: 160, height: 60 };
const MOUTH = { x: 270, y: 270, width: 100, height: 70 };
const ALL = { x: 0, y: 0, width: 640, height: 480 };

function openPen(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!pen) throw new Error('no canvas');
  return pen;
}

/** Draws at a time, and returns the values of a part of the picture. */
function shoot(attacker: Attacker, pen: CanvasRenderingContext2D, nowMs: number, part = ALL) {
  attacker.draw(pen, nowMs);
  return pen.getImageData(part.x, part.y, part.width, part.height).data;
}

function meanOf(values: Uint8ClampedArray): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 4) sum += values[index + 1] ?? 0;
  return (4 * sum) / values.length;
}

function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 4) {
    sum += Math.abs((a[index + 1] ?? 0) - (b[index + 1] ?? 0));
  }
  return (4 * sum) / a.length;
}

describe('attackers', () => {
  const used: Attacker[] = [];
  const use = <T extends Attacker>(attacker: T): T => {
    used.push(attacker);
    return attacker;
  };
  afterEach(() => {
    for (const attacker of used.splice(0)) attacker.dispose();
  });

  it('who hold photos hold up another one when it is asked for, and the first again after it', async () => {
    const photos = { smile: { smile: 1 } };
    const attacker = use(await createHeldPhotos({ photos }));
    const pen = openPen();
    const rest = shoot(attacker, pen, 0, MOUTH);
    const done = attacker.perform('smile');
    shoot(attacker, pen, 1);
    expect(difference(rest, shoot(attacker, pen, 2, MOUTH))).to.be.greaterThan(2);
    shoot(attacker, pen, 5000);
    await done;
    expect(difference(rest, shoot(attacker, pen, 0, MOUTH))).to.be.lessThan(0.5);
  });

  for (const change of ['fade', 'slide', 'pull'] as const) {
    it(`who change photos by a ${change} show something of both half-way, and then the next alone`, async () => {
      const photos = { smile: { smile: 1 } };
      const attacker = use(await createHeldPhotos({ photos, change }));
      const cut = use(await createHeldPhotos({ photos }));
      const pen = openPen();
      const rest = shoot(attacker, pen, 0);
      const done = [attacker.perform('smile'), cut.perform('smile')];
      for (const one of [attacker, cut]) shoot(one, pen, 1);
      const halfWay = shoot(attacker, pen, 301);
      const next = shoot(cut, pen, 301);
      expect(difference(rest, halfWay)).to.be.greaterThan(0.2);
      expect(difference(next, halfWay)).to.be.greaterThan(0.2);
      expect(difference(shoot(cut, pen, 700), shoot(attacker, pen, 700))).to.be.lessThan(0.1);
      for (const one of [attacker, cut]) shoot(one, pen, 5000);
      await Promise.all(done);
    });
  }

  it('who have one photo change nothing of the face when they are asked to smile', async () => {
    const attacker = use(await createHeldPhotos({ tilts: true }));
    const pen = openPen();
    const rest = shoot(attacker, pen, 0, MOUTH);
    void attacker.perform('smile');
    shoot(attacker, pen, 0);
    expect(difference(rest, shoot(attacker, pen, 0, MOUTH))).to.be.lessThan(0.5);
  });

  it('who are behind a photo with holes for the eyes blink through it, and cannot open its mouth', async () => {
    const attacker = use(await createHoledPhoto({ eyes: true }));
    const pen = openPen();
    const rest = { eyes: shoot(attacker, pen, 0, EYES), mouth: shoot(attacker, pen, 0, MOUTH) };
    void attacker.perform('blink');
    shoot(attacker, pen, 0);
    expect(difference(rest.eyes, shoot(attacker, pen, 150, EYES))).to.be.greaterThan(1);
    attacker.relax();
    void attacker.perform('open-mouth');
    shoot(attacker, pen, 200);
    expect(difference(rest.mouth, shoot(attacker, pen, 700, MOUTH))).to.be.lessThan(1);
  });

  it('with a screen wait for the first instruction, and play the whole recording then', async () => {
    const attacker = use(await createScreenReplay({ recorded: ['open-mouth'], betweenMs: 500 }));
    const pen = openPen();
    const rest = shoot(attacker, pen, 0, MOUTH);
    expect(difference(rest, shoot(attacker, pen, 500, MOUTH))).to.be.lessThan(8);
    await attacker.perform('turn-left');
    shoot(attacker, pen, 1000);
    expect(difference(rest, shoot(attacker, pen, 1500, MOUTH))).to.be.greaterThan(12);
  });

  const whoMove: Readonly<Record<string, () => Promise<Attacker>>> = {
    'in other light': async () => inLight(await createSimulatedPerson(), { brightness: 0.6 }),
    'with a hand before the mouth': async () => withCoveredMouth(await createSimulatedPerson()),
    'who come after another one': async () =>
      createChangeOfPerson(await createSimulatedPerson(), await createSimulatedPerson()),
    'who animate a picture': async () => createPuppet(await createSimulatedPerson()),
    'who tilt a photo': () => createHeldPhotos({ tilts: true }),
    'behind a photo with holes': () => createHoledPhoto({ eyes: true }),
  };
  for (const [who, create] of Object.entries(whoMove)) {
    it(`${who} take twice as long where they are asked to be slower`, async () => {
      const attacker = use(await create());
      const pen = openPen();
      let nowMs = 0;
      const lengthOf = async (slowness?: number): Promise<number> => {
        const beganAtMs = nowMs;
        let isOver = false;
        const over = attacker.perform('turn-left', slowness).then(() => {
          isOver = true;
        });
        while (!isOver) {
          attacker.draw(pen, nowMs);
          nowMs += 100;
          await Promise.race([over, Promise.resolve().then(() => undefined)]);
        }
        return nowMs - beganAtMs;
      };
      const usualMs = await lengthOf();
      expect(await lengthOf(2)).to.be.greaterThan(1.6 * usualMs);
    });
  }

  it('in a dark room are as much darker as it is', async () => {
    const person = use(await createSimulatedPerson());
    const pen = openPen();
    const bright = meanOf(shoot(person, pen, 0));
    const dark = meanOf(shoot(inLight(person, { brightness: 0.2 }), pen, 0));
    expect(dark / bright).to.be.closeTo(0.2, 0.02);
    // A scene that has not changed draws nothing new: it must not get darker with every frame.
    const again = meanOf(shoot(inLight(person, { brightness: 0.2 }), pen, 0));
    expect(again).to.be.closeTo(dark, 0.5);
  });

  it('with a hand before the mouth show none of it', async () => {
    const person = use(await createSimulatedPerson());
    const covered = withCoveredMouth(person);
    const pen = openPen();
    const lips = { x: 300, y: 300, width: 40, height: 20 };
    const rest = shoot(covered, pen, 0, lips);
    void covered.perform('smile');
    shoot(covered, pen, 0);
    expect(difference(rest, shoot(covered, pen, 500, lips))).to.equal(0);
  });
});
