/**
 * `nodeflux-liveness/svelte`: the element, and its type in Svelte's templates.
 *
 * @module
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { NodefluxLiveness } from '../element.ts';
import type { ElementAttributes, ElementListeners, ElementProperties } from './element-props.ts';

export * from '../index.ts';

/** What `<nodeflux-liveness>` takes in a template of Svelte 5; `on:…` is for components that are still written as in 4. */
export type NodefluxLivenessProps = HTMLAttributes<NodefluxLiveness> &
  ElementProperties &
  ElementAttributes &
  ElementListeners<'on'> &
  ElementListeners<'on:'>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'nodeflux-liveness': NodefluxLivenessProps;
  }
}
