/** The nearest valid `lang`, looked for upwards and out of shadow roots. */
export function nearestLang(start: Element): string | undefined {
  let node: Node | null = start;
  while (node) {
    if (node instanceof Element) {
      const lang = node.getAttribute('lang');
      if (lang && isLanguageTag(lang)) return lang.toLowerCase();
    }
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return undefined;
}

/** Calls back when a `lang` changes anywhere around the element, out of shadow roots too. Returns what ends it. */
export function watchLang(start: Element, onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  let root = start.getRootNode();
  for (;;) {
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    if (!(root instanceof ShadowRoot)) break;
    root = root.host.getRootNode();
  }
  return () => observer.disconnect();
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
