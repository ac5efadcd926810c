/**
 * `nodeflux-liveness/solid`: the element, and its type in Solid's JSX.
 *
 * @module
 */
import type { JSX } from 'solid-js';
import type { NodefluxLiveness } from '../element.ts';
import type { ElementAttributes, ElementListeners, ElementProperties } from './element-props.ts';

export * from '../index.ts';

/** What `<nodeflux-liveness>` takes in Solid's JSX: properties are set with `prop:`, listeners with `on:`. */
export type NodefluxLivenessProps = JSX.HTMLAttributes<NodefluxLiveness> &
  ElementAttributes &
  ElementListeners<'on:'> & {
    [Name in keyof ElementProperties as `prop:${Name}`]?: ElementProperties[Name];
  };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'nodeflux-liveness': NodefluxLivenessProps;
    }
  }
}
