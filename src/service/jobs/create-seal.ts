import type { RandomBytes } from '../auth/submission-token.ts';
import type { ClaimedJob } from './job.ts';
import type { SealedImages } from './kept-images.ts';
import { readImageKey, sealImage } from './seal-images.ts';

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
