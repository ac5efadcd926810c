import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { JPEG_DATA_URI_PREFIX } from '../../../src/submission/wire.ts';

const FACES = resolve(import.meta.dirname, '../../../test/fixtures/faces');

/** The body of a submission that is accepted: two images of the drawn person. */
export async function readBody(): Promise<string> {
  const images = await Promise.all(
    ['neutral', 'smile'].map((name) => readFile(`${FACES}/${name}.jpg`)),
  );
  return JSON.stringify({
    images: images.map((image) => JPEG_DATA_URI_PREFIX + image.toString('base64')),
  });
}
