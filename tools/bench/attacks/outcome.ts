import type { Fault } from '../../../src/submission/details-wire.ts';

/** A fault as a backend reads it: of this service, or of a newer one. */
export type FoundFault = Fault<string>;

/** What became of one presentation: of a face in front of a camera, or of a client that pretends to have one. */
export type Outcome =
  /** The service refused a call, with this code. */
  | { readonly kind: 'refused'; readonly code: string }
  /** The images were judged, or could not be (`incompleted`). `faults` are the service's own. */
  | { readonly kind: 'not-live'; readonly faults: readonly FoundFault[] }
  | { readonly kind: 'live' }
  /** The check never got to a submission: the element's error, or the state that it stayed in. */
  | { readonly kind: 'no-response'; readonly why: string };

/** One presentation, and how it was set up. */
export interface Presentation {
  readonly species: string;
  /** What the service may ask for: everything, or what suits this attack best. */
  readonly pool: 'random' | 'best';
  readonly seed: number;
  readonly outcome: Outcome;
  /** The gestures that were asked for, in order, as far as it got. */
  readonly asked: readonly string[];
}
