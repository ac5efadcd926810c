/** Longest wait for something to press. */
export const PLACE_LIMIT_MS = 30_000;

/**
 * Runs in the page: waits for the first such thing that is seen, in shadow trees too, brings it into view, and gives its
 * middle.
 *
 * @throws Error when there is none in time.
 */
export async function placeInPage(
  selector: string,
  limitMs: number,
): Promise<{ x: number; y: number }> {
  const allIn = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? allIn(element.shadowRoot) : []),
    ]);
  const giveUpAtMs = performance.now() + limitMs;
  for (;;) {
    const seen = allIn(document).find(
      (element) => element.matches(selector) && element.getClientRects().length > 0,
    );
    if (seen) {
      seen.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { left, top, width, height } = seen.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    if (performance.now() > giveUpAtMs) throw new Error(`There is no ${selector} to press.`);
    await new Promise((soon) => requestAnimationFrame(soon));
  }
}
