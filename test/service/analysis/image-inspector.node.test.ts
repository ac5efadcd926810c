import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, test } from 'node:test';
import sharp from 'sharp';
import { GESTURE_NAMES } from '../../../src/challenge/gesture.ts';
import { measureGestures } from '../../../src/service/analysis/comparison/measure-gestures.ts';
import { DUPLICATE_DIFFERENCE } from '../../../src/service/analysis/comparison/same-picture.ts';
import { decodeImage, ImageRefused } from '../../../src/service/analysis/faces/decode-image.ts';
import { detectFaces } from '../../../src/service/analysis/faces/detect-faces.ts';
import { thumbnailDifference } from '../../../src/service/analysis/faces/face-thumbnail.ts';
import {
  createImageInspector,
  type FaceFindings,
} from '../../../src/service/analysis/faces/image-inspector.ts';
import { ModelFailure, openModel } from '../../../src/service/analysis/faces/neural-model.ts';
import { traceMesh } from '../../../src/service/analysis/faces/trace-mesh.ts';
import { buildFaceModel } from '../../../tools/face-model/build-face-model.ts';

await buildFaceModel();
const inspector = await createImageInspector();
after(() => inspector.close());

const fixture = (name: string) =>
  readFile(new URL(`../../fixtures/faces/${name}.jpg`, import.meta.url));

async function faceIn(name: string): Promise<FaceFindings> {
  const { face } = await inspector.inspect(await fixture(name), false);
  assert.ok(face, `${name} shows a face`);
  return face;
}

const neutral = await faceIn('neutral');

describe('the drawn person', () => {
  test('looks ahead, with open eyes and a closed mouth', () => {
    const { yawDegrees, pitchDegrees, rollDegrees, mouthOpeningRatio, eyeAspectRatioLeft } =
      neutral.measured;
    for (const degrees of [yawDegrees, pitchDegrees, rollDegrees]) {
      assert.ok(Math.abs(degrees) < 5, `${degrees}°`);
    }
    assert.ok(mouthOpeningRatio < 0.1);
    assert.ok(eyeAspectRatioLeft > 0.2);
  });

  for (const gesture of GESTURE_NAMES) {
    test(`shows ${gesture} and nothing clearer`, async () => {
      const [clearest] = measureGestures(await faceIn(gesture), neutral);
      assert.equal(clearest?.gesture, gesture);
      assert.ok(clearest.clearness >= 1);
    });
  }

  test('shows no gesture when only the head moved a little', async () => {
    const [clearest] = measureGestures(await faceIn('still-again'), neutral);
    assert.ok((clearest?.clearness ?? 0) < 1);
  });

  test('turned by 30° is read within 6°', async () => {
    assert.ok(Math.abs((await faceIn('turn-left')).measured.yawDegrees - 30) < 6);
    assert.ok(Math.abs((await faceIn('turn-right')).measured.yawDegrees + 30) < 6);
  });
});

describe('a leaning head', () => {
  const lean = async (name: string) =>
    inspector.inspect(
      await sharp(await fixture(name))
        .rotate(25, { background: '#999' })
        .jpeg()
        .toBuffer(),
      false,
    );

  test('is read as that much roll, and as little else', async () => {
    const { measured } = (await lean('neutral')).face ?? neutral;
    assert.ok(Math.abs(measured.rollDegrees - 25) < 4, `${measured.rollDegrees}°`);
    assert.ok(Math.abs(measured.yawDegrees) < 8, `${measured.yawDegrees}°`);
  });

  test('smiles as widely as an upright one', async () => {
    const upright = (await faceIn('smile')).measured.mouthWidthRatio;
    const leaning = (await lean('smile')).face?.measured.mouthWidthRatio ?? 0;
    assert.ok(Math.abs(leaning - upright) < 0.06, `${leaning} and ${upright}`);
  });
});

test('the mesh hardly depends on where the detector puts its box', async () => {
  const [detector, model] = [
    await openModel('face_detector.tflite'),
    await openModel('face_mesh.tflite'),
  ];
  const picture = await decodeImage(await fixture('neutral'), false);
  const [face] = await detectFaces(detector, picture);
  assert.ok(face);
  const shift = face.widthPx * 0.25;
  const straight = await traceMesh(model, picture, face);
  const shifted = await traceMesh(model, picture, { ...face, left: face.left + shift });
  const offsets = straight.points.map((value, i) => Math.abs(value - (shifted.points[i] ?? 0)));
  const mean = offsets.reduce((sum, offset) => sum + offset, 0) / offsets.length;
  assert.ok(mean < face.widthPx * 0.005, `${(mean / face.widthPx).toFixed(4)} of the face`);
  detector.close();
  model.close();
});

describe('the count of faces', () => {
  for (const [name, count] of [
    ['nobody', 0],
    ['neutral', 1],
    ['turn-left', 1],
    ['two-people', 2],
  ] as const) {
    test(`is ${count} in ${name}`, async () => {
      assert.equal((await inspector.inspect(await fixture(name), false)).faceCount, count);
    });
  }
});

describe('the same picture again', () => {
  test('is known when it was encoded anew', async () => {
    const again = await sharp(await fixture('neutral'))
      .jpeg({ quality: 60 })
      .toBuffer();
    const { face } = await inspector.inspect(again, false);
    assert.ok(face);
    const difference = thumbnailDifference(face.thumbnail, neutral.thumbnail);
    assert.ok(difference.face < DUPLICATE_DIFFERENCE, `face ${difference.face}`);
    assert.ok(difference.eyes < DUPLICATE_DIFFERENCE, `eyes ${difference.eyes}`);
  });

  test('is known at other brightness', async () => {
    const again = await sharp(await fixture('neutral'))
      .linear(0.6, 10)
      .jpeg()
      .toBuffer();
    const { face } = await inspector.inspect(again, false);
    assert.ok(face);
    assert.ok(thumbnailDifference(face.thumbnail, neutral.thumbnail).face < DUPLICATE_DIFFERENCE);
  });

  test('is not taken for a blink, which differs in the eyes', async () => {
    const blink = await faceIn('blink');
    assert.ok(thumbnailDifference(blink.thumbnail, neutral.thumbnail).eyes > DUPLICATE_DIFFERENCE);
  });
});

describe('the JPEG', () => {
  test('is turned upright by its EXIF orientation only when asked', async () => {
    const onItsSide = await sharp(await fixture('neutral'))
      .rotate(90)
      .withMetadata({ orientation: 8 })
      .jpeg()
      .toBuffer();
    const upright = await inspector.inspect(onItsSide, true);
    assert.ok(Math.abs(upright.face?.measured.rollDegrees ?? 90) < 5);
    const asStored = await inspector.inspect(onItsSide, false);
    assert.ok(Math.abs(asStored.face?.measured.rollDegrees ?? 90) > 45);
  });

  test('is refused when it is a PNG, no picture at all, or cut off', async () => {
    const jpeg = await fixture('neutral');
    const png = await sharp(jpeg).png().toBuffer();
    for (const bytes of [png, Buffer.from('<svg/>'), Buffer.alloc(0), jpeg.subarray(0, 4000)]) {
      await assert.rejects(inspector.inspect(bytes, false), ImageRefused);
    }
  });

  test('is refused by its header when a side is over 4096 pixels', async () => {
    const wide = await sharp({
      create: { width: 5000, height: 16, channels: 3, background: '#888' },
    })
      .jpeg()
      .toBuffer();
    await assert.rejects(inspector.inspect(wide, false), /side over 4096/);
  });

  test('may be grey', async () => {
    const grey = await sharp(await fixture('neutral'))
      .greyscale()
      .jpeg()
      .toBuffer();
    assert.equal((await inspector.inspect(grey, false)).faceCount, 1);
  });
});

describe('a model', () => {
  test('answers with finite values that depend on its input', async () => {
    for (const [file, length] of [
      ['face_detector.tflite', 128],
      ['face_mesh.tflite', 192],
    ] as const) {
      const model = await openModel(file);
      const input = Float32Array.from({ length: length ** 2 * 3 }, (_, i) => (i % 97) / 97);
      const one = await model.run(input);
      const same = await model.run(input);
      const other = await model.run(input.map((value) => 1 - value));
      assert.deepEqual(one, same);
      assert.notDeepEqual(one, other);
      model.close();
    }
  });

  test('that is not there is refused with what to do', async () => {
    await assert.rejects(openModel('no_such.tflite'), (error) => {
      assert.ok(error instanceof ModelFailure);
      assert.match(error.message, /no_such\.tflite.*npm run model/);
      return true;
    });
  });
});
