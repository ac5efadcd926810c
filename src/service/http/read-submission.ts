import { createHash } from 'node:crypto';
import { pacedSubmitRequestSchema, type StepCommit } from '../../submission/session-wire.ts';
import { DEFAULT_LIVENESS_THRESHOLD } from '../../submission/wire.ts';
import type { AnalysisRequest } from '../analysis/analysis.ts';
import type { ArrivedFrame } from '../sessions/finish-session.ts';
import type { Settings } from '../settings.ts';
import { parseJson, requireShape } from './read-body.ts';
import { type ImageReading, readImage } from './read-image.ts';
import { type Fault, Refusal } from './refusal.ts';

/** What a submission is held to. */
export type SubmissionLimits = Pick<
  Settings,
  'maxImages' | 'minImageSidePx' | 'maxImageSidePx' | 'minThreshold'
>;

/** A submission: what the analysis is asked and, in a paced session, what the last step commits to. */
export interface SubmissionReading {
  readonly request: AnalysisRequest;
  /** The images, as a paced session knows them. */
  readonly frames: readonly ArrivedFrame[];
  readonly commit: StepCommit | undefined;
}

/**
 * Reads the body of a submission.
 * @throws Refusal `bad-request` for JSON of another shape or too many images, `invalid-image` for what is not a JPEG
 *   within the limits; each names the place and never quotes the body.
 */
export async function readSubmission(
  text: string,
  limits: SubmissionLimits,
): Promise<SubmissionReading> {
  const body = parseJson(text);
  refuseTooManyImages(body, limits.maxImages);
  const {
    additional_params: params = {},
    images,
    session,
  } = requireShape(pacedSubmitRequestSchema, body);
  const read = await readImages(images, limits);
  return {
    request: {
      images: read.map(({ jpeg }) => jpeg),
      // A client may be the attacker's: it can ask for more certainty, not for less.
      livenessThreshold: Math.max(
        params.liveness_threshold ?? DEFAULT_LIVENESS_THRESHOLD,
        limits.minThreshold,
      ),
      autoOrientation: params.auto_orientation ?? false,
      mainFaceOnly: params.get_main_face ?? false,
    },
    frames: read.map(({ jpeg, widthPx, heightPx }) => ({
      sha256: createHash('sha256').update(jpeg).digest('hex'),
      widthPx,
      heightPx,
    })),
    commit: session,
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
): Promise<Extract<ImageReading, { jpeg: Buffer }>[]> {
  const images: Extract<ImageReading, { jpeg: Buffer }>[] = [];
  const faults: Fault[] = [];
  // One after the other: a submission must not take all of sharp's threads from the analysis.
  for (const [index, dataUri] of dataUris.entries()) {
    const reading = await readImage(dataUri, limits);
    if ('jpeg' in reading) images.push(reading);
    else faults.push({ path: `images.${index}`, message: reading.fault });
  }
  if (faults.length > 0) {
    throw new Refusal('invalid-image', 'An image is not as the contract asks', faults);
  }
  return images;
}
