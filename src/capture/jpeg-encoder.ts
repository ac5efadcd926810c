import * as Comlink from 'comlink';
import type { Frame } from '../camera/frame.ts';
import { afterVisible } from '../edge/after-visible.ts';
import { movedFile } from '../edge/moved-file.ts';
import { startWorker } from '../edge/start-worker.ts';
import { waitFor } from '../edge/wait-for.ts';
import { VERSION } from '../version.ts';
import type { CapturedImage, EncodedImage } from './captured-image.ts';
import { type EncodedJpeg, encodeJpeg, type PictureToEncode } from './encode-jpeg.ts';
import type { EncodeWorkerApi } from './encode-worker.ts';
import { pageCanvas } from './page-canvas.ts';

/** Encodes the images of one check. */
export interface JpegEncoder {
  /**
   * Encodes the very frame that was judged. It is read before this returns and stays the caller's.
   *
   * @param maxBytes largest JPEG; unless given, what the wire contract takes
   */
  encode(frame: Frame, shows: CapturedImage['shows'], maxBytes?: number): Promise<EncodedImage>;
  /** Ends the worker; pending images are dropped. */
  close(): void;
}

/** A worker that needs longer is gone, or never came: 720p takes a slow phone a fifth of a second. */
const ANSWER_LIMIT_MS = 5000;

/** The script of the worker, as the build calls it. */
export const ENCODE_WORKER_FILE = `encode-worker-${VERSION}.js`;

/**
 * Opens an encoder with a worker of its own, so that the page's main thread is free. Where a worker cannot do it (no
 * canvas that encodes in old browsers, a script that does not load, a worker that was ended), the page does, by the same
 * rules: the images are the same.
 */
export function openJpegEncoder(
  openWorker: () => Worker = startEncodeWorker,
  answerLimitMs = ANSWER_LIMIT_MS,
): JpegEncoder {
  let remote = connect(openWorker, answerLimitMs);
  let closed = false;

  const encodePicture = async (picture: PictureToEncode): Promise<EncodedJpeg> => {
    if (!remote) return encodeJpeg(picture, pageCanvas);
    // Copies, made by now: the frame may be closed before the worker has failed. They share its pixels.
    const copies = [createImageBitmap(picture.image), createImageBitmap(picture.image)] as const;
    const [sent, kept] = await Promise.all(copies);
    try {
      return await remote.encode({ ...picture, image: sent });
    } catch (error) {
      if (closed) throw error;
      remote?.end();
      remote = undefined;
      return await encodeJpeg({ ...picture, image: kept }, pageCanvas);
    } finally {
      for (const copy of [sent, kept]) copy.close();
    }
  };

  return {
    async encode({ image, widthPx, heightPx, capturedAtMs }, shows, maxBytes) {
      const picture = { image, widthPx, heightPx, maxBytes };
      const { jpeg, dataUri, ...size } = await encodePicture(picture);
      return { jpeg, image: { dataUri, shows, ...size, capturedAtMs } };
    },
    close() {
      closed = true;
      remote?.end();
    },
  };
}

interface RemoteEncoder {
  /** Rejects for whatever reason there is no answer. */
  encode(picture: PictureToEncode): Promise<EncodedJpeg>;
  end(): void;
}

function connect(openWorker: () => Worker, answerLimitMs: number): RemoteEncoder | undefined {
  let worker: Worker;
  try {
    worker = openWorker();
  } catch {
    // A policy of the page.
    return undefined;
  }
  const remote = Comlink.wrap<EncodeWorkerApi>(worker);
  // Comlink never settles a call whose worker died.
  const gone = new AbortController();
  worker.addEventListener('error', (event) => {
    // Handled: the page's thread encodes from now on. Keeps the error from window.onerror.
    event.preventDefault();
    gone.abort();
  });
  return {
    async encode(picture) {
      gone.signal.throwIfAborted();
      const wait = { what: 'the encoder', limitMs: answerLimitMs, clock: afterVisible };
      const asked = remote.encode(Comlink.transfer(picture, [picture.image]));
      return waitFor(asked, { ...wait, signal: gone.signal });
    },
    end() {
      gone.abort();
      remote[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}

/**
 * Starts the worker that encodes.
 *
 * @param assetUrl Where the page has moved what is fetched; beside the module unless given.
 */
export function startEncodeWorker(assetUrl?: string): Worker {
  const name = `nodeflux-liveness-jpeg-encoder-${VERSION}`;
  const { worker } = startWorker(
    () =>
      // Written out in full, so that bundlers see the worker.
      new Worker(new URL('./encode-worker.ts', import.meta.url), {
        type: 'module',
        // Some call the file so, without a hash: two versions in one cache are two files.
        name: `nodeflux-liveness-jpeg-encoder-${VERSION}`,
      }),
    assetUrl ? { url: movedFile(assetUrl, ENCODE_WORKER_FILE), name } : undefined,
  );
  return worker;
}
