/**
 * `embed.js`, which the service serves for pages that build nothing: one classic script that connects every
 * `<iframe data-nodeflux-liveness>`, those included that come later. The attribute holds the service's origin where `src`
 * leads elsewhere first.
 */
import { connectFrame } from './connect-frame.ts';

const connected = new WeakSet<Element>();

for (const frame of document.querySelectorAll('iframe')) connect(frame);
// A load does not bubble, and is heard on its way down: no tree is watched.
document.addEventListener('load', ({ target }) => connect(target), true);

function connect(target: EventTarget | null): void {
  if (!(target instanceof HTMLIFrameElement) || connected.has(target)) return;
  const { nodefluxLiveness: origin } = target.dataset;
  if (origin === undefined) return;
  try {
    connectFrame(target, origin ? { origin } : {});
    connected.add(target);
  } catch (error) {
    // Whoever wrote this iframe is told; the others of the page are connected.
    reportError(error);
  }
}
