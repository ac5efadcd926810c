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

/** The one example that is shown, or about to be: two would share a camera. */
let current: { readonly example: HTMLElement; remove?: Removal } | undefined;

/** Shows an example in its stage, in the place of the one before. */
export async function showExample(example: HTMLElement): Promise<void> {
  if (current?.example === example) return;
  hideExample();
  const { kind = '', name = '' } = example.dataset;
  const stage = stageOf(example);
  const show = SHOW[kind];
  if (!show) throw new Error(`The example ${kind} ${name} cannot be shown.`);
  stage.hidden = false;
  stage.setAttribute('aria-busy', 'true');
  const mine: NonNullable<typeof current> = { example };
  current = mine;
  const remove = await show(stage, name);
  stage.removeAttribute('aria-busy');
  if (current !== mine) {
    // It was taken away, or another one asked for, meanwhile.
    remove();
    return;
  }
  mine.remove = remove;
  example.dataset.shown = 'yes';
  example.dispatchEvent(new Event('shown'));
}

/** Takes the shown example away, or only this one. */
export function hideExample(only?: HTMLElement): void {
  if (!current || (only && current.example !== only)) return;
  const { example, remove } = current;
  current = undefined;
  remove?.();
  stageOf(example).hidden = true;
  delete example.dataset.shown;
  example.dispatchEvent(new Event('hidden'));
}

function stageOf(example: HTMLElement): HTMLElement {
  const stage = example.querySelector<HTMLElement>('.stage');
  if (!stage) throw new Error('The example has no stage.');
  return stage;
}

function outlined(selector: string): string {
  return `nodeflux-liveness${selector} { outline: 3px solid #d81b60; outline-offset: -3px; }`;
}
