import type { NodefluxLiveness } from '../../src/index.ts';
import '../../src/index.ts';
import { EventLog } from '../event-log.ts';
import { pretendedCamera } from '../pretended-camera.ts';
import { type DemoCamera, simulateCamera } from '../simulate-camera.ts';
import { showsPicture } from '../states/fixture-views.ts';
import { showView } from '../states/show-view.ts';
import { StateHost } from '../states/state-host.ts';
import type { ScriptExample } from './examples/script-examples.ts';
import type { StateExample } from './examples/state-examples.ts';

/** The first folder of the site, as an absolute URL. */
export const ROOT = new URL(document.documentElement.dataset.root ?? './', location.href).href;

/** Takes away what an example has put into the page. */
export type Removal = () => void;

/** A whole check as an example shows it. */
export interface CheckExample {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly slots?: Readonly<Record<string, string>>;
  readonly script?: ScriptExample | undefined;
}

/** An element in one state as an example shows it. */
export interface ShownState extends StateExample {
  readonly slots?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, string>>;
  /** A rule for `nodeflux-liveness`. */
  readonly css?: string;
}

/** Whether who serves these pages has a backend and a service behind them: `npm run docs` has, a static host has not. */
async function hasService(): Promise<boolean> {
  const answer = await fetch(`${ROOT}backend.json`);
  return ((await answer.json()) as { service: boolean }).service;
}

/** Puts a real element into the page, with a drawn person before its camera and a list of what it says. */
export async function showCheck(stage: HTMLElement, example: CheckExample): Promise<Removal> {
  const isServed = await hasService();
  const liveness = document.createElement('nodeflux-liveness');
  const usual = {
    'api-url': '{root}service',
    'token-url': '{root}liveness/token',
    'result-url': '{root}liveness/result',
    recipient: 'the service on this computer',
    'retention-days': '0',
    ...(isServed ? {} : { pacing: 'off', recipient: 'nobody: this site has no service' }),
  };
  for (const [name, value] of Object.entries({ ...usual, ...example.attributes })) {
    if (name.endsWith('-url') && value === '') continue;
    if (name === 'recipient' && example.attributes?.['api-url']) continue;
    liveness.setAttribute(name, await filledIn(value, isServed));
  }
  for (const [name, words] of Object.entries(example.slots ?? {})) {
    liveness.append(
      Object.assign(document.createElement('span'), { slot: name, textContent: words }),
    );
  }
  const list = document.createElement('ol');
  list.className = 'events';
  list.setAttribute('aria-label', 'What the element says');
  const log = new EventLog(list);
  if (isServed) listen(liveness, log);
  else endBeforeSending(liveness, log);
  const { control, remove } = personControl(liveness);
  const card = document.createElement('div');
  card.className = 'card';
  card.append(liveness);
  // The person first: an element that starts by itself asks for the camera at once.
  await control.ready;
  stage.replaceChildren(card, control.label, list);
  await liveness.updateComplete;
  await example.script?.(liveness, (...words) => log.add('print', words.map(readable).join(' ')));
  return () => {
    liveness.cancel();
    remove();
    stage.replaceChildren();
  };
}

/** Puts an element in one state into the page; nothing runs behind it. */
export async function showState(stage: HTMLElement, example: ShownState): Promise<Removal> {
  const host = new StateHost();
  for (const [name, words] of Object.entries(example.slots ?? {})) {
    host.append(Object.assign(document.createElement('span'), { slot: name, textContent: words }));
  }
  for (const [name, value] of Object.entries(example.properties ?? {})) {
    host.style.setProperty(name, value);
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync((example.css ?? '').replaceAll('nodeflux-liveness', 'state-host'));
  document.adoptedStyleSheets.push(sheet);
  const card = document.createElement('div');
  card.className = 'card';
  card.append(host);
  stage.replaceChildren(card);
  const preview = showsPicture(example.view) ? await pretendedCamera(true) : undefined;
  await showView(host, example.view, preview);
  Object.assign(host, example.host);
  await host.updateComplete;
  return () => {
    const sheets = document.adoptedStyleSheets;
    document.adoptedStyleSheets = sheets.filter((other) => other !== sheet);
    stage.replaceChildren();
  };
}

async function filledIn(value: string, isServed: boolean): Promise<string> {
  if (value !== '{token}') return value.replace('{root}', ROOT);
  if (!isServed) return 'no-token';
  const answer = await fetch(`${ROOT}liveness/token`, { method: 'POST' });
  return ((await answer.json()) as { submissionToken: string }).submissionToken;
}

/** What the element says, in short. */
function listen(liveness: NodefluxLiveness, log: EventLog): void {
  let last = '';
  liveness.addEventListener('liveness-state', ({ detail: { state } }) => {
    if (state.name === last) return;
    last = state.name;
    if (last === 'preparing') log.clear();
    log.add('liveness-state', last);
  });
  liveness.addEventListener('liveness-gesture', ({ detail: { gesture, index, count } }) =>
    log.add('liveness-gesture', `${gesture}, ${index + 1} of ${count}`),
  );
  liveness.addEventListener('liveness-success', ({ detail: { jobId, verdict } }) => {
    const judged = verdict?.status === 'judged';
    const words = judged ? `${verdict.live ? 'live' : 'not live'}, ${verdict.liveness}` : jobId;
    log.add('liveness-success', words);
  });
  liveness.addEventListener('liveness-error', ({ detail: { code, message } }) =>
    log.add('liveness-error', `${code}: ${message}`),
  );
  liveness.addEventListener('liveness-cancel', ({ detail: { during } }) =>
    log.add('liveness-cancel', `during ${during}`),
  );
}

/** On a static host everything is real but the end: nothing is sent, and nobody is told a verdict that nobody made. */
function endBeforeSending(liveness: NodefluxLiveness, log: EventLog): void {
  liveness.tokenProvider = async () => 'no-token';
  liveness.resultUrl = undefined;
  liveness.addEventListener('liveness-state', ({ detail: { state } }) => {
    if (state.name !== 'submitting') return;
    liveness.cancel();
    log.add('the end', 'Here the pictures would be sent. This site has no service: nothing was.');
  });
  listen(liveness, log);
}

interface PersonControl {
  readonly control: { readonly label: HTMLLabelElement; readonly ready: Promise<void> };
  readonly remove: Removal;
}

/** A box that puts a drawn person in the place of the camera, ticked at first. */
function personControl(liveness: NodefluxLiveness): PersonControl {
  const input = Object.assign(document.createElement('input'), { type: 'checkbox', checked: true });
  const words = document.createElement('span');
  words.textContent = ' A drawn person in place of your camera';
  const label = document.createElement('label');
  label.className = 'person';
  label.append(input, words);
  let isGone = false;
  let camera: DemoCamera | undefined;
  const settle = async (): Promise<void> => {
    camera?.remove();
    camera = undefined;
    if (!input.checked) return;
    input.disabled = true;
    try {
      camera = await simulateCamera(liveness, 'person');
      if (camera.drawing === '2d') {
        words.textContent = ' A drawn person in place of your camera, drawn without WebGL';
      }
    } catch (cause) {
      // Left ticked, it would say that nobody is seen while the real camera is used.
      input.checked = false;
      words.textContent = ' The person cannot be drawn in this browser: your camera is used';
      console.error('There is no simulated person:', cause);
    } finally {
      input.disabled = false;
    }
    if (isGone) camera?.remove();
  };
  input.addEventListener('change', () => {
    liveness.cancel();
    void settle();
  });
  const remove = (): void => {
    isGone = true;
    camera?.remove();
  };
  return { control: { label, ready: settle() }, remove };
}

function readable(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
