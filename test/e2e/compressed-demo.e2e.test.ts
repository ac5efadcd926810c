import assert from 'node:assert/strict';
import { get, type IncomingMessage } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { FACE_LANDMARKER_TASK, SMALL_WASM_FILE } from '../../src/face/asset-manifest.ts';
import type { NodefluxLiveness } from '../../src/index.ts';
import { type DemoStage, startDemoStage } from '../../tools/demo-stage.ts';

const FILES = [SMALL_WASM_FILE, FACE_LANDMARKER_TASK];

/** Node's `fetch` would decode in secret. */
async function ask(
  url: string,
  headers: Record<string, string>,
): Promise<{ response: IncomingMessage; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ response, bytes }));
    }).on('error', reject);
  });
}

describe('the demo, compressed', () => {
  let stage: DemoStage;
  before(async () => {
    stage = await startDemoStage();
  });
  after(() => stage?.close());

  for (const { fileName, bytes: packedBytes } of FILES) {
    it(`serves ${fileName} as it was packed, not packed again, and for ever`, async () => {
      const url = `${stage.url}/src/face/assets/${fileName}`;
      const { response, bytes } = await ask(url, { 'accept-encoding': 'gzip, br' });
      assert.equal(response.headers['content-encoding'], undefined);
      assert.equal(Number(response.headers['content-length']), packedBytes);
      assert.equal(bytes, packedBytes);
      assert.equal(response.headers['cache-control'], 'public, max-age=31536000, immutable');

      const known = { 'if-none-match': String(response.headers.etag) };
      const again = await ask(url, known);
      assert.equal(again.response.statusCode, 304);
      assert.equal(again.bytes, 0);
    });
  }

  it('serves its scripts compressed', async () => {
    for (const path of ['/', '/demo/demo.ts', '/src/face/tracker-worker.ts']) {
      const { response } = await ask(stage.url + path, { 'accept-encoding': 'br' });
      assert.equal(response.headers['content-encoding'], 'br', path);
      assert.match(String(response.headers.vary), /Accept-Encoding/, path);
    }
  });

  it('has preload() count the bytes on the wire', async () => {
    const { page, close } = await stage.open();
    const steps = await page.evaluate(async () => {
      const told: [loadedBytes: number, totalBytes: number][] = [];
      const element = document.createElement('nodeflux-liveness') as NodefluxLiveness;
      await element.preload((loadedBytes, totalBytes) => told.push([loadedBytes, totalBytes]));
      return told;
    });
    const whole = FILES.reduce((sum, { bytes }) => sum + bytes, 0);
    assert.deepEqual(steps.at(-1), [whole, whole]);
    assert.ok(steps.every(([loadedBytes]) => loadedBytes <= whole));
    await close();
  });
});
