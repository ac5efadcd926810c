import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';

const FACES = join(PROJECT_ROOT, 'test/fixtures/faces');
/** What the tracker sees of cameras is at most 480 long; odd ones are those of crops and of cheap cameras. */
const SIZES = [
  ...[
    [480, 360],
    [360, 480],
    [480, 270],
    [270, 480],
    [480, 480],
    [480, 321],
    [321, 480],
  ],
  ...[
    [320, 240],
    [352, 288],
    [160, 120],
    [161, 121],
    [163, 122],
    [479, 359],
    [478, 357],
  ],
  ...[
    [64, 48],
    [128, 128],
    [192, 192],
    [200, 150],
    [480, 216],
    [213, 480],
  ],
] as const satisfies readonly (readonly number[])[];
const OF_EACH_SIZE = ['neutral', 'two-people', 'nobody', 'turn-left', 'open-mouth'];
const [WIDTH, HEIGHT] = [480, 360];
const FIT = { fit: 'cover' } as const;
const GREY = '#777';

/**
 * What cameras can show, of the drawn people: every size, turned, small, large, at the edges, dark, bright, several, none,
 * noise. Each picture twice or more, as the graph goes on differently once it has found a face.
 */
export async function* drawnScenes(): AsyncGenerator<ImageData> {
  for (const [width, height] of SIZES) {
    for (const name of OF_EACH_SIZE) {
      yield* often(2, face(name).resize(width, height, FIT));
    }
  }
  yield* fixtureScenes();
  for (let angle = 0; angle < 360; angle += 15) {
    const turned = await face('neutral')
      .resize(360, 360, FIT)
      .rotate(angle, { background: GREY })
      .png()
      .toBuffer();
    yield* often(2, sharp(turned).resize(WIDTH, HEIGHT, FIT));
  }
  for (const side of [60, 90, 120, 200, 300, 480, 700, 1000]) {
    for (const [x, y] of [
      [0, 0],
      [0.5, 0.5],
      [1, 1],
      [-0.3, 0.4],
      [1.3, 0.4],
      [0.5, -0.4],
      [0.5, 1.4],
    ] as const) {
      yield* often(2, await faceAt(side, x, y));
    }
  }
  for (const name of ['neutral', 'two-people']) {
    for (const light of [0, 0.1, 0.4, 1.8, 4]) {
      yield* often(2, face(name).resize(WIDTH, HEIGHT, FIT).linear(light, 0));
    }
  }
  for (const noise of noises()) yield* often(1, noise);
  yield* often(8, await fourFaces());
}

/** Each of the drawn faces three times: found, followed, and followed on. */
export async function* fixtureScenes(): AsyncGenerator<ImageData> {
  const names = (await readdir(FACES)).filter((name) => name.endsWith('.jpg')).sort();
  for (const name of names) yield* often(3, sharp(join(FACES, name)).resize(WIDTH, HEIGHT, FIT));
}

const face = (name: string): Sharp => sharp(join(FACES, `${name}.jpg`));

async function* often(times: number, picture: Sharp): AsyncGenerator<ImageData> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let time = 0; time < times; time++) {
    yield new ImageData(new Uint8ClampedArray(data), info.width, info.height);
  }
}

/** The face this large; 0 is the left or upper edge of the picture, 1 the other. */
async function faceAt(side: number, x: number, y: number): Promise<Sharp> {
  const [margin, input] = [800, await face('neutral').resize(side, side, FIT).png().toBuffer()];
  const place = {
    left: Math.round(margin + x * (WIDTH - side)),
    top: Math.round(margin + y * (HEIGHT - side)),
  };
  const canvas = { width: 2200, height: 2200, channels: 3, background: GREY } as const;
  const whole = await sharp({ create: canvas })
    .composite([{ input, ...place }])
    .png()
    .toBuffer();
  return sharp(whole).extract({ left: margin, top: margin, width: WIDTH, height: HEIGHT });
}

async function fourFaces(): Promise<Sharp> {
  const input = await face('neutral').resize(180, 180, FIT).png().toBuffer();
  const places = [
    [0, 0],
    [240, 0],
    [0, 180],
    [240, 180],
  ] as const;
  const canvas = { width: WIDTH, height: HEIGHT, channels: 3, background: GREY } as const;
  const whole = sharp({ create: canvas }).composite(
    places.map(([left, top]) => ({ input, left, top })),
  );
  return sharp(await whole.png().toBuffer());
}

/** Of a generator of numbers that are the same each time. */
function* noises(): Generator<Sharp> {
  for (const spread of [2, 20, 60, 127]) {
    let state = 1 + spread;
    const pixels = Uint8Array.from({ length: 3 * WIDTH * HEIGHT }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return 128 + (state / 2 ** 32 - 0.5) * 2 * spread;
    });
    yield sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
  }
}
