/** What the markers of a JPEG say of it, before anything is decoded. */
export interface JpegHeader {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitsPerSample: number;
  /** 1 for grey, 3 for colour, 4 for CMYK. */
  readonly components: number;
  /** How the picture is coded. `other` is lossless, hierarchical, or coded arithmetically. */
  readonly coding: 'baseline' | 'progressive' | 'other';
  /** How many times a decoder goes over the picture. */
  readonly scans: number;
  /** Profiles, EXIF, comments: everything that is not needed to decode. */
  readonly metadataBytes: number;
}

type Frame = Omit<JpegHeader, 'scans' | 'metadataBytes'>;

/**
 * Reads the markers of a JPEG, in one walk over its bytes. Undefined for what is none, or breaks off before its first scan.
 * sharp tells size and colours, but neither the number of scans nor an arithmetic coder, which decide what a picture
 * costs. Markers: ITU-T T.81, table B.1.
 */
export function readJpegHeader(jpeg: Uint8Array): JpegHeader | undefined {
  if (jpeg[0] !== 0xff || jpeg[1] !== SOI) return undefined;
  let frame: Frame | undefined;
  let scans = 0;
  let metadataBytes = 0;
  let position = 2;
  for (;;) {
    position = nextMarker(jpeg, position);
    const marker = jpeg[position];
    if (marker === undefined || marker === EOI) break;
    position += 1;
    if (marker === TEM) continue;
    const length = readUint16(jpeg, position);
    // A length counts itself.
    if (length < 2 || position + length > jpeg.length) break;
    if (isStartOfFrame(marker)) {
      if (frame) return undefined;
      frame = readFrame(jpeg, position, marker);
    } else if (marker === COM || (marker >= APP0 && marker <= APP15)) {
      metadataBytes += length;
    } else if (marker === SOS) {
      scans += 1;
    }
    position += length;
  }
  return frame && scans > 0 ? { ...frame, scans, metadataBytes } : undefined;
}

const TEM = 0x01;
const SOF0 = 0xc0;
const SOF1 = 0xc1;
const SOF2 = 0xc2;
const SOF15 = 0xcf;
/** Within the range of the frames, and none: Huffman tables, a reserved one, arithmetic conditioning. */
const NO_FRAMES = [0xc4, 0xc8, 0xcc];
const RST0 = 0xd0;
const RST7 = 0xd7;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP15 = 0xef;
const COM = 0xfe;

/** Position of the next marker's code: after a 0xff that is neither stuffing, fill nor a restart within a scan. */
function nextMarker(jpeg: Uint8Array, from: number): number {
  for (let at = from; at + 1 < jpeg.length; at += 1) {
    if (jpeg[at] !== 0xff) continue;
    const code = jpeg[at + 1] as number;
    if (code !== 0 && code !== 0xff && (code < RST0 || code > RST7)) return at + 1;
  }
  return jpeg.length;
}

function isStartOfFrame(marker: number): boolean {
  return marker >= SOF0 && marker <= SOF15 && !NO_FRAMES.includes(marker);
}

function readFrame(jpeg: Uint8Array, at: number, marker: number): Frame {
  return {
    bitsPerSample: jpeg[at + 2] ?? 0,
    heightPx: readUint16(jpeg, at + 3),
    widthPx: readUint16(jpeg, at + 5),
    components: jpeg[at + 7] ?? 0,
    coding: codingOf(marker),
  };
}

function codingOf(marker: number): JpegHeader['coding'] {
  if (marker === SOF0 || marker === SOF1) return 'baseline';
  return marker === SOF2 ? 'progressive' : 'other';
}

function readUint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
