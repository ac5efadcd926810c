/** The product demo: the element, the events that it sends, and the verdict of the service that runs beside the page. */
import type { NodefluxLiveness } from '../src/index.ts';
import '../src/index.ts';
import type { CheckState } from '../src/check/check-state.ts';
import { connectCameraSwitch } from './camera-switch.ts';
import { EventLog, type Outcome, outcomeOf, showOutcome } from './event-log.ts';
import { fetchToken } from './fetch-token.ts';
import { SCENES } from './simulate-camera.ts';
import { firstLanguage, LANGUAGES, WORDS } from './words.ts';

const liveness = find<NodefluxLiveness>('nodeflux-liveness');
const verdictCard = find<HTMLElement>('#verdict');
const log = new EventLog(find<HTMLElement>('#events'));
let language = firstLanguage(location.search, navigator.languages);
let outcome: Outcome | undefined;
let stateName: CheckState['name'] | undefined;

liveness.tokenProvider = fetchToken;

liveness.addEventListener('liveness-state', ({ detail: { state } }) => {
  // A state is also told when something in it changed; the log shows the steps.
  const isNew = state.name !== stateName;
  stateName = state.name;
  if (!isNew) return;
  if (state.name === 'preparing') {
    log.clear();
    conclude(undefined);
  }
  log.add('liveness-state', state.name);
});
liveness.addEventListener('liveness-gesture', ({ detail: { gesture, index, count } }) => {
  log.add('liveness-gesture', `${gesture}, ${index + 1} / ${count}`);
});
liveness.addEventListener('liveness-success', ({ detail: { jobId, images, verdict } }) => {
  log.add('liveness-success', jobId);
  const score = verdict?.status === 'judged' ? verdict.liveness : undefined;
  conclude({ kind: outcomeOf(verdict), jobId, score, images });
});
liveness.addEventListener('liveness-error', ({ detail: { code, message } }) => {
  log.add('liveness-error', `${code}: ${message}`);
  if (code === 'not-live') conclude({ kind: 'not-live' });
});
liveness.addEventListener('liveness-cancel', () => log.add('liveness-cancel'));

// `?scene=photo` and the others put an attack where the person would be.
// `?drawing=2d` draws the person as browsers without WebGL do.
const wanted = new URLSearchParams(location.search);
const scene = SCENES.find((name) => name === wanted.get('scene')) ?? 'person';
const drawing = wanted.get('drawing') === '2d' ? '2d' : undefined;
const cameraHint = find<HTMLElement>('#simulated-hint');
connectCameraSwitch(find<HTMLInputElement>('#simulated'), liveness, { scene, drawing }, (hint) => {
  cameraHint.dataset.text = hint;
  speak();
});

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-language]')) {
  button.addEventListener('click', () => {
    language = LANGUAGES.find((known) => known === button.dataset.language) ?? language;
    speak();
  });
}
speak();

function conclude(next: Outcome | undefined): void {
  outcome = next;
  showOutcome(verdictCard, outcome, WORDS[language]);
}

/** Puts the page, and with it the element, into the chosen language. */
function speak(): void {
  const words = WORDS[language];
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll<HTMLElement>('[data-text]')) {
    place.textContent = words[place.dataset.text as keyof typeof words];
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-label]')) {
    place.ariaLabel = words[place.dataset.label as keyof typeof words];
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
    button.ariaPressed = String(button.dataset.language === language);
  }
  showOutcome(verdictCard, outcome, words);
}

function find<T extends HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}
