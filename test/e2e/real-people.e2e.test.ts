/**
 * Whole checks with recordings of real people as the camera, through the browser's own getUserMedia.
 * The clips are not part of the project: without them, or without ffmpeg, these tests are skipped.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import type { GestureName } from '../../src/challenge/gesture.ts';
import { startDemoStage } from '../../tools/demo-stage.ts';
import { runCheck } from './run-check.ts';

const CLIPS = resolve(import.meta.dirname, '../../../shared/clips');

const PEOPLE: readonly { clip: string; gestures: readonly GestureName[] }[] = [
  { clip: 'real_p01_open_mouth', gestures: ['open-mouth'] },
  { clip: 'real_p10_smile_blink', gestures: ['smile', 'blink'] },
  { clip: 'real_p01_turns', gestures: ['turn-left', 'turn-right'] },
  { clip: 'real_p01_nods', gestures: ['nod-up', 'nod-down'] },
];

describe('real people before the camera', () => {
  const skip = reasonToSkip();
  for (const { clip, gestures } of PEOPLE) {
    it(`${clip}: ${gestures.join(' and ')} reach a result`, { skip }, async (t) => {
      const folder = await mkdtemp(join(tmpdir(), 'liveness-clip-'));
      t.after(() => rm(folder, { recursive: true, force: true }));
      const capture = join(folder, 'camera.mjpeg');
      const clipFile = join(CLIPS, `${clip}.mp4`);
      execFileSync('ffmpeg', ['-v', 'error', '-i', clipFile, '-q:v', '2', capture]);
      const stage = await startDemoStage([`--use-file-for-fake-video-capture=${capture}`], {
        // A recording does what it does, whatever is asked.
        pacing: 'off',
      });
      t.after(() => stage.close());

      const { page } = await stage.open('/');
      // The clip plays in a loop and does not wait to be asked.
      const outcome = await runCheck(page, {
        gestures,
        pacing: 'off',
        // A second round of the loop would show the service the same pictures again, which it refuses.
        gestureCount: gestures.length,
        gestureTolerance: 30_000,
        timeout: 120_000,
      });
      const seen = `${outcome.gestures.join(', ')} in ${(outcome.tookMs / 1000).toFixed(1)} s`;
      t.diagnostic(`${clip}: ${seen}; ${JSON.stringify(stage.verdicts.at(-1)?.verdict)}`);
      const done = outcome.gestures.slice(-gestures.length);
      assert.deepEqual(new Set(done), new Set(gestures), outcome.says);
      assert.deepEqual(outcome.images, outcome.images.length ? ['neutral', ...done] : []);
      assert.equal(stage.verdicts.at(-1)?.verdict.status, 'judged');
    });
  }
});

function reasonToSkip(): string | false {
  if (!existsSync(join(CLIPS, 'manifest.json'))) return 'the clips are not on this machine';
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return false;
  } catch {
    return 'ffmpeg is not on this machine';
  }
}
