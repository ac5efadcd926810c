/**
 * Every state on one page, without a camera: `states.html`, or one of them: `?state=gesture-smile`.
 * `?lang=id` and `?scheme=dark` choose language and colours. `stateGallery` on the page's global object shows another
 * one without a new page, for who takes pictures.
 */

import { pretendedCamera } from './pretended-camera.ts';
import { FIXTURE_VIEWS, showsPicture } from './states/fixture-views.ts';
import { showView } from './states/show-view.ts';
import { StateHost } from './states/state-host.ts';

/** What a page of one state shows. */
export interface Shown {
  readonly name: string;
  readonly lang: string;
  readonly scheme: string;
}

const query = new URLSearchParams(location.search);
const only = query.get('state');
const root = document.documentElement;
const main = document.querySelector('main');
if (!main) throw new Error('states.html lost its main');
main.classList.toggle('single', only !== null);
root.lang = query.get('lang') ?? 'en';
const scheme = query.get('scheme');
if (scheme) root.style.colorScheme = scheme;

/** A picture in the shape that a phone's or a laptop's camera gives; each video can be in one place only. */
const camera = () => pretendedCamera(innerWidth < 600 || only === null);
const theCamera = only === null ? undefined : await camera();

async function show(host: StateHost, name: string): Promise<void> {
  await showView(host, name, showsPicture(name) ? (theCamera ?? (await camera())) : undefined);
}

for (const name of Object.keys(FIXTURE_VIEWS)) {
  if (only !== null && only !== name) continue;
  const host = new StateHost();
  const figure = document.createElement('figure');
  if (only === null) {
    figure.append(Object.assign(document.createElement('figcaption'), { textContent: name }));
  }
  figure.append(host);
  main.append(figure);
  await show(host, name);
}

/** For who takes pictures: the names, and a way to show one, finished down to the language and the camera's picture. */
const gallery = {
  names: Object.keys(FIXTURE_VIEWS),
  async show({ name, lang, scheme }: Shown): Promise<void> {
    const host = main.querySelector('state-host') as StateHost;
    root.lang = lang;
    root.style.colorScheme = scheme;
    await show(host, name);
    const words = `.base[lang="${lang}"]:not([data-awaiting-words])`;
    while (!host.shadowRoot?.querySelector(words)) await nextFrame();
    // What moves into its place has arrived.
    for (const animation of host.shadowRoot?.getAnimations() ?? []) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
    scrollTo(0, 0);
    await nextFrame();
    await nextFrame();
  },
};

function nextFrame(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(done));
}

declare global {
  var stateGallery: typeof gallery;
}
globalThis.stateGallery = gallery;
// A font that arrives later breaks lines elsewhere.
await Promise.all([...document.fonts].map((font) => font.load()));
root.dataset.ready = 'yes';
