/** What every page of the documentation does: menu, search, copying. Examples and the element come when they are asked for. */

for (const menu of document.querySelectorAll<HTMLButtonElement>('.menu')) wireMenu(menu);
for (const find of document.querySelectorAll<HTMLButtonElement>('.find')) wireSearch(find);
for (const code of document.querySelectorAll<HTMLElement>('.code')) offerCopy(code);
for (const example of document.querySelectorAll<HTMLElement>('.example[data-kind]')) {
  wireExample(example);
}
markWhereWeAre();
if (document.querySelector('#gallery')) void import('./gallery.ts');
if (document.querySelector('.playground')) void import('../playground.ts');
openTarget();
window.addEventListener('hashchange', openTarget);
document.documentElement.dataset.script = 'yes';

/** On a small screen the pages are listed when they are asked for. */
function wireMenu(menu: HTMLButtonElement): void {
  const navigation = document.querySelector<HTMLElement>('#navigation');
  menu.hidden = false;
  const show = (isOpen: boolean): void => {
    menu.setAttribute('aria-expanded', String(isOpen));
    navigation?.toggleAttribute('data-open', isOpen);
  };
  menu.addEventListener('click', () => show(menu.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || menu.getAttribute('aria-expanded') !== 'true') return;
    show(false);
    menu.focus();
  });
  // A long list opens where the reader is.
  navigation?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

function wireSearch(find: HTMLButtonElement): void {
  find.hidden = false;
  const open = async (): Promise<void> => {
    const { openSearch } = await import('./search.ts');
    openSearch();
  };
  find.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    const isTyping =
      event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    const isAsked =
      event.key === '/' || ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k');
    if (!isAsked || isTyping || event.altKey) return;
    event.preventDefault();
    void open();
  });
}

function offerCopy(code: HTMLElement): void {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'copy',
    textContent: 'Copy',
  });
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.querySelector('code')?.textContent ?? '');
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 2000);
  });
  code.append(button);
}

/** A button, or the opening of what the example is folded into, shows it. */
function wireExample(example: HTMLElement): void {
  const fold = example.closest('details');
  const button = example.querySelector<HTMLButtonElement>('.show');
  if (fold) {
    fold.addEventListener('toggle', async () => {
      const { showExample, hideExample } = await import('./live-examples.ts');
      if (fold.open) await showExample(example);
      else hideExample(example);
    });
    example.addEventListener('hidden', () => {
      fold.open = false;
    });
  }
  if (!button) return;
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const { showExample, hideExample } = await import('./live-examples.ts');
    if (example.dataset.shown) hideExample(example);
    else await showExample(example);
  });
  example.addEventListener('shown', () => {
    button.textContent = 'Take it away';
  });
  example.addEventListener('hidden', () => {
    button.textContent = words;
  });
}

/** A link to something folded opens it. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
}

/** Marks the heading that is read in the list of headings. */
function markWhereWeAre(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
  const headings = links.flatMap(
    (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [],
  );
  if (headings.length === 0) return;
  const mark = (): void => {
    const past = headings.filter((heading) => heading.getBoundingClientRect().top < 140);
    const here = past.at(-1) ?? headings[0];
    for (const link of links) {
      if (link.hash === `#${here?.id}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  let isAsked = false;
  document.addEventListener(
    'scroll',
    () => {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}

export {};
