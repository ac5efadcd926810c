import type { RandomBytes } from '../auth/submission-token.ts';
import type { ClaimedJob } from './job.ts';
import type { KeptImages, SealedImages } from './kept-images.ts';
import { readImageKey, sealImage, unsealImage } from './seal-images.ts';

/**
 * Makes what encrypts the images of a finished job, when they are kept at all.
 * @throws Error when they are to be kept and there is no key, or a wrong one.
 */
export function createSeal(
  keepImagesMs: number,
  imageKey: string | undefined,
  now: () => number,
  random: RandomBytes,
): (job: ClaimedJob) => SealedImages | undefined {
  if (keepImagesMs === 0) return () => undefined;
  if (!imageKey) throw new Error('Images are kept encrypted only: set NODEFLUX_IMAGE_KEY.');
  const key = readImageKey(imageKey);
  return ({ id: jobId, request }) => ({
    images: request.images.map((jpeg, position) =>
      sealImage(jpeg, { jobId, position }, key, random),
    ),
    deleteAtMs: now() + keepImagesMs,
  });
}

/**
 * Makes what opens the kept images of a job, in the order sent; none where none are kept, or there is no key.
 * @throws Error when the key is of another shape; what it makes rejects when the images were kept with another key
 */
export function createImageOpener(
  kept: KeptImages,
  imageKey: string | undefined,
): (jobId: string) => Promise<readonly Buffer[]> {
  if (!imageKey) return async () => [];
  const key = readImageKey(imageKey);
  return async (jobId) =>
    (await kept.list(jobId)).map((sealed, position) =>
      unsealImage(sealed, { jobId, position }, key),
    );
}
