import { GESTURES } from '../../../../challenge/gesture.ts';
import { OTHER_SHAPE, SAME_SHAPE } from '../../comparison/same-picture.ts';
import type { FaceRule } from '../rule.ts';

/** A camera never gives the same bytes twice. */
export const IDENTICAL_IMAGES: FaceRule = {
  code: 'identical-images',
  needs: 'faces',
  outcome: 'not-live',
  description: 'An image has the same bytes as an earlier one.',
  find({ images }) {
    const hashes = images.map(({ sha256 }) => sha256);
    return hashes.flatMap((sha256, image) => {
      const first = hashes.indexOf(sha256);
      const message = `Image ${image} has the same bytes as image ${first}.`;
      return first < image ? [{ message, image }] : [];
    });
  },
};

/** A step whose images all were there before, encoded again or in another light. */
export const SAME_PICTURE: FaceRule = {
  code: 'same-picture',
  needs: 'faces',
  outcome: 'not-live',
  description:
    'A gesture is shown by a picture that was there before, encoded again or in another light. Not for blinks.',
  measures: 'difference of the two meshes, in distances between the eye corners',
  limits: `≥ ${SAME_SHAPE}; ≥ ${OTHER_SHAPE} where the grey values are alike too`,
  find: ({ steps }) =>
    steps.flatMap(({ asked: gesture, images, number: step, repeats }) => {
      if (!gesture || GESTURES[gesture].mayGoUnseen || !repeats) return [];
      const { image: earlier, limit, measured } = repeats;
      const message = `Step ${step} (${gesture}) shows the picture of image ${earlier} again.`;
      return [{ message, step, image: images[0] ?? 0, gesture, measured, limit }];
    }),
};
