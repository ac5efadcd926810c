/**
 * `npm run contact-sheet [-- --update] [words…]`: photographs every state (or those whose name has one of the words) in
 * all sizes, schemes and languages into `contact-sheet/index.html`, and lays them out in `docs/images/states/`.
 * `--update` also renews the baselines of the visual tests.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import sharp from 'sharp';
import { measureFonts, writeBaselines } from './baselines.ts';
import { openGallery } from './open-gallery.ts';
import { baselineVariant, nameOf, SIZES, VARIANTS, type WindowSize } from './picture-plan.ts';
import { type SmallPicture, shrink } from './small-picture.ts';
import { pictureFile, writePage } from './write-page.ts';
import { type SheetLayout, type SheetPicture, writeSheet } from './write-sheet.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = join(ROOT, 'contact-sheet');
const DOCS = join(ROOT, 'docs/images/states');
/** Of the sheets in the docs, by the name of the size. */
const LAYOUTS: Readonly<Record<string, SheetLayout>> = {
  '390x844': { columns: 8, pictureWidth: 180 },
  '844x390': { columns: 5, pictureWidth: 300 },
  '1280x800': { columns: 5, pictureWidth: 300 },
};
/** Which variant the docs show of each size; together they show every scheme and language. */
const SHOWN = [
  { lang: 'en', scheme: 'light' },
  { lang: 'id', scheme: 'dark' },
  { lang: 'ar', scheme: 'light' },
] as const;

const options = process.argv.slice(2);
const updates = options.includes('--update');
const words = options.filter((option) => !option.startsWith('--'));
if (updates && words.length > 0) throw new Error('Baselines are renewed all together.');

const gallery = await openGallery();
try {
  for (const [index, size] of SIZES.entries()) await photographSize(size, index);
} finally {
  await gallery.close();
}

async function photographSize(size: WindowSize, sizeIndex: number): Promise<void> {
  const name = nameOf(size);
  const opened = await gallery.open(size);
  const names = opened.names.filter(
    (state) => !words.length || words.some((w) => state.includes(w)),
  );
  const baselines = new Map<string, SmallPicture>();
  const sheet: SheetPicture[] = [];
  if (words.length === 0) await rm(join(OUT, name), { recursive: true, force: true });
  await mkdir(join(OUT, name), { recursive: true });
  for (const variant of VARIANTS) {
    const isShown =
      SHOWN[sizeIndex]?.lang === variant.lang && SHOWN[sizeIndex].scheme === variant.scheme;
    for (const state of names) {
      const place = opened.names.indexOf(state);
      const isBaseline = baselineVariant(place, sizeIndex) === variant;
      const png = await opened.photograph(state, variant);
      if (isBaseline) baselines.set(state, await shrink(png, size));
      if (isShown) sheet.push({ name: state, png });
      const file = pictureFile(state, name, variant.lang, variant.scheme);
      await sharp(png).webp({ quality: 85, effort: 2 }).toFile(join(OUT, file));
    }
    console.log(`${name} ${variant.lang} ${variant.scheme}: ${names.length} pictures`);
  }
  await writePage(join(OUT, 'index.html'), names);
  const layout = LAYOUTS[name];
  if (words.length === 0 && layout) {
    await mkdir(DOCS, { recursive: true });
    await writeSheet(join(DOCS, `${name}.webp`), sheet, size, layout);
  }
  if (updates) {
    const inOrder = new Map(names.map((state) => [state, baselines.get(state) as SmallPicture]));
    await writeBaselines(size, inOrder, await measureFonts(opened.page));
  }
  await opened.close();
}
