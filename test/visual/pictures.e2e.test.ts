import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { measureFonts, readBaselines, readNotes } from '../../tools/pictures/baselines.ts';
import { type Gallery, openGallery } from '../../tools/pictures/open-gallery.ts';
import { baselineVariant, nameOf, SIZES } from '../../tools/pictures/picture-plan.ts';
import {
  DIFFERENCE_TOLERANCE,
  differingShare,
  shrink,
} from '../../tools/pictures/small-picture.ts';

/**
 * Pictures of every state against those that are kept. They are compared at a quarter of their size, where no letter's
 * edge counts. Other fonts break lines elsewhere, so the gallery brings its own.
 */
describe('pictures', () => {
  let gallery: Gallery;
  before(async () => {
    gallery = await openGallery();
  });
  after(() => gallery?.close());

  for (const [sizeIndex, size] of SIZES.entries()) {
    it(`of every state at ${nameOf(size)} are those that are kept`, async () => {
      const opened = await gallery.open(size);
      try {
        const { names, fonts } = await readNotes();
        assert.deepEqual(opened.names, names, 'new states: npm run contact-sheet -- --update');
        assert.deepEqual(await measureFonts(opened.page), fonts, 'the fonts come from npm');
        const baselines = await readBaselines(size);
        const changed: string[] = [];
        for (const [place, name] of names.entries()) {
          const variant = baselineVariant(place, sizeIndex);
          const now = await shrink(await opened.photograph(name, variant), size);
          const kept = baselines.get(name);
          const share = kept ? differingShare(now, kept) : 1;
          if (share > DIFFERENCE_TOLERANCE) {
            changed.push(
              `${name} (${variant.lang}, ${variant.scheme}): ${(100 * share).toFixed(2)} %`,
            );
          }
        }
        assert.deepEqual(
          changed,
          [],
          'look, and if it is meant: npm run contact-sheet -- --update',
        );
      } finally {
        await opened.close();
      }
    });
  }

  const changes: [string, string, string][] = [
    ['a button that moved by 8 px', 'idle', '.primary { translate: 0 8px }'],
    ['a button of another colour', 'idle', ':host { --nodeflux-accent: #2f6fd8 }'],
    ['a thinner ring', 'holding', '.arc { stroke-width: 3 !important }'],
    ['a lost arrow', 'positioning-move-left', '.direction { display: none }'],
    ['a cut instruction', 'gesture-smile', '.instruction { block-size: 0.5em; overflow: hidden }'],
  ];
  for (const [what, name, css] of changes) {
    it(`show ${what}`, async () => {
      const size = { width: 390, height: 844 };
      const variant = { lang: 'en', scheme: 'light' } as const;
      const opened = await gallery.open(size);
      try {
        const before = await shrink(await opened.photograph(name, variant), size);
        const again = await shrink(await opened.photograph(name, variant), size);
        assert.ok(differingShare(before, again) <= DIFFERENCE_TOLERANCE);
        await opened.page.evaluate((text) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          document.querySelector('state-host')?.shadowRoot?.adoptedStyleSheets.push(sheet);
        }, css);
        const changed = await shrink(await opened.photograph(name, variant), size);
        const share = differingShare(before, changed);
        assert.ok(share > DIFFERENCE_TOLERANCE, `${(100 * share).toFixed(3)} %`);
      } finally {
        await opened.close();
      }
    });
  }
});
