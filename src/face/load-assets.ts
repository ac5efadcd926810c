import { unzipSync } from 'fflate';
import { LivenessError } from '../errors.ts';
import type { AssetSource, FaceAssets } from './asset-source.ts';
import { checkSupport } from './check-support.ts';
import type { FaceGraphParts } from './face-graph.ts';
import { joinBytePlanes } from './join-byte-planes.ts';
import { unpackAsset } from './unpack-asset.ts';
import { readWireError, type WireError } from './worker-errors.ts';

/** A file as a server sent it. */
export interface ServedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the server called it, for messages. */
  readonly contentType: string;
}

/** Which of the files. */
export type AssetPart = 'wasm' | 'model';

/** Gives one of the files; past the browser's cache with `reload`. Never rejects: the worker asks for it across a channel. */
export type FetchFile = (
  part: AssetPart,
  cache: 'default' | 'reload',
) => Promise<ServedFile | WireError>;

/** The smallest module there is: where it is not compiled either, the page's or the worker's policy forbids it. */
const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const WASM_MAGIC = [0x00, 0x61, 0x73, 0x6d];
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];
const DETECTOR_ENTRY = 'face_detector.tflite';

/**
 * Checks and compiles what the face graph is made of; both files at once, each as soon as it is there.
 * A file that is not what it should be is asked for once more, past the cache: an older version's may lie there.
 * @throws {LivenessError} `assets-unreachable` or `assets-corrupt`, naming the URL; `blocked-by-csp`, `unsupported-browser`
 */
export async function loadAssets(
  assets: FaceAssets,
  fetchFile: FetchFile,
): Promise<FaceGraphParts> {
  const [wasm, bundle] = await Promise.all([
    fetchChecked('wasm', assets.wasm, WASM_MAGIC, fetchFile).then((bytes) =>
      compile(bytes, assets.wasm.url),
    ),
    fetchChecked('model', assets.model, ZIP_MAGIC, fetchFile),
  ]);
  const detectorModel = readDetector(bundle);
  if (!detectorModel) throw corrupt(assets.model.url, `${DETECTOR_ENTRY} is not in it`);
  return { wasm, landmarkerBundle: bundle, detectorModel };
}

async function fetchChecked(
  part: AssetPart,
  source: AssetSource,
  magic: readonly number[],
  fetchFile: FetchFile,
): Promise<Uint8Array<ArrayBuffer>> {
  const checked = async (cache: 'default' | 'reload') => {
    const file = await fetchFile(part, cache);
    if ('failed' in file) throw readWireError(file);
    return unpackChecked(file, source, magic);
  };
  return checked('default').catch((error: unknown) => {
    if (error instanceof LivenessError && error.code === 'assets-corrupt') return checked('reload');
    throw error;
  });
}

async function unpackChecked(
  { bytes: served, contentType }: ServedFile,
  { url, sha256, layout }: AssetSource,
  magic: readonly number[],
): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = await unpackAsset(served).catch((cause: unknown) => {
    throw corrupt(url, 'it cannot be unpacked', cause);
  });
  const bytes = layout === 'byte-planes' ? joinBytePlanes(unpacked) : unpacked;
  if (!magic.every((byte, index) => bytes[index] === byte)) {
    throw corrupt(url, `not the expected format; served as ${contentType}`);
  }
  if (sha256 && (await sha256Hex(bytes)) !== sha256) throw corrupt(url, 'the SHA-256 differs');
  return bytes;
}

// Compiled from checked bytes, not from the stream: a wrong MIME type cannot stop it and nothing unchecked is compiled.
// Streaming, with the hash taken from a branch of the stream, showed no difference either way: medians of 1.1 s against
// 0.9 s for bytes, ranges 0.56 to 1.5 s (4 runs each in turn, Chromium 147, load 22).
async function compile(bytes: Uint8Array<ArrayBuffer>, url: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(bytes).catch(async (cause: unknown) => {
    throw await compileFault(url, cause);
  });
}

async function compileFault(url: string, cause: unknown): Promise<LivenessError> {
  const isAllowed = await WebAssembly.compile(EMPTY_MODULE).then(
    () => true,
    () => false,
  );
  if (!isAllowed) {
    const detail = 'send `script-src … ’wasm-unsafe-eval’` with the page and with the worker';
    return new LivenessError('blocked-by-csp', { cause, detail });
  }
  const { missing } = checkSupport();
  if (missing.includes('webassembly-simd') || !(cause instanceof WebAssembly.CompileError)) {
    return new LivenessError('unsupported-browser', { cause, errors: missing });
  }
  return corrupt(url, 'it does not compile', cause);
}

/** The landmarker's bundle holds the detector too; a .task file is a ZIP. */
function readDetector(bundle: Uint8Array): Uint8Array | undefined {
  try {
    return unzipSync(bundle, { filter: ({ name }) => name === DETECTOR_ENTRY })[DETECTOR_ENTRY];
  } catch {
    return undefined;
  }
}

async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function corrupt(url: string, why: string, cause?: unknown): LivenessError {
  return new LivenessError('assets-corrupt', { cause, detail: `${url}: ${why}`, errors: [url] });
}
