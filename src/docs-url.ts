/** Where the documentation site is, as `homepage` in package.json, which a test holds; empty until its owner fills it in. */
export const HOMEPAGE: string = '';

/** The address of an error code in the documentation; undefined while nobody has said where that is. */
export function docsUrl(code: string, homepage = HOMEPAGE): string | undefined {
  return homepage === '' ? undefined : `${homepage.replace(/\/*$/, '')}/errors/#${code}`;
}
