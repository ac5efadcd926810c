/**
 * `nodeflux-liveness/vue`: the element, and its type in Vue's templates.
 *
 * @module
 */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { NodefluxLiveness } from '../element.ts';
import type { ElementEvents, ElementProperties } from './element-props.ts';

export * from '../index.ts';

/** What `<nodeflux-liveness>` takes in a template, under either spelling of a name. */
export type NodefluxLivenessProps = HTMLAttributes & ElementProperties & PublicProps;

declare module 'vue' {
  interface GlobalComponents {
    'nodeflux-liveness': new () => NodefluxLiveness & {
      $props: NodefluxLivenessProps;
      $emit: Emits;
    };
  }
}

/** Overloads, one per event, are what Vue's tools read. */
type Emits = Intersection<
  {
    [Name in keyof ElementEvents]: (event: Name, given: ElementEvents[Name]) => void;
  }[keyof ElementEvents]
>;

type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;
