import { Piscina } from 'piscina';
import sharp from 'sharp';
import type { Analysis, AnalysisRequest } from './analysis.ts';
import { decodeImage, ImageRefused } from './decode-image.ts';
import { createImageInspector, type ImageFindings } from './image-inspector.ts';
import { judgeEvidence } from './judge-evidence.ts';
import { judgePacedSession } from './judge-paced-session.ts';
import { loadPassiveDetector, type PassiveFrame, type PassiveOptions } from './passive-detector.ts';
import { passiveFrameOf, withPassiveScore } from './passive-score.ts';

/** What the thread answers. Error classes do not survive the way between threads, so a refusal is an answer. */
export type WorkerAnswer = { readonly analysis: Analysis } | { readonly refusal: string };

// One image at a time, and nothing of it kept: the thread is the unit of concurrency.
sharp.concurrency(1);
sharp.cache(false);

const inspector = await createImageInspector();
const passive = Piscina.workerData as PassiveOptions | undefined;
const detector = passive && (await loadPassiveDetector(passive.module));

/** Runs in a thread of its own, which owns the models. `undefined` asks for nothing but that they are loaded. */
export default async function analyse(
  request: AnalysisRequest | undefined,
): Promise<WorkerAnswer | undefined> {
  if (!request) return undefined;
  try {
    const findings: ImageFindings[] = [];
    for (const image of request.images) {
      findings.push(await inspector.inspect(image, request.autoOrientation));
    }
    const analysis = request.paced
      ? judgePacedSession(findings, request.paced, request)
      : judgeEvidence(findings, request);
    return { analysis: await judgePassively(analysis, findings, request) };
  } catch (error) {
    if (error instanceof ImageRefused) return { refusal: error.message };
    throw error;
  }
}

/** Asks the operator's detector, when there is one. The images are decoded once more: the inspector keeps no pictures. */
async function judgePassively(
  analysis: Analysis,
  findings: readonly ImageFindings[],
  { images, autoOrientation, livenessThreshold, paced }: AnalysisRequest,
): Promise<Analysis> {
  if (!detector || !passive || analysis.status !== 'success') return analysis;
  const frames: PassiveFrame[] = [];
  for (const [index, image] of images.entries()) {
    const face = findings[index]?.face;
    if (!face) continue;
    const picture = await decodeImage(image, autoOrientation);
    frames.push(passiveFrameOf(picture, face.points, paced?.[index]?.shows));
  }
  const score = await detector(frames);
  return withPassiveScore(analysis, score, { minimum: passive.minimum, livenessThreshold });
}
