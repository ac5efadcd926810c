import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** Compressed once per machine: large files take seconds. */
const CACHE_FOLDER = join(
  import.meta.dirname,
  '../../node_modules/.cache/nodeflux-liveness/brotli',
);
/** 9 takes MediaPipe's wasm from 11.2 to 2.6 MB in 2.6 s; 11 would take it to 2.3 MB in half a minute. */
const QUALITY = 9;

/** Packed by the build, so that every host sends few bytes; its name carries its hash, so that it never changes. */
const PACKED = /-[0-9a-f]{8}\.bin$/;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
};

interface Served {
  readonly plain: Buffer;
  readonly hash: string;
}

/** Serves files compressed by brotli to whoever takes that, as a production server would; kept in memory. */
export class CompressedFiles {
  readonly #plain = new Map<string, Promise<Served>>();
  readonly #compressed = new Map<string, Promise<Buffer>>();

  /**
   * Answers with a file. The answer is to be asked about each time, which costs a 304 and no bytes, or never again where the
   * name carries a hash.
   * @throws Error with the code `ENOENT` or `EISDIR`, before anything was sent.
   */
  async serve(
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
    status = 200,
  ): Promise<void> {
    const { plain, hash } = await this.#read(path);
    const isPacked = PACKED.test(path);
    const compresses = !isPacked && acceptsBrotli(request.headers['accept-encoding']);
    const etag = `"${hash}${compresses ? '-br' : ''}"`;
    if (!isPacked) response.setHeader('vary', 'Accept-Encoding');
    const caching = isPacked ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.setHeader('cache-control', caching);
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    const body = compresses ? await this.#brotli(path) : plain;
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    if (compresses) response.setHeader('content-encoding', 'br');
    response.setHeader('content-length', body.length);
    response.writeHead(status);
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  #read(path: string): Promise<Served> {
    return remember(this.#plain, path, async () => {
      const plain = await readFile(path);
      return { plain, hash: createHash('sha256').update(plain).digest('hex') };
    });
  }

  #brotli(path: string): Promise<Buffer> {
    return remember(this.#compressed, path, async () => {
      const { plain, hash } = await this.#read(path);
      const cached = join(CACHE_FOLDER, `${hash}-${QUALITY}.br`);
      const found = await readFile(cached).catch(() => undefined);
      if (found) return found;
      const compressed = await promisify(brotliCompress)(plain, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: QUALITY,
          [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
          [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
        },
      });
      await mkdir(CACHE_FOLDER, { recursive: true });
      // Renamed into place, so that another process never reads half a file.
      const unfinished = `${cached}.${process.pid}`;
      await writeFile(unfinished, compressed);
      await rename(unfinished, cached);
      return compressed;
    });
  }
}

/** A failure is forgotten: the file may be there the next time. */
function remember<T>(
  known: Map<string, Promise<T>>,
  path: string,
  make: () => Promise<T>,
): Promise<T> {
  const value = known.get(path) ?? make();
  known.set(path, value);
  value.catch(() => known.delete(path));
  return value;
}

/** `br` with a quality above 0. */
function acceptsBrotli(accepted: string | string[] | undefined): boolean {
  return String(accepted ?? '')
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*q=/))
    .some(([name, quality]) => name?.toLowerCase() === 'br' && Number(quality ?? 1) > 0);
}
