import sharp from 'sharp';
import type { Analysis, AnalysisRequest } from './analysis.ts';
import { ImageRefused } from './decode-image.ts';
import { createImageInspector, type ImageFindings } from './image-inspector.ts';
import { judgeEvidence } from './judge-evidence.ts';

/** What the thread answers. Error classes do not survive the way between threads, so a refusal is an answer. */
export type WorkerAnswer = { readonly analysis: Analysis } | { readonly refusal: string };

// One image at a time, and nothing of it kept: the thread is the unit of concurrency.
sharp.concurrency(1);
sharp.cache(false);

const inspector = await createImageInspector();

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
    return { analysis: judgeEvidence(findings, request) };
  } catch (error) {
    if (error instanceof ImageRefused) return { refusal: error.message };
    throw error;
  }
}
