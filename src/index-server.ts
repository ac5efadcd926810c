/**
 * What `import 'nodeflux-liveness'` is where there is no page: on the server of a framework that renders there, and in
 * tests. It registers and runs nothing; its constants, errors and types are the real ones. Where a test has a document
 * (jsdom, happy-dom), it is the element after all.
 *
 * @module
 */
import type { Support } from './face/check-support.ts';
import { VERSION } from './version.ts';

export {
  DOT_NAMES,
  type FreeGestureName,
  GESTURE_NAMES,
  type GestureName,
} from './challenge/gesture.ts';
export { HINTS, type Hint } from './challenge/hint.ts';
export { LIVENESS_ERROR_CODES, LivenessError, type LivenessErrorCode } from './errors.ts';
export {
  LivenessAlternativeEvent,
  LivenessCancelEvent,
  LivenessErrorEvent,
  LivenessGestureEvent,
  LivenessStateEvent,
  LivenessSuccessEvent,
  LivenessTokenNeededEvent,
} from './events.ts';

/** Not written in the `import()`, or bundlers would take the browser's build along to the server. */
const BROWSER_BUILD = './index.js';

/** Stands for the element's class on a server, where frameworks name it and never make one. */
class UnavailableElement {
  static readonly version: string = VERSION;

  static checkSupport(): Support {
    return { supported: false, missing: ['secure-context', 'camera'], inApp: false };
  }

  constructor() {
    throw new Error('<nodeflux-liveness> exists in browsers only.');
  }
}

const page = typeof HTMLElement === 'undefined' ? undefined : await import(BROWSER_BUILD);

/** The element's class in a document; on a server a class of which nothing can be made. */
export const NodefluxLiveness: typeof UnavailableElement =
  page?.NodefluxLiveness ?? UnavailableElement;
