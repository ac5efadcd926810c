/**
 * `nodeflux-liveness/preact`: the element, and its type in Preact's JSX.
 *
 * @module
 */
import type { HTMLAttributes } from 'preact';
import type { NodefluxLiveness } from '../element.ts';
import type { ElementAttributes, ElementListeners, ElementProperties } from './element-props.ts';

export * from '../index.ts';

/** What `<nodeflux-liveness>` takes in Preact's JSX. */
export type NodefluxLivenessProps = HTMLAttributes<NodefluxLiveness> &
  ElementProperties &
  ElementAttributes &
  ElementListeners<'on'>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'nodeflux-liveness': NodefluxLivenessProps;
    }
  }
}
