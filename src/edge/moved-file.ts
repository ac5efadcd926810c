/**
 * Where a file of this package is that the page has moved.
 *
 * @param folder As the page says in `asset-url`: absolute, or relative to the page.
 */
export function movedFile(folder: string, fileName: string): string {
  return new URL(`${folder.replace(/\/*$/, '/')}${fileName}`, document.baseURI).href;
}
