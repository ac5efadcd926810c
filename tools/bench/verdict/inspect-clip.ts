import { GESTURES } from '../../../src/challenge/gesture.ts';
import type {
  ImageFindings,
  ImageInspector,
} from '../../../src/service/analysis/faces/image-inspector.ts';
import { decodeWithFfmpeg } from '../evaluation/decode-clip.ts';
import type { LabelledClip } from '../evaluation/labelled-clip.ts';

/** A frame of a clip, and what the service sees in it. */
export interface InspectedFrame {
  readonly atS: number;
  readonly findings: ImageFindings;
}

/** A clip, looked at by the service's own models. */
export interface InspectedClip {
  readonly clip: LabelledClip;
  readonly frames: readonly InspectedFrame[];
}

/** Between two frames that are looked at: gestures are slow, but for those that close and reopen, of which every frame counts. */
const STEP_S = 0.2;

/**
 * Looks at five frames a second, and at every frame of a gesture that closes and reopens.
 * @throws Error when there is no ffmpeg, or it refuses the clip
 */
export async function inspectClip(
  inspector: ImageInspector,
  clip: LabelledClip,
): Promise<InspectedClip> {
  const images = await decodeWithFfmpeg(clip.path, clip.framesPerSecond);
  if (!images) throw new Error('ffmpeg is needed to take the clips apart.');
  const every = Math.max(1, Math.round(STEP_S * clip.framesPerSecond));
  const closings = clip.actions.filter(({ name }) => GESTURES[name].course.kind === 'closing');
  const frames: InspectedFrame[] = [];
  for (const [index, image] of images.entries()) {
    const atS = index / clip.framesPerSecond;
    const isInClosing = closings.some(({ fromS, toS }) => atS >= fromS && atS <= toS);
    if (index % every !== 0 && !isInClosing) continue;
    frames.push({ atS, findings: await inspector.inspect(image, false) });
  }
  return { clip, frames };
}
