import type { LivenessErrorCode } from '../src/errors.ts';
import type { Verdict } from '../src/submission/verdict.ts';
import type { Words } from './words.ts';

/** What the demo shows of an image that was sent. */
export interface ShownImage {
  readonly dataUri: string;
  readonly shows: string;
}

/** How a check ended, for the card above the log. */
export interface Outcome {
  readonly kind: 'live' | 'not-live' | 'not-judged';
  readonly jobId?: string | undefined;
  readonly score?: number | undefined;
  readonly images?: readonly ShownImage[];
}

/** The list of events, with seconds since the first. Its texts are set as text: nothing of it is ever HTML. */
export class EventLog {
  readonly #list: HTMLElement;
  #startedAtMs: number | undefined;

  constructor(list: HTMLElement) {
    this.#list = list;
  }

  /** Begins anew, for the next check. */
  clear(): void {
    this.#list.replaceChildren();
    this.#startedAtMs = undefined;
  }

  add(name: string, detail = ''): void {
    const nowMs = performance.now();
    this.#startedAtMs ??= nowMs;
    const seconds = ((nowMs - this.#startedAtMs) / 1000).toFixed(1);
    const words = element('div', element('b', name), ...(detail ? [element('span', detail)] : []));
    this.#list.append(element('li', element('time', `${seconds} s`), words));
  }
}

/** Shows how the check ended, or hides the card. */
export function showOutcome(card: HTMLElement, outcome: Outcome | undefined, words: Words): void {
  card.hidden = outcome === undefined;
  card.replaceChildren();
  if (!outcome) return;
  card.dataset.outcome = outcome.kind;
  const { kind, jobId, score, images = [] } = outcome;
  const title = { live: words.live, 'not-live': words.notLive, 'not-judged': words.notJudged }[
    kind
  ];
  const facts = element('dl');
  if (score !== undefined)
    facts.append(element('dt', words.score), element('dd', score.toFixed(2)));
  if (jobId) facts.append(element('dt', words.job), element('dd', jobId));
  card.append(element('h2', title), facts);
  if (images.length > 0) card.append(imageStrip(images, words.sent));
}

/** What a verdict, or the code that a check failed with, means for the card. */
export function outcomeOf(verdict: Verdict | undefined, code?: LivenessErrorCode): Outcome['kind'] {
  if (code === 'not-live') return 'not-live';
  if (verdict?.status !== 'judged') return 'not-judged';
  return verdict.live ? 'live' : 'not-live';
}

function imageStrip(images: readonly ShownImage[], label: string): HTMLElement {
  const strip = element('div');
  strip.className = 'images';
  strip.role = 'group';
  strip.ariaLabel = label;
  for (const { dataUri, shows } of images) {
    const image = element('img');
    image.src = dataUri;
    image.alt = '';
    strip.append(element('figure', image, element('figcaption', shows)));
  }
  return strip;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
