/** Every state of the element, live: each is drawn when it comes near the screen. */
import { LANGUAGE_CODES } from '../../src/ui/words/messages/languages.ts';
import { pretendedCamera } from '../pretended-camera.ts';
import { FIXTURE_VIEWS, showsPicture } from '../states/fixture-views.ts';
import { showView } from '../states/show-view.ts';
import { StateHost } from '../states/state-host.ts';

const gallery = find('#gallery', HTMLElement);
const form = find('#gallery-look', HTMLFormElement);
const languages = find('#gallery-look [name=lang]', HTMLSelectElement);
for (const code of LANGUAGE_CODES) languages.add(new Option(code));

const names = new Map<Element, string>();
const drawn = new IntersectionObserver(draw, { rootMargin: '400px' });

for (const name of Object.keys(FIXTURE_VIEWS)) {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.append(Object.assign(document.createElement('code'), { textContent: name }));
  figure.append(caption);
  figure.dataset.group = name.split('-')[0] ?? '';
  names.set(figure, name);
  gallery.append(figure);
  drawn.observe(figure);
}

form.addEventListener('input', look);
look();

function draw(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    const name = names.get(target);
    if (!isIntersecting || !name) continue;
    drawn.unobserve(target);
    void show(target, name);
  }
}

async function show(figure: Element, name: string): Promise<void> {
  const host = new StateHost();
  figure.append(host);
  await showView(host, name, showsPicture(name) ? await pretendedCamera(true) : undefined);
}

/** What is chosen in the form: language, colours, and which states. */
function look(): void {
  const data = new FormData(form);
  gallery.lang = String(data.get('lang'));
  gallery.dataset.scheme = String(data.get('scheme'));
  const group = String(data.get('group'));
  for (const figure of gallery.children) {
    if (!(figure instanceof HTMLElement)) continue;
    figure.hidden = group !== 'all' && figure.dataset.group !== group;
  }
}

function find<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page lost its ${selector}.`);
  return found;
}
