import { DEFAULT_LIVENESS_THRESHOLD, submitRequestSchema } from '../../submission/wire.ts';
import type { AnalysisRequest } from '../analysis/analysis.ts';
import type { Settings } from '../settings.ts';
import { parseJson, requireShape } from './read-body.ts';
import { readImage } from './read-image.ts';
import { type Fault, Refusal } from './refusal.ts';

/** What a submission is held to. */
export type SubmissionLimits = Pick<Settings, 'maxImages' | 'minImageSidePx' | 'maxImageSidePx'>;

/**
 * Turns the body of a submission into what the analysis is asked.
 * @throws Refusal `bad-request` for JSON of another shape or too many images, `invalid-image` for what is not a JPEG
 *   within the limits; each names the place and never quotes the body.
 */
export async function readSubmission(
  text: string,
  limits: SubmissionLimits,
): Promise<AnalysisRequest> {
  const body = parseJson(text);
  refuseTooManyImages(body, limits.maxImages);
  const { additional_params: params = {}, images } = requireShape(submitRequestSchema, body);
  return {
    images: await readImages(images, limits),
    livenessThreshold: params.liveness_threshold ?? DEFAULT_LIVENESS_THRESHOLD,
    autoOrientation: params.auto_orientation ?? false,
    mainFaceOnly: params.get_main_face ?? false,
  };
}

/** Comes before the schema, which would walk millions of empty strings and report each. */
function refuseTooManyImages(body: unknown, maxImages: number): void {
  const images = typeof body === 'object' && body !== null && 'images' in body && body.images;
  if (!Array.isArray(images) || images.length <= maxImages) return;
  throw new Refusal('bad-request', 'Too many images', [
    { path: 'images', message: `Expected at most ${maxImages} images` },
  ]);
}

async function readImages(
  dataUris: readonly string[],
  limits: SubmissionLimits,
): Promise<Uint8Array[]> {
  const images: Uint8Array[] = [];
  const faults: Fault[] = [];
  // One after the other: a submission must not take all of sharp's threads from the analysis.
  for (const [index, dataUri] of dataUris.entries()) {
    const reading = await readImage(dataUri, limits);
    if ('jpeg' in reading) images.push(reading.jpeg);
    else faults.push({ path: `images.${index}`, message: reading.fault });
  }
  if (faults.length > 0) {
    throw new Refusal('invalid-image', 'An image is not as the contract asks', faults);
  }
  return images;
}
