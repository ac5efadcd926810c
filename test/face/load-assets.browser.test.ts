import { expect } from '@open-wc/testing';
import { gzipSync, zipSync } from 'fflate';
import { LivenessError } from '../../src/errors.ts';
import type { AssetSource } from '../../src/face/asset-source.ts';
import { fetchFiles } from '../../src/face/fetch-files.ts';
import { loadAssets } from '../../src/face/load-assets.ts';
import { stubFetch } from '../submission/stub-fetch.ts';

const WASM_URL = 'https://assets.test/vision.wasm';
const MODEL_URL = 'https://assets.test/face.task';
/** The smallest module that there is. */
const WASM = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
const DETECTOR = new Uint8Array(500).fill(7);
const MODEL = zipSync({ 'face_detector.tflite': DETECTOR, 'other.tflite': DETECTOR }, { level: 0 });

type Answer = () => Response | Promise<Response>;
const serve =
  (bytes: BodyInit, headers: HeadersInit = {}): Answer =>
  () =>
    new Response(bytes, { headers });

/** Much longer than these answers take, except those that never come. */
const STALL_LIMIT_MS = 500;
const neverEnds = (bytes: Uint8Array): Answer => {
  const body = new ReadableStream({ start: (stream) => stream.enqueue(bytes) });
  return () => new Response(body);
};
/** Sends on and on, a byte for each time that it is asked. */
const drips = (bytes: Uint8Array): Answer => {
  let sent = 0;
  const body = new ReadableStream({
    pull: async (stream) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      stream.enqueue(bytes.slice(sent % bytes.length, (sent++ % bytes.length) + 1));
    },
  });
  return () => new Response(body);
};

/** Its check sum does not fit any more. */
function damaged(packed: Uint8Array): BodyInit {
  packed[packed.length - 6] = 255 - (packed.at(-6) ?? 0);
  return packed as BodyInit;
}

let restore = () => {};

interface Served {
  readonly wasm?: Answer;
  readonly model?: Answer;
  readonly expectWasm?: Partial<AssetSource>;
  readonly expectModel?: Partial<AssetSource>;
}

/** Loads from a server that answers as told, and otherwise well. */
async function load({ wasm, model, expectWasm, expectModel }: Served = {}) {
  ({ restore } = stubFetch(({ url }) =>
    url === WASM_URL ? (wasm ?? serve(WASM))() : (model ?? serve(MODEL as BodyInit))(),
  ));
  const progress: [loadedBytes: number, totalBytes: number][] = [];
  const assets = {
    wasm: { url: WASM_URL, ...expectWasm },
    model: { url: MODEL_URL, ...expectModel },
  };
  const fetchFile = fetchFiles(
    assets,
    (loadedBytes, totalBytes) => progress.push([loadedBytes, totalBytes]),
    undefined,
    STALL_LIMIT_MS,
  );
  const parts = await loadAssets(assets, fetchFile);
  return { parts, progress };
}

async function failure(served: Served): Promise<LivenessError> {
  const error = await load(served).then(
    () => new Error('it loaded'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof LivenessError)) throw error;
  return error;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('loadAssets', () => {
  afterEach(() => restore());

  const silent: Record<string, Answer> = {
    'answers nothing': () => new Promise<Response>(() => undefined),
    'sends the beginning and then nothing': neverEnds(WASM.slice(0, 4)),
    'sends a byte now and then': drips(WASM),
  };
  for (const [how, wasm] of Object.entries(silent)) {
    it(`gives up on a server that ${how}, and names the file`, async () => {
      const { code, message } = await failure({ wasm });
      expect(code).to.equal('assets-unreachable');
      expect(message).to.contain(WASM_URL);
    });
  }

  it('gives the compiled code, the bundle, and the detector out of the bundle', async () => {
    const { parts } = await load();
    expect(parts.wasm).to.be.instanceOf(WebAssembly.Module);
    expect(parts.landmarkerBundle).to.deep.equal(MODEL);
    expect(parts.detectorModel).to.deep.equal(DETECTOR);
  });

  it('takes files with the right hash', async () => {
    const expectWasm = { sha256: await sha256(WASM), bytes: WASM.length };
    const expectModel = { sha256: await sha256(MODEL), bytes: MODEL.length };
    await load({ expectWasm, expectModel });
  });

  it('unpacks what comes as gzip, and takes as it is what the browser has unpacked; the hash is of what is packed', async () => {
    const packed = gzipSync(MODEL) as Uint8Array<ArrayBuffer>;
    const expectModel = { sha256: await sha256(MODEL), bytes: packed.length };
    const asServed = await load({ model: serve(packed), expectModel });
    expect(asServed.parts.landmarkerBundle).to.deep.equal(MODEL);
    restore();
    const byTheBrowser = await load({ expectModel });
    expect(byTheBrowser.parts.landmarkerBundle).to.deep.equal(MODEL);
    for (const { progress } of [asServed, byTheBrowser]) {
      expect(progress.every(([loaded, total]) => total === 0 || loaded <= total)).to.equal(true);
    }
  });

  it('takes a wasm file whatever its MIME type', async () => {
    for (const type of ['text/plain', 'application/octet-stream', 'text/html']) {
      await load({ wasm: serve(WASM, { 'content-type': type }) });
      restore();
    }
  });

  describe('the progress', () => {
    const reaches = (progress: [number, number][]) => progress.at(-1);
    const whole = WASM.length + MODEL.length;

    it('reaches the sizes that are known', async () => {
      const { progress } = await load({
        expectWasm: { bytes: WASM.length },
        expectModel: { bytes: MODEL.length },
      });
      expect(reaches(progress)).to.deep.equal([whole, whole]);
      expect(progress.every(([loaded, total]) => loaded <= (total || whole))).to.equal(true);
    });

    it('reaches the sizes that the server tells', async () => {
      const { progress } = await load({
        wasm: serve(WASM, { 'content-length': String(WASM.length) }),
        model: serve(MODEL as BodyInit, { 'content-length': String(MODEL.length) }),
      });
      expect(reaches(progress)).to.deep.equal([whole, whole]);
    });

    it('has no total while a size is unknown, or is that of compressed bytes', async () => {
      const compressed = { 'content-length': '10', 'content-encoding': 'br' };
      const { progress } = await load({
        expectWasm: { bytes: WASM.length },
        model: serve(MODEL as BodyInit, compressed),
      });
      expect(reaches(progress)).to.deep.equal([whole, 0]);
    });
  });

  const html = () =>
    new Response('<!doctype html><title>App</title>', { headers: { 'content-type': 'text/html' } });
  const breaksOff = () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(WASM);
          controller.error(new TypeError('network error'));
        },
      }),
    );
  const otherHash = { sha256: '0'.repeat(64) };

  const UNREACHABLE: Record<string, Answer> = {
    'that nobody answers': () => Promise.reject(new TypeError('Failed to fetch')),
    'that is not there': () => new Response('', { status: 404 }),
    'that breaks off': breaksOff,
  };
  for (const [what, answer] of Object.entries(UNREACHABLE)) {
    for (const [part, url] of Object.entries({ wasm: WASM_URL, model: MODEL_URL })) {
      it(`a ${part} ${what} is assets-unreachable, named by its URL`, async () => {
        const error = await failure({ [part]: answer });
        expect(error.code).to.equal('assets-unreachable');
        expect(error.errors).to.deep.equal([url]);
        expect(error.message).to.contain(url);
      });
    }
  }

  const noDetector = zipSync({ 'other.tflite': DETECTOR });
  const noCode = new Uint8Array([...WASM, 0xff, 0xff]);
  const CORRUPT: Record<string, [served: Served, url: string]> = {
    'a page in place of the wasm': [{ wasm: html }, WASM_URL],
    'a page in place of the model': [{ model: html }, MODEL_URL],
    'a wasm of another version': [{ expectWasm: otherHash }, WASM_URL],
    'a model of another version': [{ expectModel: otherHash }, MODEL_URL],
    'a model that was cut short': [{ model: serve(MODEL.slice(0, -30)) }, MODEL_URL],
    'a model without the detector': [{ model: serve(noDetector as BodyInit) }, MODEL_URL],
    'a packed model that was cut short': [
      { model: serve(gzipSync(MODEL).slice(0, -40) as BodyInit) },
      MODEL_URL,
    ],
    'a packed model with a wrong byte': [{ model: serve(damaged(gzipSync(MODEL))) }, MODEL_URL],
    'a wasm that does not compile': [{ wasm: serve(noCode) }, WASM_URL],
    'an empty wasm': [{ wasm: serve('') }, WASM_URL],
  };
  for (const [what, [served, url]] of Object.entries(CORRUPT)) {
    it(`${what} is assets-corrupt, named by its URL`, async () => {
      const error = await failure(served);
      expect(error.code).to.equal('assets-corrupt');
      expect(error.errors).to.deep.equal([url]);
      expect(error.message).to.contain(url);
    });
  }

  it('a file that was cut short and has a hash is assets-corrupt', async () => {
    const expectModel = { sha256: await sha256(MODEL), bytes: MODEL.length };
    const error = await failure({ model: serve(MODEL.slice(0, 600)), expectModel });
    expect(error.code).to.equal('assets-corrupt');
  });

  it('a file of another version is asked for once more, past the cache', async () => {
    const caches: (RequestCache | undefined)[] = [];
    const stale = new Uint8Array([...WASM, 0, 1, 0]);
    ({ restore } = stubFetch(({ url, init }) => {
      if (url !== WASM_URL) return new Response(MODEL as BodyInit);
      caches.push(init.cache);
      return new Response(init.cache === 'reload' ? WASM : stale);
    }));
    const wasm = { url: WASM_URL, sha256: await sha256(WASM) };
    const assets = { wasm, model: { url: MODEL_URL } };
    await loadAssets(
      assets,
      fetchFiles(assets, () => undefined),
    );
    expect(caches).to.deep.equal(['default', 'reload']);
  });

  it('both files are on their way before anybody asks for them, and stop with the signal', async () => {
    const asked: string[] = [];
    const leaving = new AbortController();
    ({ restore } = stubFetch(({ url, init }) => {
      asked.push(url);
      return new Promise<Response>((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(new TypeError('aborted')));
      });
    }));
    const assets = { wasm: { url: WASM_URL }, model: { url: MODEL_URL } };
    const fetchFile = fetchFiles(assets, () => undefined, leaving.signal);
    expect(asked).to.have.members([WASM_URL, MODEL_URL]);
    leaving.abort();
    for (const part of ['wasm', 'model'] as const) {
      expect(await fetchFile(part, 'default')).to.include({ failed: 'assets-unreachable' });
    }
  });

  it('the developer reads what was served in place of the file', async () => {
    expect((await failure({ wasm: html })).message).to.contain('text/html');
  });
});
