import { ATTRIBUTE_EXAMPLES } from '../../demo/site/examples/attribute-examples.ts';
import { PROPERTY_VALUES } from '../../demo/site/examples/state-examples.ts';
import { en } from '../../src/ui/words/messages/en.ts';
import { attributeCode, scriptBodies } from './example-code.ts';
import type { SitePage } from './page-shell.ts';
import { type ElementManifest, type ManifestEntry, ownMembers } from './read-manifest.ts';
import { codeBlock, escapeHtml, type Heading } from './render-markdown.ts';

/** A page that is written from the manifest, with a live example of each entry. */
class Reference {
  readonly #parts: string[] = [];
  readonly headings: Heading[] = [];

  constructor(title: string, lead: string) {
    this.#parts.push(`<h1>${escapeHtml(title)}</h1>\n<p class="lead">${lead}</p>`);
  }

  section(title: string, id: string, lead = ''): void {
    this.headings.push({ level: 2, text: title, id });
    this.#parts.push(`<h2 id="${id}">${escapeHtml(title)}</h2>${lead ? `\n<p>${lead}</p>` : ''}`);
  }

  /** An entry with its code, and a button that shows it. */
  entry(entry: Entry): void {
    const id = `${entry.kind}-${entry.name}`;
    this.headings.push({ level: 3, text: entry.name, id });
    const facts = entry.facts.filter(([, value]) => value);
    const told = facts.map(([name, value]) => `${name} <code>${escapeHtml(value ?? '')}</code>`);
    this.#parts.push(`<section class="entry" aria-labelledby="${id}">
<h3 id="${id}"><code>${escapeHtml(entry.name)}</code> <a class="anchor" href="#${id}" aria-label="Link to ${escapeHtml(entry.name)}">#</a></h3>
${told.length > 0 ? `<p class="facts">${told.join(' · ')}</p>` : ''}
<p>${inline(entry.about)}</p>
${exampleOf(entry, `<button type="button" class="show" hidden>Show it</button>`)}
</section>`);
  }

  /** An entry that is one of very many: its example opens with it. */
  folded(entry: Entry, words: string): void {
    const id = `${entry.kind}-${entry.name}`;
    this.#parts.push(`<details class="entry" id="${id}">
<summary><code>${escapeHtml(entry.name)}</code> <span>${escapeHtml(words)}</span></summary>
${exampleOf(entry, '')}
</details>`);
  }

  page(path: string, title: string, summary: string): SitePage {
    return { path, title, summary, body: this.#parts.join('\n'), headings: this.headings };
  }
}

interface Entry {
  readonly kind: string;
  readonly name: string;
  readonly about: string;
  readonly facts: readonly (readonly [name: string, value: string | undefined])[];
  readonly code: string;
  readonly language: string;
  readonly look?: string | undefined;
}

function exampleOf({ kind, name, code, language, look }: Entry, button: string): string {
  return `<div class="example" data-kind="${kind}" data-name="${escapeHtml(name)}">
${codeBlock(code, language)}${look ? `<p class="look">${inline(look)}</p>\n` : ''}${button}
<div class="stage" hidden></div>
</div>`;
}

/** Text of the manifest, in which code stands between backticks. */
function inline(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** The pages of the element's own, from its manifest. */
export function elementPages(manifest: ElementManifest): SitePage[] {
  return [
    attributesPage(manifest),
    eventsPage(manifest),
    slotsPage(manifest),
    partsPage(manifest),
    coloursPage(manifest),
  ];
}

function attributesPage(manifest: ElementManifest): SitePage {
  const page = new Reference(
    'Attributes, properties and methods',
    'Everything that a page can tell the element. Each attribute is a property too, of the name beside it. A value that cannot be used is refused by name, as <code>invalid-option</code>, before the camera opens. The language is that of the nearest <code>lang</code>: see <a href="../../languages/">languages</a>.',
  );
  page.section('Attributes', 'attributes');
  for (const attribute of manifest.attributes) {
    const example = ATTRIBUTE_EXAMPLES[attribute.name];
    if (!example) throw new Error(`The attribute ${attribute.name} has no example.`);
    page.entry({
      ...named('attribute', attribute),
      facts: [
        ['type', attribute.type?.text],
        ['default', attribute.default],
        ['property', attribute.fieldName],
      ],
      code: attributeCode(attribute.name, example),
      language: 'html',
      look: example.look,
    });
  }
  page.section(
    'Properties and methods',
    'properties',
    'What no attribute can say. The examples run as they stand, with the element as <code>liveness</code>, and <code>print</code> writes below it.',
  );
  const bodies = scriptBodies();
  for (const member of ownMembers(manifest)) {
    const call = member.kind === 'method' ? `${member.name}()` : member.name;
    page.entry({
      ...named('property', member),
      facts: [
        [
          member.kind === 'method' ? 'returns' : 'type',
          member.return?.type?.text ?? member.type?.text,
        ],
        ['of the class', member.static ? `NodefluxLiveness.${call}` : undefined],
      ],
      code: bodyOf(bodies, member.name),
      language: 'ts',
    });
  }
  return page.page(
    'element/attributes',
    'Attributes and properties',
    'Every attribute, property and method of the element, each with a live example.',
  );
}

function eventsPage({ events }: ElementManifest): SitePage {
  const page = new Reference(
    'Events',
    'What the element tells its page. All of them bubble and cross shadow roots; their facts are in <code>detail</code>.',
  );
  const bodies = scriptBodies();
  for (const event of events) {
    page.entry({
      ...named('event', event),
      facts: [['type', event.type?.text]],
      code: bodyOf(bodies, event.name),
      language: 'ts',
      look: 'Press Start, or what the example adds; what the listener prints stands in the list below the element.',
    });
  }
  return page.page(
    'element/events',
    'Events',
    'Every event of the element, with its detail and a live example.',
  );
}

function slotsPage({ slots }: ElementManifest): SitePage {
  const page = new Reference(
    'Slots and texts',
    'Every text that a person can read has a slot of the name of its key: what you put there stands in its place, with your markup, in all languages. For words alone, set <code>texts</code>.',
  );
  const groupOf = ({ name }: ManifestEntry): string => /^(.+?)\./.exec(name)?.[1] ?? '';
  for (const group of new Set(['', ...slots.map(groupOf)])) {
    page.section(
      group === '' ? 'Places' : `${group}.*`,
      group === '' ? 'places' : `texts-${group}`,
    );
    for (const slot of slots.filter((one) => groupOf(one) === group)) {
      const words = textOf(slot.name) || (slot.description ?? '');
      page.folded(
        {
          ...named('slot', slot),
          facts: [],
          code: `<nodeflux-liveness>\n  <span slot="${slot.name}">Words of your own</span>\n</nodeflux-liveness>\n`,
          language: 'html',
        },
        words,
      );
    }
  }
  return page.page(
    'element/slots',
    'Slots and texts',
    'Every slot and every text of the element, each shown where it stands.',
  );
}

function partsPage({ cssParts, cssStates }: ElementManifest): SitePage {
  const page = new Reference(
    'Parts and states',
    'What your style sheet can reach in the element, beyond colours and sizes.',
  );
  page.section('Parts', 'parts');
  for (const part of cssParts) {
    page.entry({
      ...named('part', part),
      facts: [],
      code: `nodeflux-liveness::part(${part.name}) {\n  outline: 3px solid #d81b60;\n}\n`,
      language: 'css',
    });
  }
  page.section(
    'States',
    'states',
    'Where the check is, for a style sheet: in Chrome from 125, Firefox from 126, Safari from 17.5.',
  );
  for (const state of cssStates) {
    page.entry({
      ...named('state', state),
      facts: [],
      code: `nodeflux-liveness:state(${state.name}) {\n  outline: 3px solid #d81b60;\n}\n`,
      language: 'css',
    });
  }
  return page.page(
    'element/parts',
    'Parts and states',
    'Every CSS part and custom state of the element, each outlined where it shows.',
  );
}

function coloursPage({ cssProperties }: ElementManifest): SitePage {
  const page = new Reference(
    'Colours and sizes',
    'Custom properties, set on the element or on anything around it. Light and dark follow the <code>color-scheme</code> of the page; the font is the page’s own. Try them together in the <a href="../../playground/">playground</a>.',
  );
  for (const property of cssProperties) {
    const example = PROPERTY_VALUES[property.name];
    if (!example) throw new Error(`The property ${property.name} has no example.`);
    page.entry({
      ...named('css-property', property),
      facts: [],
      code: `nodeflux-liveness {\n  ${property.name}: ${example.value};\n}\n`,
      language: 'css',
    });
  }
  return page.page(
    'element/colours',
    'Colours and sizes',
    'Every custom property of the element, with a live example.',
  );
}

function named(kind: string, entry: ManifestEntry): Pick<Entry, 'kind' | 'name' | 'about'> {
  return { kind, name: entry.name, about: entry.description ?? '' };
}

function bodyOf(bodies: ReadonlyMap<string, string>, name: string): string {
  const body = bodies.get(name);
  if (body === undefined) throw new Error(`${name} has no example in script-examples.ts.`);
  return `${body}\n`;
}

/** What comes into texts that take no number. */
const SAMPLES: Readonly<Record<string, string>> = {
  'start.privacy': 'Bank Satu',
  'error.reference': 'network',
};

/** The English words of a text, with a number where one comes in. */
function textOf(name: string): string {
  const text = (en as unknown as Readonly<Record<string, unknown>>)[name];
  if (typeof text === 'function') return text(SAMPLES[name] ?? 3, 3);
  return typeof text === 'string' ? text : '';
}
