import { type Wait, waitFor } from '../edge/wait-for.ts';
import { LivenessError } from '../errors.ts';
import type { FaceAssets } from './asset-source.ts';
import type { AssetPart, FetchFile, ServedFile } from './load-assets.ts';
import type { LoadProgress } from './load-progress.ts';
import { wireError } from './worker-errors.ts';

/**
 * Longest until {@link LEAST_BYTES} more have come. A slow network goes on: 2 kB a second would need an hour for all of it.
 * A server that went silent, or drips, keeps a camera on for nothing.
 */
const STALL_LIMIT_MS = 12_000;
const LEAST_BYTES = 24_000;

/**
 * Fetches both files, at once: the page does it, so that they are on their way while the worker that unpacks them loads.
 *
 * @param signal ends whatever is still being fetched
 */
export function fetchFiles(
  assets: FaceAssets,
  onProgress: LoadProgress,
  signal?: AbortSignal,
  stallLimitMs = STALL_LIMIT_MS,
): FetchFile {
  const loaded: Record<AssetPart, [loadedBytes: number, totalBytes: number]> = {
    wasm: [0, 0],
    model: [0, 0],
  };
  const fetchNow: FetchFile = async (part, cache) => {
    const { url, bytes } = assets[part];
    const report: LoadProgress = (...progress) => {
      loaded[part] = [progress[0], progress[1]];
      const { wasm, model } = loaded;
      onProgress(wasm[0] + model[0], wasm[1] && model[1] ? wasm[1] + model[1] : 0);
    };
    try {
      return await fetchOnce(url, cache, bytes, report, {
        what: url,
        limitMs: stallLimitMs,
        signal,
      });
    } catch (error) {
      return wireError(error);
    }
  };
  const begun = { wasm: fetchNow('wasm', 'default'), model: fetchNow('model', 'default') };
  return (part, cache) => (cache === 'default' ? begun[part] : fetchNow(part, cache));
}

async function fetchOnce(
  url: string,
  cache: RequestCache,
  knownBytes: number | undefined,
  onProgress: LoadProgress,
  wait: Wait & { readonly limitMs: number },
): Promise<ServedFile> {
  const unreachable = (cause: unknown): LivenessError =>
    new LivenessError('assets-unreachable', { cause, detail: url, errors: [url] });
  const response = await waitFor((signal) => fetch(url, { signal, cache }), wait).catch(
    (cause: unknown) => {
      throw unreachable(cause);
    },
  );
  if (!response.ok) {
    throw new LivenessError('assets-unreachable', {
      detail: `${response.status} for ${url}`,
      errors: [url],
    });
  }
  const bytes = await readBytes(response, knownBytes, onProgress, wait).catch((cause: unknown) => {
    throw unreachable(cause);
  });
  return { bytes, contentType: response.headers.get('content-type') ?? 'no content type' };
}

async function readBytes(
  response: Response,
  knownBytes: number | undefined,
  onProgress: LoadProgress,
  wait: Wait & { readonly limitMs: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const totalBytes = knownBytes ?? announcedBytes(response.headers);
  if (!response.body) return new Uint8Array(await waitFor(response.arrayBuffer(), wait));
  const chunks: Uint8Array[] = [];
  let loadedBytes = 0;
  let counted = { bytes: 0, atMs: performance.now() };
  const reader = response.body.getReader();
  for (;;) {
    const leftMs = counted.atMs + wait.limitMs - performance.now();
    const read = await waitFor(reader.read(), { ...wait, limitMs: Math.max(0, leftMs) }).catch(
      (cause: unknown) => {
        reader.cancel().catch(() => undefined);
        throw cause;
      },
    );
    if (read.done) break;
    chunks.push(read.value);
    loadedBytes += read.value.length;
    if (loadedBytes - counted.bytes >= LEAST_BYTES) {
      counted = { bytes: loadedBytes, atMs: performance.now() };
    }
    // More than all comes where a host has the browser unpack it.
    onProgress(totalBytes ? Math.min(loadedBytes, totalBytes) : loadedBytes, totalBytes);
  }
  const bytes = new Uint8Array(loadedBytes);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** With a Content-Encoding the length is that of the compressed bytes, which are not what is counted here. */
function announcedBytes(headers: Headers): number {
  return headers.has('content-encoding') ? 0 : Number(headers.get('content-length') ?? 0);
}
