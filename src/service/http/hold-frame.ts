import { createHash } from 'node:crypto';
import type { EvidenceFrame, StepCommit } from '../../submission/session-wire.ts';
import { ImageRefused } from '../analysis/faces/decode-image.ts';
import { requirePictures } from '../analysis/faces/require-pictures.ts';
import type { StoredToken } from '../auth/submission-token.ts';
import { isFrame } from '../sessions/finish-session.ts';
import type { Settings } from '../settings.ts';
import type { RouteDependencies } from './environment.ts';
import { countKeptBytes } from './limit-requests.ts';
import { readJpeg } from './read-image.ts';
import { Refusal } from './refusal.ts';

/** A frame of a session whose bytes are what was committed to. */
export interface ReadFrame {
  readonly sha256: string;
  readonly jpeg: Uint8Array;
  /** What decoding costs. */
  readonly decodedPixels: number;
}

type SizeLimits = Pick<Settings, 'minImageSidePx' | 'maxImageSidePx'>;

/** Four times what a page sends, 320 px on the long side in one scan. */
const MOST_SMALL_PIXELS = 409_600;
/** Beyond a byte for each pixel, which only noise needs: a frame of a page has a seventh of that. */
const FRAME_METADATA_BYTES = 65_536;

/**
 * Reads a frame that was committed to, as far as its header.
 * @throws Refusal `invalid-image`, and `evidence-invalid` when it is not the frame that was named
 */
export function readFrame(jpeg: Buffer, frame: EvidenceFrame, limits: SizeLimits): ReadFrame {
  const sha256 = createHash('sha256').update(jpeg).digest('hex');
  const reading = readJpeg(jpeg, limits);
  if ('fault' in reading) throw new Refusal('invalid-image', reading.fault);
  if (!isFrame({ sha256, ...reading }, frame)) {
    throw new Refusal('evidence-invalid', 'The image is not the one that was committed to');
  }
  if (jpeg.byteLength > FRAME_METADATA_BYTES + reading.widthPx * reading.heightPx) {
    throw new Refusal('invalid-image', 'Expected at most one byte for each pixel of a frame');
  }
  return { sha256, jpeg, decodedPixels: reading.decodedPixels };
}

/**
 * Reads the small frames that came with a commitment, all but the clearest, in its order, and looks at them as far as a
 * process without models can.
 * @throws Refusal `evidence-invalid` when there are more or fewer, `invalid-image` for what is no picture, otherwise as
 *   {@link readFrame}
 */
export async function readSmallFrames(
  { frames }: StepCommit,
  base64: readonly string[],
  limits: SizeLimits,
): Promise<ReadFrame[]> {
  const small = frames.slice(0, -1);
  if (base64.length !== small.length) {
    throw new Refusal('evidence-invalid', 'Expected every frame of the step but the last');
  }
  const read = small.map((frame, i) => {
    const one = readFrame(Buffer.from(base64[i] ?? '', 'base64'), frame, limits);
    if (one.decodedPixels <= MOST_SMALL_PIXELS) return one;
    const most = `Expected at most ${MOST_SMALL_PIXELS} pixels in a small frame, each scan counted`;
    throw new Refusal('invalid-image', most);
  });
  await requirePictures(read.map(({ jpeg }) => jpeg)).catch((error: unknown) => {
    throw error instanceof ImageRefused ? new Refusal('invalid-image', error.message) : error;
  });
  return read;
}

/** Keeps a frame until its session ends; one that is kept already is not counted again. */
export async function holdFrame(
  token: StoredToken,
  { sha256, jpeg }: ReadFrame,
  dependencies: Pick<RouteDependencies, 'settings' | 'store'> &
    Parameters<typeof countKeptBytes>[2],
): Promise<void> {
  const { sessions } = dependencies.store;
  const { tokenHash } = token;
  const before = await sessions.frameHashes(tokenHash);
  if (before.includes(sha256)) return;
  await countKeptBytes(token, jpeg.byteLength, dependencies);
  await sessions.keepFrame(tokenHash, { sha256, jpeg });
}
