import MiniSearch from 'minisearch';

/** A section of a page, as the build wrote it. */
interface Section {
  readonly id: number;
  /** Within the site. */
  readonly url: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
}

const SHOWN = 12;
const AROUND = 70;
const root = document.documentElement.dataset.root ?? './';

let parts: SearchParts | undefined;

interface SearchParts {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
}

/** Opens the search, which loads the words of all pages the first time. */
export function openSearch(): void {
  parts ??= buildSearch();
  if (!parts.dialog.open) parts.dialog.showModal();
  parts.input.select();
}

function buildSearch(): SearchParts {
  const dialog = document.createElement('dialog');
  dialog.className = 'search';
  dialog.setAttribute('aria-label', 'Search');
  const input = Object.assign(document.createElement('input'), {
    type: 'search',
    placeholder: 'Search the documentation',
    autocomplete: 'off',
    spellcheck: false,
  });
  input.setAttribute('aria-label', 'Search the documentation');
  const count = document.createElement('p');
  count.setAttribute('role', 'status');
  const results = document.createElement('ul');
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: 'Close',
  });
  close.addEventListener('click', () => dialog.close());
  const row = document.createElement('div');
  row.className = 'row';
  row.append(input, close);
  dialog.append(row, count, results);
  document.body.append(dialog);

  const index = loadIndex();
  const show = async (): Promise<void> => {
    const words = input.value.trim();
    if (words === '') {
      results.replaceChildren();
      count.textContent = '';
      return;
    }
    const { search, sections } = await index;
    const found = search.search(words).slice(0, SHOWN);
    // Of an older question, should this one have come in while the words were loading.
    if (words !== input.value.trim()) return;
    results.replaceChildren(
      ...found.flatMap(({ id }) => {
        const section = sections[id as number];
        return section ? [resultOf(section, words)] : [];
      }),
    );
    count.textContent = found.length === 0 ? `Nothing about “${words}”.` : `${found.length} found`;
  };
  input.addEventListener('input', () => {
    show().catch(() => {
      count.textContent = 'The words could not be loaded. Close the search and open it again.';
    });
  });
  dialog.addEventListener('keydown', (event) => moveBetween(event, input, results));
  // Beside the box, on its backdrop.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  results.addEventListener('click', () => dialog.close());
  index.catch(() => {
    parts = undefined;
    dialog.addEventListener('close', () => dialog.remove(), { once: true });
  });
  return { dialog, input };
}

async function loadIndex(): Promise<{ search: MiniSearch<Section>; sections: Section[] }> {
  const answer = await fetch(`${root}search.json`);
  if (!answer.ok) throw new Error(`search.json: ${answer.status}`);
  const sections = (await answer.json()) as Section[];
  const search = new MiniSearch<Section>({
    fields: ['title', 'page', 'text'],
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      boost: { title: 4, page: 2 },
    },
    // `camera-denied` is found whole and by each of its words.
    tokenize: (text) => text.split(/[\s/|(){}[\]<>"'`“”.,:;!?=]+/).flatMap(withParts),
  });
  search.addAll(sections);
  return { search, sections };
}

function withParts(word: string): string[] {
  const inner = word.split(/[-_]+/).filter(Boolean);
  return inner.length > 1 ? [word, ...inner] : inner;
}

function resultOf({ url, page, title, text }: Section, words: string): HTMLLIElement {
  const link = Object.assign(document.createElement('a'), { href: root + url });
  const name = Object.assign(document.createElement('strong'), { textContent: title });
  const place = Object.assign(document.createElement('small'), { textContent: page });
  const about = Object.assign(document.createElement('span'), {
    textContent: excerpt(text, words),
  });
  link.append(name, place, about);
  const item = document.createElement('li');
  item.append(link);
  return item;
}

/** What stands around the first of the words. */
function excerpt(text: string, words: string): string {
  const [first = ''] = words.toLowerCase().split(/\s+/);
  const at = Math.max(0, text.toLowerCase().indexOf(first));
  const from = Math.max(0, at - AROUND);
  const piece = text.slice(from, at + 2 * AROUND).trim();
  return `${from > 0 ? '… ' : ''}${piece}${at + 2 * AROUND < text.length ? ' …' : ''}`;
}

/** Down and up go from the field through the results; Enter in the field opens the first. */
function moveBetween(event: KeyboardEvent, input: HTMLElement, results: HTMLElement): void {
  const links = [...results.querySelectorAll('a')];
  if (event.key === 'Enter' && document.activeElement === input) {
    event.preventDefault();
    links[0]?.click();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = links.indexOf(document.activeElement as HTMLAnchorElement) + step;
  if (at < 0) input.focus();
  else links[Math.min(at, links.length - 1)]?.focus();
}
