import { ATTRIBUTE_EXAMPLES } from './examples/attribute-examples.ts';
import { EVENT_EXAMPLES, PROPERTY_EXAMPLES } from './examples/script-examples.ts';
import {
  exampleOfPart,
  exampleOfSlot,
  exampleOfState,
  PROPERTY_VALUES,
} from './examples/state-examples.ts';
import { type Removal, showCheck, showState } from './live-stage.ts';

/** How each kind of entry is shown, by the name of the entry. */
const SHOW: Readonly<Record<string, (stage: HTMLElement, name: string) => Promise<Removal>>> = {
  check: (stage) => showCheck(stage, {}),
  attribute: (stage, name) => {
    const { value = '', with: others, slots } = ATTRIBUTE_EXAMPLES[name] ?? {};
    return showCheck(stage, { attributes: { ...others, [name]: value }, ...(slots && { slots }) });
  },
  property: (stage, name) => showCheck(stage, { script: PROPERTY_EXAMPLES[name] }),
  event: (stage, name) => {
    const needsToken = name === 'liveness-token-needed' ? { 'token-url': '' } : {};
    return showCheck(stage, { script: EVENT_EXAMPLES[name], attributes: needsToken });
  },
  slot: (stage, name) =>
    showState(stage, { ...exampleOfSlot(name), slots: { [name]: 'Words of your own' } }),
  part: (stage, name) =>
    showState(stage, { ...exampleOfPart(name), css: outlined(`::part(${name})`) }),
  state: (stage, name) =>
    showState(stage, { ...exampleOfState(name), css: outlined(`:state(${name})`) }),
  'css-property': (stage, name) => {
    const { value = '', view = 'idle' } = PROPERTY_VALUES[name] ?? {};
    return showState(stage, { view, properties: { [name]: value } });
  },
  error: (stage, name) => showState(stage, { view: `failed-${name}` }),
};

/** The one example that is shown: two would share a camera. */
let asked = 0;
let shown: { readonly example: Element; readonly remove: Removal } | undefined;

/** Shows an example in its stage, in the place of the one before. */
export async function showExample(example: HTMLElement): Promise<void> {
  hideExample();
  const { kind = '', name = '' } = example.dataset;
  const stage = example.querySelector<HTMLElement>('.stage');
  const show = SHOW[kind];
  if (!stage || !show) throw new Error(`The example ${kind} ${name} cannot be shown.`);
  stage.hidden = false;
  stage.setAttribute('aria-busy', 'true');
  const mine = ++asked;
  const remove = await show(stage, name);
  stage.removeAttribute('aria-busy');
  if (mine !== asked) {
    // Another one was asked for meanwhile.
    remove();
    stage.hidden = true;
    return;
  }
  shown = { example, remove };
  example.dataset.shown = 'yes';
  example.dispatchEvent(new Event('shown'));
}

/** Takes the shown example away, or only this one. */
export function hideExample(example?: Element): void {
  asked += 1;
  if (!shown || (example && shown.example !== example)) return;
  shown.remove();
  const stage = shown.example.querySelector<HTMLElement>('.stage');
  if (stage) stage.hidden = true;
  delete (shown.example as HTMLElement).dataset.shown;
  shown.example.dispatchEvent(new Event('hidden'));
  shown = undefined;
}

function outlined(selector: string): string {
  return `nodeflux-liveness${selector} { outline: 3px solid #d81b60; outline-offset: -3px; }`;
}
