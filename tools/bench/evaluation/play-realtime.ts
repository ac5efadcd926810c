import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { GestureName } from '../../../src/challenge/gesture.ts';
import { findBrowser } from '../../browser.ts';
import type { LabelledClip } from './labelled-clip.ts';
import type { ShownState } from './realtime-page.ts';
import { openTrackingBrowser, originOf, serveSources } from './tracking-browser.ts';

/** What the whole element made of a clip in real time. */
export interface RealtimeRun {
  readonly clip: string;
  readonly gesture: GestureName;
  readonly shown: readonly ShownState[];
}

/** Chromium plays a file of JPEG images at this rate, whatever was filmed. */
const FAKE_CAMERA_FRAMES_PER_SECOND = 30;
const PAGE_MODULE = '/tools/bench/evaluation/realtime-page.ts';

/**
 * Plays each clip, looped, as the camera of a browser, through the real getUserMedia, and lets the element ask for each
 * gesture that is labelled in it. Frames are dropped as on a real machine, so two runs differ.
 */
export async function playRealtime(
  clips: readonly LabelledClip[],
  onRun: (run: RealtimeRun) => void,
): Promise<RealtimeRun[]> {
  const runs: RealtimeRun[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'nodeflux-evaluate-'));
  const server = await serveSources();
  try {
    for (const clip of clips) {
      const cameraFile = join(folder, `${clip.name}.mjpeg`);
      const frames = await decodeFrames(clip);
      await writeFile(cameraFile, Buffer.concat(atCameraRate(frames, clip.framesPerSecond)));
      const patienceS = Math.max(15, (3 * frames.length) / clip.framesPerSecond);
      for (const gesture of new Set(clip.actions.map(({ name }) => name))) {
        const url = `${originOf(server)}/evaluate`;
        const shown = await playToElement(url, cameraFile, gesture, patienceS);
        const run = { clip: clip.name, gesture, shown };
        onRun(run);
        runs.push(run);
      }
      await rm(cameraFile);
    }
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
  return runs;
}

/** Repeats or leaves out frames, so that the camera's fixed rate shows them in their own time. */
export function atCameraRate<Frame>(
  frames: readonly Frame[],
  framesPerSecond: number,
): readonly Frame[] {
  const count = Math.round((frames.length * FAKE_CAMERA_FRAMES_PER_SECOND) / framesPerSecond);
  return Array.from({ length: count }, (_, index) => {
    const nearest = Math.floor((index * framesPerSecond) / FAKE_CAMERA_FRAMES_PER_SECOND);
    return frames[nearest] as Frame;
  });
}

async function decodeFrames(clip: LabelledClip): Promise<readonly Buffer[]> {
  const browser = await openTrackingBrowser();
  try {
    return await browser.decode(clip);
  } finally {
    await browser.close();
  }
}

/** The capture file belongs to the browser's command line: one browser for each run. */
async function playToElement(
  url: string,
  cameraFile: string,
  gesture: GestureName,
  patienceS: number,
): Promise<readonly ShownState[]> {
  const launch = await findBrowser();
  const browser = await chromium.launch({
    ...launch,
    args: [
      ...launch.args,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${cameraFile}`,
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.on('pageerror', (error) => console.error(`in the browser: ${error.message}`));
    await page.route('**/v1/analytics/face-liveness', (route) =>
      route.fulfill({ status: 202, json: { ok: true, job_id: 'evaluation' } }),
    );
    await page.goto(url);
    return await page.evaluate<readonly ShownState[]>(
      `import('${PAGE_MODULE}').then((page) => page.runCheck('${gesture}', ${patienceS}))`,
    );
  } finally {
    await browser.close();
  }
}

/** One line for each run: what was shown, and when. */
export function formatRun({ clip, gesture, shown }: RealtimeRun): string {
  const seen = shown.some(({ name }) => name.startsWith('seen'));
  const states = shown.map(({ atS, name }) => `${atS.toFixed(1)} ${name}`).join(' → ');
  return `${clip}: ${gesture} ${seen ? 'seen' : 'NOT SEEN'}: ${states}`;
}
