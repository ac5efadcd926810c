import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { readJpegHeader } from '../../src/service/http/jpeg-header.ts';
import { MAX_METADATA_BYTES, MAX_SCANS, readJpeg } from '../../src/service/http/read-image.ts';
import { type CostlyJpegs, makeCostlyJpegs } from '../../tools/fuzz/costly-jpegs.ts';

const LIMITS = { minImageSidePx: 64, maxImageSidePx: 4096 };

test('the markers of a JPEG tell what decoding it costs', async () => {
  const jpegs = await makeCostlyJpegs();
  assert.deepEqual(readJpegHeader(jpegs.honest), {
    widthPx: 160,
    heightPx: 120,
    bitsPerSample: 8,
    components: 3,
    coding: 'baseline',
    scans: 1,
    metadataBytes: 0,
  });
  assert.equal(readJpegHeader(jpegs.progressive)?.coding, 'progressive');
  assert.equal(readJpegHeader(jpegs.progressive)?.scans, 10);
  assert.equal(readJpegHeader(jpegs.manyScans)?.scans, 109);
  assert.equal(readJpegHeader(jpegs.grey)?.components, 1);
  assert.equal(readJpegHeader(jpegs.cmyk)?.components, 4);
  assert.equal(readJpegHeader(jpegs.arithmetic)?.coding, 'other');
  assert.equal(readJpegHeader(jpegs.comments)?.metadataBytes, 14 * 65_535);
});

test('a JPEG that costs more than a camera’s is refused before it is decoded, in words that name the limit', async () => {
  const jpegs = await makeCostlyJpegs();
  const refused: [name: keyof CostlyJpegs, fault: RegExp][] = [
    ['manyScans', new RegExp(`${MAX_SCANS} scans`)],
    ['largeProgressive', /pixels, each scan counted/],
    ['grey', /in colour/],
    ['cmyk', /in colour/],
    ['arithmetic', /baseline or progressive/],
    ['lossless', /baseline or progressive/],
    ['twelveBits', /8 bits/],
    ['profile', new RegExp(`${MAX_METADATA_BYTES} bytes`)],
    ['comments', new RegExp(`${MAX_METADATA_BYTES} bytes`)],
    ['twoFrames', /Expected a JPEG/],
    ['headerOnly', /Expected a JPEG/],
  ];
  for (const [name, fault] of refused) {
    const reading = readJpeg(jpegs[name], LIMITS);
    assert.ok('fault' in reading, name);
    assert.match(reading.fault, fault, name);
  }
  for (const name of ['honest', 'progressive', 'polyglot'] as const) {
    assert.equal('fault' in readJpeg(jpegs[name], LIMITS), false, name);
  }
});

test('a JPEG that was changed anywhere is read or refused, and never thrown at', async () => {
  const { honest, progressive } = await makeCostlyJpegs();
  for (const jpeg of [honest, progressive]) {
    for (let at = 0; at < jpeg.byteLength; at += 1) {
      readJpegHeader(jpeg.subarray(0, at));
      for (const value of [0x00, 0xc9, 0xda, 0xff]) {
        const changed = Buffer.from(jpeg);
        changed[at] = value;
        readJpegHeader(changed);
      }
    }
  }
});

test('a twelve-megapixel photo is read at its own size', async () => {
  const photo = await sharp({
    create: { width: 4032, height: 3024, channels: 3, background: '#987' },
  })
    .jpeg()
    .toBuffer();
  const reading = readJpeg(photo, LIMITS);
  assert.deepEqual(reading, {
    jpeg: photo,
    widthPx: 4032,
    heightPx: 3024,
    decodedPixels: 4032 * 3024,
  });
});
