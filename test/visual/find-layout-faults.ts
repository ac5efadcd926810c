/** Runs in the page: words and controls that leave the element, are cut, or lie over each other. */
export function findLayoutFaults(): string[] {
  const host = document.querySelector('state-host');
  const root = host?.shadowRoot;
  if (!host || !root) return ['no element'];
  const edge = host.getBoundingClientRect();
  const parts = [
    ...root.querySelectorAll<HTMLElement>(
      '.instruction, .below-instruction > :not([data-covered="true"]), .title, .text, .steps, .privacy, .consent, .consent-needed, .duration, .reference, .progress, .camera, button, select',
    ),
  ].filter((part) => part.getClientRects().length > 0);
  const faults: string[] = [];
  const name = (part: Element) => `.${part.className}`;
  for (const part of parts) {
    const box = part.getBoundingClientRect();
    if (box.left < edge.left - 1 || box.right > edge.right + 1) faults.push(`${name(part)} leaves`);
    const isList = part.matches('select');
    if (!isList && part.scrollWidth > part.clientWidth + 2 && part.clientWidth > 0) {
      faults.push(`${name(part)} is cut`);
    }
  }
  for (const [index, one] of parts.entries()) {
    for (const other of parts.slice(index + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 1) faults.push(`${name(one)} over ${name(other)}`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) faults.push('scrolls sideways');
  return faults;
}
