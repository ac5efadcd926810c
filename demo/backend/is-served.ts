/** What of the working folder the demo's pages are made of. */
const SERVED: readonly RegExp[] = [
  /^\/demo\/(?!backend\/).+\.(html|css|ts)$/,
  // The element and the simulated person; what runs at a backend stays there.
  /^\/src\/(?!server\/|service\/).+\.(ts|json|bin)$/,
  /^\/custom-elements\.json$/,
  // Packages, as Vite made them for the browser, and what Vite adds to pages.
  /^\/node_modules\/\.vite\/[a-z]+\/deps\/[\w@.-]+\.js(\.map)?$/,
  /^\/node_modules\/vite\/dist\/client\/[\w.-]+\.mjs$/,
  /^\/@vite\/(client|env)$/,
  // Helpers of compiled decorators.
  /^\/@id\/__x00__@oxc-project\+runtime@[\d.]+\/helpers\/esm\/\w+\.js$/,
];
/** Vite's cache is the one hidden folder that pages are served from. */
const HIDDEN = /\/\.(?!vite\/)/;

/**
 * Tells whether the demo answers a path with a file: only what its pages are made of. The folder holds more, such as
 * the service's data, and so does Vite's server, such as opening files in an editor for whoever asks.
 *
 * @param pathname of a URL, still encoded: no served name needs encoding, so that nothing can hide in it.
 * @example
 * isServed('/demo/demo.css'); // true
 * isServed('/.liveness-data/service.sqlite'); // false
 */
export function isServed(pathname: string): boolean {
  if (/[%\\]|\/\/|\.\./.test(pathname) || HIDDEN.test(pathname)) return false;
  return SERVED.some((pattern) => pattern.test(pathname));
}
