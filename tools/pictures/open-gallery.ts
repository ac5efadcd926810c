import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { findBrowser } from '../browser.ts';
import type { Variant, WindowSize } from './picture-plan.ts';
import { serveGallery } from './serve-gallery.ts';

/** The first page of a cold start: everything is compiled for it. */
const OPEN_TIMEOUT_MS = 120_000;

/** The face of `demo/pretended-camera.ts`, in red, green and blue, and how far the screen’s may be from it. */
const FACE_COLOUR = [198, 150, 122];
const COLOUR_TOLERANCE = 20;
/** A browser paints a video anew some time after it is put back into the page, and does not say when. */
const MOST_LOOKS = 100;

/** The page of all states, in one window. */
export interface GalleryPage {
  readonly page: Page;
  /** Every state, by name. */
  readonly names: readonly string[];
  /** Shows a state, finished and still. */
  show(name: string, variant: { readonly lang: string; readonly scheme: string }): Promise<void>;
  /** {@link show}, and a PNG of the window. */
  photograph(name: string, variant: Variant): Promise<Buffer>;
  close(): Promise<void>;
}

/** A browser before the gallery. */
export interface Gallery {
  /** Opens the gallery in a window; without motion unless the options say otherwise. */
  open(size: WindowSize, options?: BrowserContextOptions): Promise<GalleryPage>;
  close(): Promise<void>;
}

/** Starts a server for `demo/states.html` on a free port of this machine, and a browser. */
export async function openGallery(): Promise<Gallery> {
  const server = await serveGallery();
  const browser = await chromium.launch(await findBrowser());

  return {
    async open(size, options = {}) {
      const context = await browser.newContext({
        viewport: size,
        reducedMotion: 'reduce',
        ...options,
      });
      // tsx marks the functions that it compiles with a helper of its own, which pages do not have.
      await context.addInitScript('globalThis.__name = (named) => named;');
      const page = await context.newPage();
      await page.goto(server.url);
      await page.waitForSelector('html[data-ready]', {
        state: 'attached',
        timeout: OPEN_TIMEOUT_MS,
      });
      const names = await page.evaluate(() => globalThis.stateGallery.names);
      const show: GalleryPage['show'] = (name, { lang, scheme }) =>
        page.evaluate((shown) => globalThis.stateGallery.show(shown), { name, lang, scheme });
      return {
        page,
        names,
        show,
        async photograph(name, variant) {
          await show(name, variant);
          await pictureArrives(page);
          return page.screenshot();
        },
        close: () => context.close(),
      };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Waits until the camera’s picture, where there is one, is on the screen. */
async function pictureArrives(page: Page): Promise<void> {
  const box = await page.evaluate(() => {
    const video = document.querySelector('state-host')?.shadowRoot?.querySelector('video');
    if (!video) return undefined;
    const { x, y, width, height } = video.getBoundingClientRect();
    return { x: x + width / 2 - 4, y: y + height * 0.44 - 4, width: 8, height: 8 };
  });
  if (!box) return;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const { channels } = await sharp(await page.screenshot({ clip: box })).stats();
    const isThere = FACE_COLOUR.every(
      (level, channel) => Math.abs((channels[channel]?.mean ?? 0) - level) < COLOUR_TOLERANCE,
    );
    if (isThere) return;
  }
  throw new Error('The picture of the pretended camera did not come.');
}
