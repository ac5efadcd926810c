import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOMEPAGE } from '../../src/docs-url.ts';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';
import type { SitePage } from './page-shell.ts';

/** The first page: what it is, a check to try, and the ways on. */
export function firstPage(): SitePage {
  const cards = [
    [
      'start/',
      'Start in five minutes',
      'From an empty folder to a whole check, in your framework.',
    ],
    ['element/attributes/', 'The element', 'Every attribute, event, slot, part and colour, live.'],
    ['errors/', 'Error codes', 'Why a check ended, and what to do.'],
    ['manual/', 'Run the service', 'The operator’s manual: one process, one file.'],
    ['security/', 'For reviewers', 'What passes, every door, what is loaded, kept and told.'],
    ['accessibility/', 'For everybody', 'WCAG 2.2 AA: what was done, and what was not tried.'],
  ];
  const items = cards.map(
    ([path, title, about]) =>
      `<li><a href="./${path}"><strong>${title}</strong><span>${about}</span></a></li>`,
  );
  return {
    path: '',
    title: 'Nodeflux Liveness',
    summary:
      'A web component that asks a person for a few random movements in front of the camera, and a service that says whether a live person did them.',
    headings: [],
    isWide: true,
    body: `<div class="hero">
<div>
<h1>Is somebody really there?</h1>
<p class="lead">A web component that asks a person for a few random movements in front of the camera, and a service that looks at the pictures and says whether a live person did them.</p>
<p>It runs in any page and any framework, speaks seventeen languages, loads nothing from anybody else, and needs no more than a strict Content-Security-Policy.</p>
<p class="actions"><a href="./start/">Start in five minutes</a> <a href="./overview/">What it is, and is not</a></p>
</div>
<div class="example" data-kind="check" data-name="first">
<img src="./docs/images/check.png" alt="The start screen, a gesture and the end of a check, on a phone" />
<button type="button" class="show" hidden>Try a check here</button>
<div class="stage" hidden></div>
<p class="look">A drawn person does what is asked, unless you choose your own camera.</p>
</div>
</div>
<ul class="cards">
${items.join('\n')}
</ul>`,
  };
}

/** Every custom property at once, on live elements: the demo's playground. */
export function playgroundPage(): SitePage {
  const page = readFileSync(join(PROJECT_ROOT, 'demo/playground.html'), 'utf8');
  const controls = /<main class="playground">([\s\S]+)<\/main>/.exec(page)?.[1];
  if (!controls) throw new Error('demo/playground.html has lost its controls.');
  return {
    path: 'playground',
    title: 'Playground',
    summary: 'Try every colour and size on live elements, and copy the CSS.',
    headings: [],
    isWide: true,
    body: `<h1>Playground</h1>
<p class="lead">Change a colour or a size, see it on every kind of screen, and copy the CSS.</p>
<div class="playground">${controls}</div>`,
  };
}

/** Every state of the element, live. */
export function galleryPage(): SitePage {
  const groups = ['idle', 'preparing', 'positioning', 'holding', 'gesture'];
  const ends = ['submitting', 'judging', 'done', 'failed', 'cancelled'];
  const options = [...groups, ...ends].map((name) => `<option>${name}</option>`);
  return {
    path: 'gallery',
    title: 'Every state, live',
    summary: 'Every screen that a person can see, in every language and both colour schemes.',
    headings: [],
    isWide: true,
    body: `<h1>Every state, live</h1>
<p class="lead">Everything that can be on the screen of a check. Nothing runs behind these; the picture of the camera is drawn.</p>
<form id="gallery-look" class="choices" aria-label="Look">
<label>States <select name="group"><option>all</option>${options.join('')}</select></label>
<label>Language <select name="lang"></select></label>
<label>Colours <select name="scheme"><option value="">as the device</option><option>light</option><option>dark</option></select></label>
</form>
<div id="gallery" lang="en"></div>`,
  };
}

/** What a host shows for an address that it does not have, at whatever depth: hence from the host's first folder on. */
export function missingPage(): SitePage {
  const root = HOMEPAGE === '' ? '/' : new URL(`${HOMEPAGE.replace(/\/*$/, '')}/`).pathname;
  return {
    path: '',
    root,
    title: 'Not here',
    summary: 'There is no such page.',
    headings: [],
    isWide: true,
    body: `<h1>There is no such page</h1>\n<p>Search for it, or begin at the <a href="${root}">first page</a>.</p>`,
  };
}
