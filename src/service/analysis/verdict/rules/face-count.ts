import { MESSAGES } from '../../../../submission/wire.ts';
import type { ImageRule } from '../rule.ts';

/** Each image must show a face. */
export const NO_FACE: ImageRule = {
  code: 'no-face',
  needs: 'images',
  outcome: 'incompleted',
  answer: MESSAGES.noFace,
  description: 'An image shows no face, or there is no image.',
  measures: 'faces',
  limits: '≥ 1',
  find({ images }) {
    if (images.length === 0) return [{ message: 'There is no image.' }];
    return images.flatMap(({ face }, image) =>
      face ? [] : [{ message: `Image ${image} shows no face.`, image, measured: 0, limit: 1 }],
    );
  },
};

/** No image may show a second face, unless the submission asks for the biggest alone. */
export const SEVERAL_FACES: ImageRule = {
  code: 'several-faces',
  needs: 'images',
  outcome: 'incompleted',
  answer: MESSAGES.multipleFaces,
  description:
    'An image shows several faces, and the submission did not ask for the main face alone.',
  measures: 'faces',
  limits: '≤ 1',
  find({ images, mainFaceOnly }) {
    if (mainFaceOnly) return [];
    return images.flatMap(({ faceCount }, image) => {
      if (faceCount <= 1) return [];
      const message = `Image ${image} shows ${faceCount} faces.`;
      return [{ message, image, measured: faceCount, limit: 1 }];
    });
  },
};
