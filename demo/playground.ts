/** Tries the element's custom properties, as custom-elements.json lists them, on its states, and writes the CSS to copy. */
import manifest from '../custom-elements.json';
import '../src/index.ts';
import { LANGUAGE_CODES } from '../src/ui/words/messages/languages.ts';
import { pretendedCamera } from './pretended-camera.ts';
import { FIXTURE_STATES } from './states/fixture-states.ts';
import { StateHost } from './states/state-host.ts';

/** The states that, with the start screen of the real element, show every property between them. */
const SHOWN = ['gesture-smile', 'positioning-move-closer', 'done-passed', 'failed-not-live'];

interface Property {
  readonly name: string;
  readonly description: string;
}

const PROPERTIES: readonly Property[] = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .flatMap((declaration) => ('cssProperties' in declaration ? declaration.cssProperties : []));

const form = find('#controls', HTMLFormElement);
const stage = find('#stage', HTMLElement);
const css = find('#css', HTMLTextAreaElement);
const chosen = new Map<string, string>();

const real = document.createElement('nodeflux-liveness');
stage.append(real);
await real.updateComplete;
for (const name of SHOWN) {
  const host = new StateHost();
  const state = FIXTURE_STATES[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  host.state = state;
  if (/^(gesture|positioning)/.test(name)) host.preview = await pretendedCamera(true);
  stage.append(host);
}

const languages = find('[name=lang]', HTMLSelectElement);
for (const code of LANGUAGE_CODES) languages.add(new Option(code));
for (const property of PROPERTIES) find('#properties', HTMLElement).append(controlOf(property));

form.addEventListener('input', show);
find('#again', HTMLButtonElement).addEventListener('click', () => {
  form.reset();
  chosen.clear();
  for (const input of form.querySelectorAll<HTMLInputElement>('[type=color]')) {
    input.value = colourOf(input.name);
  }
  show();
});
find('#copy', HTMLButtonElement).addEventListener('click', async () => {
  await navigator.clipboard.writeText(css.value);
  find('#copied', HTMLElement).textContent = 'Copied.';
});
show();
document.documentElement.dataset.ready = 'yes';

/** A colour well for colours, a text for sizes; what is untouched stays the element's own. */
function controlOf({ name, description }: Property): HTMLElement {
  const row = Object.assign(document.createElement('div'), { className: 'property' });
  const code = Object.assign(document.createElement('code'), { textContent: name });
  const about = Object.assign(document.createElement('small'), { textContent: description });
  const inputs = Object.assign(document.createElement('div'), { className: 'inputs' });
  const input = document.createElement('input');
  input.name = name;
  input.setAttribute('aria-label', name);
  const isSize = /radius|width|height/.test(name);
  input.type = isSize ? 'text' : 'color';
  if (isSize) input.placeholder = 'as it is';
  else input.value = colourOf(name);
  input.addEventListener('input', () => {
    if (input.value.trim() === '') chosen.delete(name);
    else chosen.set(name, input.value.trim());
  });
  inputs.append(input);
  row.append(code, inputs, about);
  return row;
}

/** What the element shows where the page says nothing, as a colour well wants it. */
function colourOf(property: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${property.replace('--nodeflux-', '--_').replace(/-color$/, '')})`;
  real.shadowRoot?.append(probe);
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return '#000000';
  pen.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  return /^#[0-9a-f]{6}$/.test(pen.fillStyle) ? pen.fillStyle : '#888888';
}

function show(): void {
  const data = new FormData(form);
  document.documentElement.lang = String(data.get('lang'));
  document.documentElement.style.colorScheme = String(data.get('scheme'));
  const width = `${data.get('width')}px`;
  for (const host of stage.children) {
    if (!(host instanceof HTMLElement)) continue;
    host.style.maxInlineSize = width;
    for (const { name } of PROPERTIES) host.style.setProperty(name, chosen.get(name) ?? '');
  }
  const lines = [...chosen].map(([name, value]) => `  ${name}: ${value};`);
  css.value = ['nodeflux-liveness {', ...lines, '}'].join('\n');
  find('#copied', HTMLElement).textContent = '';
}

function find<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page lost its ${selector}.`);
  return found;
}
