import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, test } from 'node:test';
import type { AnalysisRequest } from '../../../src/service/analysis/analysis.ts';
import { createAnalyst } from '../../../src/service/analysis/create-analyst.ts';
import { ImageRefused } from '../../../src/service/analysis/faces/decode-image.ts';
import { buildFaceModel } from '../../../tools/face-model/build-face-model.ts';

const request = (...images: Uint8Array[]): AnalysisRequest => ({
  images,
  livenessThreshold: 0.7,
  autoOrientation: false,
  mainFaceOnly: false,
});
const fixture = (name: string) =>
  readFile(new URL(`../../fixtures/faces/${name}.jpg`, import.meta.url));

describe('the analyst', async () => {
  await buildFaceModel();
  const analyst = await createAnalyst();
  after(() => analyst.close());
  const analyse = async (...names: string[]) =>
    analyst.analyse(request(...(await Promise.all(names.map(fixture)))));

  test('finds a session of three gestures live', async () => {
    const analysis = await analyse('neutral', 'turn-left', 'smile', 'nod-up');
    assert.equal(analysis.status, 'success');
    assert.ok(analysis.status === 'success' && analysis.live && analysis.liveness >= 0.7);
  });

  test('does not take a blink for the neutral picture sent again', async () => {
    const analysis = await analyse('neutral', 'blink', 'turn-right', 'nod-down');
    assert.ok(analysis.status === 'success' && analysis.live);
    assert.ok(
      analysis.measurements.some(({ gesture, image }) => image === 1 && gesture === 'blink'),
    );
  });

  test('finds one lone image not live', async () => {
    const analysis = await analyse('neutral');
    assert.ok(analysis.status === 'success' && !analysis.live && analysis.liveness === 0);
  });

  test('finds the same picture four times not live', async () => {
    const analysis = await analyse('neutral', 'neutral', 'neutral', 'neutral');
    assert.ok(analysis.status === 'success' && !analysis.live && analysis.liveness === 0);
  });

  test('finds nobody, and two people', async () => {
    const messageOf = async (name: string) => {
      const analysis = await analyse('neutral', name);
      return analysis.status === 'incompleted' ? analysis.message : analysis.status;
    };
    assert.equal(await messageOf('nobody'), 'No face detected');
    assert.equal(await messageOf('two-people'), 'Multiple faces are detected');
  });

  test('refuses bytes that are no JPEG, and takes the next job', async () => {
    await assert.rejects(analyst.analyse(request(Buffer.from('not a picture'))), ImageRefused);
    assert.equal((await analyse('neutral')).status, 'success');
  });
});

describe('a thread', async () => {
  /** Does what the first image's first byte says: see the file. */
  const workerUrl = new URL('./obedient-worker.ts', import.meta.url);
  const [ANSWER, DIE, THROW, HANG] = [0, 1, 2, 3].map((code) => request(Uint8Array.of(code)));
  const analyst = await createAnalyst({ workerUrl, jobLimitMs: 5000 });
  after(() => analyst.close());
  const answer = { status: 'incompleted', message: 'answered', faults: [], measurements: [] };

  test('that dies is replaced; its job rejects', async () => {
    await assert.rejects(analyst.analyse(DIE as AnalysisRequest), /exited/);
    assert.deepEqual(await analyst.analyse(ANSWER as AnalysisRequest), answer);
  });

  test('that throws keeps working; its job rejects', async () => {
    await assert.rejects(analyst.analyse(THROW as AnalysisRequest), /broken model/);
    assert.deepEqual(await analyst.analyse(ANSWER as AnalysisRequest), answer);
  });

  test('that hangs is replaced when the limit is over', async () => {
    const hasty = await createAnalyst({ workerUrl, jobLimitMs: 2000 });
    await assert.rejects(hasty.analyse(HANG as AnalysisRequest), { name: 'AbortError' });
    assert.deepEqual(await hasty.analyse(ANSWER as AnalysisRequest), answer);
    await hasty.close();
  });

  test('may take longer to load its models than a job may take', async () => {
    const slow = new URL('./slow-start-worker.ts', import.meta.url);
    const patient = await createAnalyst({ workerUrl: slow, jobLimitMs: 200 });
    assert.deepEqual(await patient.analyse(ANSWER as AnalysisRequest), answer);
    await patient.close();
  });

  test('whose analyst is closed ends; later jobs reject', async () => {
    const closing = await createAnalyst({ workerUrl });
    await closing.close();
    await assert.rejects(closing.analyse(ANSWER as AnalysisRequest), /closed/);
  });

  test('that cannot load its models makes the analyst reject', async () => {
    const missing = new URL('./no-such-worker.ts', import.meta.url);
    await assert.rejects(createAnalyst({ workerUrl: missing }), /no-such-worker/);
  });
});
