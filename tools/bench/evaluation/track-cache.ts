import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { FACE_LANDMARKER_TASK, SMALL_WASM_FILE } from '../../../src/face/asset-manifest.ts';
import type { FaceSignals } from '../../../src/face/face-signals.ts';
import { buildFaceModel } from '../../face-model/build-face-model.ts';
import { PROJECT_ROOT } from '../../face-model/pinned-file.ts';
import type { LabelledClip } from './labelled-clip.ts';
import { openTrackingBrowser, type TrackingBrowser } from './tracking-browser.ts';

const CACHE = join(PROJECT_ROOT, 'node_modules/.cache/nodeflux-liveness/tracks');
const GRAPH_SOURCE = join(PROJECT_ROOT, 'src/face/face-graph.ts');

/** A clip and what the face tracker said of each of its frames. */
export interface TrackedClip {
  readonly clip: LabelledClip;
  readonly track: readonly FaceSignals[];
}

/**
 * The tracks of the clips. What is not cached yet is tracked now, in a browser that is opened only then.
 * The cache is keyed by the clip, the model, the wasm and the sources that the face graph is made of.
 */
export async function trackClips(
  clips: readonly LabelledClip[],
  onTracked: (clip: LabelledClip, frames: number) => void = () => undefined,
): Promise<TrackedClip[]> {
  await buildFaceModel();
  const trackerHash = hash([
    FACE_LANDMARKER_TASK.sha256,
    SMALL_WASM_FILE.sha256,
    ...sourcesFrom(GRAPH_SOURCE).map((path) => readFileSync(path)),
  ]);
  let browser: TrackingBrowser | undefined;
  const tracked: TrackedClip[] = [];
  try {
    for (const clip of clips) {
      const key = hash([trackerHash, await readFile(clip.path), String(clip.framesPerSecond)]);
      const path = join(CACHE, `${clip.name}-${key.slice(0, 16)}.json`);
      if (existsSync(path)) {
        tracked.push({ clip, track: JSON.parse(await readFile(path, 'utf8')) as FaceSignals[] });
        continue;
      }
      browser ??= await openTrackingBrowser();
      const track = await browser.track(clip);
      await mkdir(CACHE, { recursive: true });
      await writeFile(`${path}.part`, JSON.stringify(track));
      await rename(`${path}.part`, path);
      onTracked(clip, track.length);
      tracked.push({ clip, track });
    }
  } finally {
    await browser?.close();
  }
  return tracked;
}

/** A source file and everything that it imports by a relative path, sorted. Types change nothing, and are left out. */
export function sourcesFrom(entry: string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const imports = readFileSync(path, 'utf8').matchAll(
      /^import (?!type\b)[^;]*?from '(\.[^']+\.ts)';/gms,
    );
    for (const [, target = ''] of imports) visit(resolve(dirname(path), target));
  };
  visit(entry);
  return [...found].sort((a, b) => a.localeCompare(b));
}

function hash(parts: readonly (Buffer | string)[]): string {
  const sha256 = createHash('sha256');
  for (const part of parts) sha256.update(part).update('\0');
  return sha256.digest('hex');
}

/** The clip as a slower camera would have taken it: every n-th frame. */
export function everyNth({ clip, track }: TrackedClip, n: number): TrackedClip {
  return {
    clip: { ...clip, framesPerSecond: clip.framesPerSecond / n },
    track: track.filter((_, index) => index % n === 0),
  };
}
