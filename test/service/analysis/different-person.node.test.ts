import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, test } from 'node:test';
import sharp from 'sharp';
import { GESTURE_NAMES } from '../../../src/challenge/gesture.ts';
import { embeddingDistance } from '../../../src/service/analysis/faces/face-embedding.ts';
import {
  createImageInspector,
  type FaceFindings,
} from '../../../src/service/analysis/faces/image-inspector.ts';
import {
  facesOfOthers,
  SAME_PERSON,
} from '../../../src/service/analysis/verdict/rules/different-person.ts';
import { buildFaceModel } from '../../../tools/face-model/build-face-model.ts';

await buildFaceModel();
const inspector = await createImageInspector();
after(() => inspector.close());

const fixture = (name: string) =>
  readFile(new URL(`../../fixtures/faces/${name}`, import.meta.url));
async function faceIn(jpeg: Buffer): Promise<FaceFindings> {
  const { face } = await inspector.inspect(jpeg, false);
  assert.ok(face);
  return face;
}
const neutral = await faceIn(await fixture('neutral.jpg'));

describe('the embedding', () => {
  test('of the drawn person is what face-api makes of the same square', async () => {
    const { embedding } = JSON.parse(String(await fixture('neutral.embedding.json')));
    assert.equal(embedding.length, 128);
    assert.equal(neutral.embedding.length, 128);
    assert.ok(Math.hypot(...embedding) > 1, 'a distance of 0.001 is small');
    assert.ok(embeddingDistance(neutral.embedding, Float32Array.from(embedding)) < 0.001);
  });

  test('of every gesture is near to that of the neutral face', async () => {
    for (const gesture of GESTURE_NAMES) {
      const face = await faceIn(await fixture(`${gesture}.jpg`));
      const distance = embeddingDistance(face.embedding, neutral.embedding);
      assert.ok(distance < 0.4, `${gesture}: ${distance}`);
      assert.deepEqual(facesOfOthers([neutral, face]), []);
    }
  });

  test('hardly changes when the head leans, the light dims or the picture is smaller', async () => {
    const picture = sharp(await fixture('neutral.jpg'));
    for (const changed of [
      picture.clone().rotate(25, { background: '#999' }),
      picture.clone().linear(0.6, 0),
      picture.clone().resize(320),
    ]) {
      const face = await faceIn(await changed.jpeg().toBuffer());
      const distance = embeddingDistance(face.embedding, neutral.embedding);
      assert.ok(distance < 0.3, `${distance}`);
    }
  });
});

describe('the faces of a session', () => {
  /** The neutral face's findings at another distance and pitch. */
  const at = (distance: number, pitchDegrees = 0): FaceFindings => {
    const embedding = neutral.embedding.slice();
    embedding[7] = (embedding[7] ?? 0) + distance;
    const measured = {
      ...neutral.measured,
      pitchDegrees: neutral.measured.pitchDegrees + pitchDegrees,
    };
    return { ...neutral, embedding, measured };
  };

  test('are one person’s up to the limit, and above it the image is named', () => {
    const limit = SAME_PERSON.distance;
    assert.deepEqual(facesOfOthers([neutral, at(limit - 0.01), at(0.1)]), []);
    const [other, ...rest] = facesOfOthers([neutral, at(0.1), at(limit + 0.01)]);
    assert.deepEqual([other?.image, other?.measured.toFixed(2), other?.limit], [2, '0.61', limit]);
    assert.deepEqual(rest, []);
  });

  test('may be farther only when tilted far up or down, and not without limit', () => {
    for (const sign of [1, -1]) {
      assert.equal(facesOfOthers([neutral, at(0.7, 19 * sign)]).length, 1);
      assert.equal(facesOfOthers([neutral, at(0.7, 21 * sign)]).length, 0);
      assert.equal(facesOfOthers([neutral, at(0.8, 21 * sign)]).length, 1);
    }
  });

  test('do not pass on a distance that is no number', () => {
    assert.equal(facesOfOthers([neutral, at(Number.NaN)]).length, 1);
  });

  test('say nothing of a lone image', () => {
    assert.deepEqual(facesOfOthers([neutral]), []);
  });
});
