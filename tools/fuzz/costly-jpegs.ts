import sharp from 'sharp';

/** JPEGs that are legal, or nearly, and cost a decoder more than a camera's, by name. */
export interface CostlyJpegs {
  /** What a page sends: colour, one scan. Taken. */
  readonly honest: Buffer;
  /** libjpeg's own progressive script of ten scans. Taken. */
  readonly progressive: Buffer;
  readonly manyScans: Buffer;
  /** A few kilobytes that decode to sixteen megapixels, ten times over. */
  readonly largeProgressive: Buffer;
  readonly grey: Buffer;
  readonly cmyk: Buffer;
  readonly arithmetic: Buffer;
  readonly lossless: Buffer;
  readonly twelveBits: Buffer;
  readonly profile: Buffer;
  readonly comments: Buffer;
  readonly twoFrames: Buffer;
  /** A JPEG, and a web page to who reads it as one. Taken: only its markers are looked at, and it is decoded as a JPEG. */
  readonly polyglot: Buffer;
  readonly truncated: Buffer;
  readonly headerOnly: Buffer;
}

const SOF0 = 0xc0;
const SOF2 = 0xc2;
const SOS = 0xda;
const COM = 0xfe;
const APP2 = 0xe2;
const MAX_SEGMENT_BYTES = 65_533;

/** Makes one of each. */
export async function makeCostlyJpegs(): Promise<CostlyJpegs> {
  const flat = (widthPx: number, heightPx: number) =>
    sharp({
      create: { width: widthPx, height: heightPx, channels: 3, background: '#a87' },
      limitInputPixels: false,
    });
  const honest = await flat(160, 120).jpeg({ quality: 80 }).toBuffer();
  const progressive = await flat(160, 120).jpeg({ progressive: true }).toBuffer();
  return {
    honest,
    progressive,
    manyScans: repeatLastScan(progressive, 99),
    largeProgressive: await flat(4096, 4096).jpeg({ progressive: true, quality: 1 }).toBuffer(),
    grey: await flat(160, 120).toColourspace('b-w').jpeg().toBuffer(),
    cmyk: await flat(160, 120).toColourspace('cmyk').jpeg().toBuffer(),
    arithmetic: withFrameMarker(honest, 0xc9),
    lossless: withFrameMarker(honest, 0xc3),
    twelveBits: withFrameByte(honest, 4, 12),
    profile: withSegments(honest, APP2, 14),
    comments: withSegments(honest, COM, 14),
    twoFrames: withTwoFrames(honest),
    polyglot: withSegment(honest, COM, Buffer.from('<!doctype html><script>alert(1)</script>')),
    truncated: honest.subarray(0, Math.floor(honest.byteLength * 0.7)),
    headerOnly: honest.subarray(0, positionOf(honest, SOS)),
  };
}

/** The position of a marker's 0xff. The pictures here are flat, so that no marker's bytes occur within a table by chance. */
function positionOf(jpeg: Buffer, marker: number): number {
  const at = jpeg.lastIndexOf(Buffer.from([0xff, marker]));
  if (at < 0) throw new Error(`There is no marker ${marker.toString(16)}.`);
  return at;
}

function frameOf(jpeg: Buffer): number {
  const baseline = jpeg.indexOf(Buffer.from([0xff, SOF0]));
  return baseline >= 0 ? baseline : jpeg.indexOf(Buffer.from([0xff, SOF2]));
}

function withFrameMarker(jpeg: Buffer, marker: number): Buffer {
  return withFrameByte(jpeg, 1, marker);
}

function withFrameByte(jpeg: Buffer, offset: number, value: number): Buffer {
  const changed = Buffer.from(jpeg);
  changed[frameOf(jpeg) + offset] = value;
  return changed;
}

function repeatLastScan(jpeg: Buffer, times: number): Buffer {
  const start = positionOf(jpeg, SOS);
  const end = jpeg.lastIndexOf(Buffer.from([0xff, 0xd9]));
  const scan = jpeg.subarray(start, end);
  return Buffer.concat([jpeg.subarray(0, end), ...Array(times).fill(scan), jpeg.subarray(end)]);
}

function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const length = content.byteLength + 2;
  const head = Buffer.from([0xff, marker, length >> 8, length & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

function withSegments(jpeg: Buffer, marker: number, times: number): Buffer {
  let all = jpeg;
  for (let i = 0; i < times; i += 1) {
    all = withSegment(all, marker, Buffer.alloc(MAX_SEGMENT_BYTES, 32));
  }
  return all;
}

function withTwoFrames(jpeg: Buffer): Buffer {
  const start = frameOf(jpeg);
  const end = start + 2 + jpeg.readUInt16BE(start + 2);
  return Buffer.concat([jpeg.subarray(0, end), jpeg.subarray(start)]);
}
