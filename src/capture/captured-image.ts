import type { GestureName } from '../challenge/gesture.ts';

/** One evidence image: the very frame that was judged, as an upright, unmirrored JPEG of at most 1 MB. */
export interface CapturedImage {
  /** `data:image/jpeg;base64,…`, ready for the wire. */
  readonly dataUri: string;
  /** What it shows: the neutral face, or a gesture at its clearest. */
  readonly shows: 'neutral' | GestureName;
  readonly widthPx: number;
  readonly heightPx: number;
  /** When the frame was taken, on the clock of `performance.now()`. */
  readonly capturedAtMs: number;
}

/** An image with the bytes behind its data URI, which the evidence is a hash of: decoding them again would cost the page time. @internal */
export interface EncodedImage {
  readonly image: CapturedImage;
  readonly jpeg: Uint8Array<ArrayBuffer>;
}
