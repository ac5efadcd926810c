/** Reads an address; `undefined` for what is none. Not by `URL.canParse`, which Safari 16 and Chrome 119 have not. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
