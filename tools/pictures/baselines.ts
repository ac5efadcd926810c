import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { WindowSize } from './picture-plan.ts';
import { baselineFile, type SmallPicture, smallSize } from './small-picture.ts';

const FOLDER = resolve(import.meta.dirname, '../../test/visual/baselines');
const COLUMNS = 12;

/** What the baselines were made with. */
interface BaselineNotes {
  /** Names of the states, in the order of their places in each sheet. */
  readonly names: readonly string[];
  /** {@link measureFonts}. */
  readonly fonts: readonly number[];
}

/** Lays small pictures side by side in one lossless file per size, with their names and fonts beside it. */
export async function writeBaselines(
  size: WindowSize,
  pictures: ReadonlyMap<string, SmallPicture>,
  fonts: readonly number[],
): Promise<void> {
  const { width, height } = smallSize(size);
  const rows = Math.ceil(pictures.size / COLUMNS);
  await mkdir(FOLDER, { recursive: true });
  await sharp({
    create: { width: width * COLUMNS, height: height * rows, channels: 3, background: '#000' },
  })
    .composite(
      [...pictures.values()].map(({ pixels }, place) => ({
        input: pixels,
        raw: { width, height, channels: 3 },
        ...placeOf(place, { width, height }),
      })),
    )
    .webp({ lossless: true, effort: 6 })
    .toFile(join(FOLDER, baselineFile(size)));
  const notes: BaselineNotes = { names: [...pictures.keys()], fonts };
  const text = JSON.stringify(notes, null, 2)
    // One line for the numbers, as the formatter has it.
    .replace(/\[([\d\s,]+)\]/, (_, numbers: string) => `[${numbers.trim().replace(/\s+/g, ' ')}]`);
  await writeFile(join(FOLDER, 'notes.json'), `${text}\n`);
}

/** The baselines of a size, by the names of the states. */
export async function readBaselines(size: WindowSize): Promise<Map<string, SmallPicture>> {
  const { names } = await readNotes();
  const { width, height } = smallSize(size);
  const sheet = sharp(await readFile(join(FOLDER, baselineFile(size))));
  const cut = async (place: number): Promise<SmallPicture> => {
    const pixels = await sheet
      .clone()
      .extract({ ...placeOf(place, { width, height }), width, height })
      .removeAlpha()
      .raw()
      .toBuffer();
    return { width, height, pixels };
  };
  return new Map(
    await Promise.all(
      names.map(async (name, place): Promise<[string, SmallPicture]> => [name, await cut(place)]),
    ),
  );
}

/** What the baselines were made with. */
export async function readNotes(): Promise<BaselineNotes> {
  return JSON.parse(await readFile(join(FOLDER, 'notes.json'), 'utf8'));
}

/**
 * How wide the page’s fonts set some words of the three languages, in CSS pixels. Two machines on which this is the same
 * break their lines alike, and only then can pictures be compared.
 */
export async function measureFonts(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [
      'Turn your head left 0123456789',
      'Saya perlu lebih banyak waktu',
      'أدر رأسك إلى اليسار',
    ].flatMap((words) =>
      ['400', '650'].map((weight) => {
        const span = Object.assign(document.createElement('span'), { textContent: words });
        Object.assign(span.style, {
          position: 'absolute',
          whiteSpace: 'nowrap',
          font: `${weight} 100px ${getComputedStyle(document.body).fontFamily}`,
        });
        document.body.append(span);
        const { width } = span.getBoundingClientRect();
        span.remove();
        return Math.round(width);
      }),
    ),
  );
}

function placeOf(place: number, { width, height }: WindowSize): { left: number; top: number } {
  return { left: (place % COLUMNS) * width, top: Math.floor(place / COLUMNS) * height };
}
