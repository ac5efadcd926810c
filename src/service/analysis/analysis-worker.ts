import { Piscina } from 'piscina';
import sharp from 'sharp';
import type { Analysis, AnalysisRequest } from './analysis.ts';
import { decodeImage, ImageRefused } from './faces/decode-image.ts';
import { createImageInspector, type ImageFindings } from './faces/image-inspector.ts';
import { loadPassiveDetector } from './passive/load-passive-detector.ts';
import type { PassiveFrame, PassiveOptions } from './passive/passive-detector.ts';
import { passiveFrameOf } from './passive/passive-frame.ts';
import { evidenceOf, type WayFrame } from './verdict/evidence.ts';
import { judge } from './verdict/judge.ts';
import { PACED_RULES, UNPACED_RULES } from './verdict/rule-lists.ts';
import { passiveScoreOf } from './verdict/rules/passive-score.ts';
import { splitWays, type UnseenWayFrame } from './verdict/split-ways.ts';

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
    const { judged, way } = splitWays(request);
    const findings: ImageFindings[] = [];
    for (const image of judged.images) {
      findings.push(await inspector.inspect(image, request.autoOrientation));
    }
    const evidence = evidenceOf(judged, findings, await lookAtWays(way, request));
    const rules = request.paced ? PACED_RULES : UNPACED_RULES;
    const analysis = judge(evidence, rules);
    if (!detector || !passive || analysis.status !== 'success') return { analysis };
    const score = await detector(await framesOf(judged, findings));
    return {
      analysis: judge({ ...evidence, passive: passiveScoreOf(score, passive.minimum) }, rules),
    };
  } catch (error) {
    if (error instanceof ImageRefused) return { refusal: error.message };
    throw error;
  }
}

/** One after the other, as the images are. */
async function lookAtWays(
  way: readonly UnseenWayFrame[],
  { autoOrientation }: AnalysisRequest,
): Promise<WayFrame[]> {
  const frames: WayFrame[] = [];
  for (const { jpeg, ...frame } of way) {
    frames.push({ ...frame, findings: await inspector.inspectWay(jpeg, autoOrientation) });
  }
  return frames;
}

/** What a passive detector looks at. The images are decoded once more: the inspector keeps no pictures. */
async function framesOf(
  { images, autoOrientation, paced }: AnalysisRequest,
  findings: readonly ImageFindings[],
): Promise<PassiveFrame[]> {
  const frames: PassiveFrame[] = [];
  for (const [index, image] of images.entries()) {
    const face = findings[index]?.face;
    if (!face) continue;
    const picture = await decodeImage(image, autoOrientation);
    frames.push(passiveFrameOf(picture, face.points, paced?.[index]?.shows));
  }
  return frames;
}
