/** A picture at the camera's full size. */
export interface PictureToEncode {
  readonly image: VideoFrame | ImageBitmap;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Largest JPEG that may be made of it. Absent: the largest that the wire contract takes. */
  readonly maxBytes?: number | undefined;
}

/** The JPEG of a picture, as bytes and as `data:image/jpeg;base64,…`. */
export interface EncodedJpeg {
  readonly jpeg: Uint8Array<ArrayBuffer>;
  readonly dataUri: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A canvas of the page or of a worker. */
export interface JpegCanvas {
  /** Absent where a phone has no memory left for a canvas. */
  readonly pen: CanvasDrawImage | null;
  toJpeg(quality: number): Promise<Blob>;
}

/** Largest JPEG that the wire contract takes. */
const MAX_JPEG_BYTES = 1_000_000;
/** Largest JPEG of a small frame on the way to a gesture, as the service takes it. Noise of 320×320 pixels has 87 kB at 0.92, 43 kB at 0.6. */
export const MAX_SMALL_JPEG_BYTES = 49_152;
/** Tried in turn until the image fits. A 720p frame at 0.92 has about 120 kB; only noise needs the others. */
const QUALITIES = [0.92, 0.8, 0.6] as const;
/** Longest side that is sent: more shows no more of a face and weighs on slow uplinks. */
const MAX_SIDE_PX = 1280;

/**
 * Encodes a picture as it is: upright, unmirrored, under the size limit. It is read before this returns and stays the
 * caller's. Runs in the page and in the worker.
 * @throws TypeError when there is no canvas, RangeError when no JPEG is small enough.
 */
export async function encodeJpeg(
  { image, widthPx, heightPx, maxBytes = MAX_JPEG_BYTES }: PictureToEncode,
  makeCanvas: (widthPx: number, heightPx: number) => JpegCanvas,
): Promise<EncodedJpeg> {
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(widthPx, heightPx));
  const size = { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
  const canvas = makeCanvas(size.widthPx, size.heightPx);
  // A canvas without a pen would be sent as a black picture.
  if (!canvas.pen) throw new TypeError('The frame could not be drawn.');
  canvas.pen.drawImage(image, 0, 0, size.widthPx, size.heightPx);
  for (const quality of QUALITIES) {
    const blob = await canvas.toJpeg(quality);
    if (blob.size > maxBytes) continue;
    const [jpeg, dataUri] = await Promise.all([blob.arrayBuffer(), toDataUri(blob)]);
    return { jpeg: new Uint8Array(jpeg), dataUri, ...size };
  }
  throw new RangeError(`No JPEG under ${maxBytes} bytes could be made of the frame.`);
}

function toDataUri(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
