import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { pacedSubmitRequestSchema, type StepCommit } from '../../submission/session-wire.ts';
import { DEFAULT_LIVENESS_THRESHOLD } from '../../submission/wire.ts';
import type { AnalysisRequest } from '../analysis/analysis.ts';
import type { ArrivedFrame } from '../sessions/finish-session.ts';
import type { Settings } from '../settings.ts';
import { requireShape } from './read-body.ts';
import { MAX_SUBMISSION_DECODED_PIXELS, type ReadImage, readJpeg } from './read-image.ts';
import type { ArrivedSubmission } from './receive-submission.ts';
import { invalidImage } from './submission-parser.ts';

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

/** The body, after the parser has put the bytes of each image in the place of its data URI. */
const parsedSubmissionSchema = v.object({
  ...pacedSubmitRequestSchema.entries,
  images: v.pipe(v.array(v.instance(Buffer)), v.minLength(1)),
});

/**
 * Reads the body of a submission.
 * @throws Refusal `bad-request` for JSON of another shape or too many images, `invalid-image` for what is not a JPEG
 *   within the limits; each names the first place that is at fault and never quotes the body.
 */
export function readSubmission(
  arrived: ArrivedSubmission,
  limits: SubmissionLimits,
): SubmissionReading {
  const {
    additional_params: params,
    images,
    session,
  } = requireShape(parsedSubmissionSchema, arrived.read());
  const read = readImages(images, limits);
  return {
    request: {
      images: read.map(({ jpeg }) => jpeg),
      // A client may be the attacker's: it can ask for more certainty, not for less.
      livenessThreshold: Math.max(
        params?.liveness_threshold ?? DEFAULT_LIVENESS_THRESHOLD,
        limits.minThreshold,
      ),
      autoOrientation: params?.auto_orientation ?? false,
      mainFaceOnly: params?.get_main_face ?? false,
    },
    frames: read.map(({ jpeg, widthPx, heightPx }) => ({
      sha256: createHash('sha256').update(jpeg).digest('hex'),
      widthPx,
      heightPx,
    })),
    commit: session,
  };
}

function readImages(jpegs: readonly Buffer[], limits: SubmissionLimits): readonly ReadImage[] {
  let decodedPixels = 0;
  return jpegs.map((jpeg, index) => {
    const reading = readJpeg(jpeg, limits);
    if ('fault' in reading) throw invalidImage(`images.${index}`, reading.fault);
    decodedPixels += reading.decodedPixels;
    if (decodedPixels > MAX_SUBMISSION_DECODED_PIXELS) {
      const most = `Expected at most ${MAX_SUBMISSION_DECODED_PIXELS} pixels in all images together`;
      throw invalidImage(`images.${index}`, most);
    }
    return reading;
  });
}
