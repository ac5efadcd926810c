import type { FaceRule } from '../rule.ts';

/** Where the operator wants no virtual cameras. By name only: whoever renames theirs escapes, so that this proves nothing. */
export const VIRTUAL_CAMERA: FaceRule = {
  code: 'virtual-camera',
  needs: 'faces',
  outcome: 'not-live',
  description:
    'A virtual camera took the image, by its name. Only with `--cameras refuse-virtual`; a hint, and no proof.',
  find: ({ refusesVirtualCameras, session }) =>
    refusesVirtualCameras && session
      ? session.cameras.flatMap((camera, image) =>
          camera === 'virtual'
            ? [{ message: `Image ${image} is of a virtual camera.`, image }]
            : [],
        )
      : [],
};
