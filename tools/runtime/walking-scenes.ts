import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';

const FACES = join(PROJECT_ROOT, 'test/fixtures/faces');
/** How long one camera is looked through before another size of picture comes. */
const FRAMES_PER_CAMERA = 40;

/**
 * Drawn people in any size, place, turn and light, before cameras of any size that change: as many frames as are wanted,
 * the same for the same seed.
 */
export async function* walkingScenes(frames: number, seed: number): AsyncGenerator<ImageData> {
  const names = (await readdir(FACES)).filter((name) => name.endsWith('.jpg')).sort();
  const random = generator(seed);
  const between = (low: number, high: number) => low + random() * (high - low);
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  let camera = { width: 480, height: 360 };
  for (let frame = 0; frame < frames; frame++) {
    if (frame % FRAMES_PER_CAMERA === 0) {
      const [long, short] = [whole(160, 480), between(0.45, 1)];
      const sides = [long, Math.round(long * short)] as const;
      camera =
        random() < 0.5
          ? { width: sides[0], height: sides[1] }
          : { width: sides[1], height: sides[0] };
    }
    const { width, height } = camera;
    const side = Math.round(Math.min(width, height) * between(0.2, 1.6));
    const face = await sharp(join(FACES, names[whole(0, names.length - 1)] ?? ''))
      .resize(side, side, { fit: 'cover' })
      .rotate(random() < 0.5 ? 0 : whole(-40, 40), { background: '#777' })
      .linear(between(0.2, 1.6), 0)
      .png()
      .toBuffer({ resolveWithObject: true });
    // Cut to what is in the picture: sharp puts nothing beyond the edge.
    const left = whole(-side / 4, width - (3 * side) / 4);
    const top = whole(-side / 4, height - (3 * side) / 4);
    const inside = {
      left: Math.max(0, -left),
      top: Math.max(0, -top),
      width: Math.min(face.info.width - Math.max(0, -left), width - Math.max(0, left)),
      height: Math.min(face.info.height - Math.max(0, -top), height - Math.max(0, top)),
    };
    const input = await sharp(face.data).extract(inside).png().toBuffer();
    const { data } = await sharp({ create: { width, height, channels: 3, background: '#687078' } })
      .composite([{ input, left: Math.max(0, left), top: Math.max(0, top) }])
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    yield new ImageData(new Uint8ClampedArray(data), width, height);
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
