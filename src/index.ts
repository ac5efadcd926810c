/**
 * `nodeflux-liveness`: the element. Importing this registers `<nodeflux-liveness>` in a document, and does nothing on a
 * server.
 *
 * @module
 */
import { NodefluxLiveness } from './element.ts';

export * from './element.ts';

// A server that renders the page imports this too; what stands in for a document there is none.
if (typeof document !== 'undefined') {
  const present = customElements.get('nodeflux-liveness') as
    | Partial<typeof NodefluxLiveness>
    | undefined;
  // Two copies of the package on one page, or a hot reload, must not throw.
  if (!present) customElements.define('nodeflux-liveness', NodefluxLiveness);
  else if (present.version !== NodefluxLiveness.version) warnOfOther(present.version);
}

function warnOfOther(version = 'unknown'): void {
  // biome-ignore lint/suspicious/noConsole: there is no element yet that could fire an event, and nobody waits for an error.
  console.warn(
    `<nodeflux-liveness> of version ${version} is on this page already: version ${NodefluxLiveness.version} is not used. Import one of them, or register the class of nodeflux-liveness/element under another name.`,
  );
}
