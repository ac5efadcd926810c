import type { LitElement } from 'lit';
import type { NodefluxLiveness } from '../nodeflux-liveness.ts';

type OwnName = Exclude<keyof NodefluxLiveness, keyof LitElement | 'state'>;

/** What a page sets on the element: its own public properties, without methods and what is read-only. */
export type ElementPropertyName = {
  [Name in OwnName]: NodefluxLiveness[Name] extends (...args: never) => unknown ? never : Name;
}[OwnName];

/** The element's properties, by their names in JavaScript; none has to be given. */
export type ElementProperties = {
  [Name in ElementPropertyName]?: Given<NodefluxLiveness[Name]>;
};

/** The element's attributes, by their names in HTML; functions and tables of texts have none. */
export type ElementAttributes = {
  [Name in ElementPropertyName as Exclude<NodefluxLiveness[Name], undefined> extends Written
    ? KebabCase<Name>
    : never]?: Given<NodefluxLiveness[Name]>;
};

/** The element's events, by name. */
export type ElementEvents = {
  [Name in Extract<keyof HTMLElementEventMap, `liveness-${string}`>]: HTMLElementEventMap[Name];
};

/** Listeners as properties: a prefix and the name of the event. */
export type ElementListeners<Prefix extends string> = {
  [Name in keyof ElementEvents as `${Prefix}${Name}`]?:
    | ((event: ElementEvents[Name]) => void)
    | undefined;
};

/** What an attribute can hold. */
type Written = string | number | boolean | readonly string[];

/** A property that is given the string of its attribute means the same. */
type Given<Value> = Value | undefined | WrittenAs<Exclude<Value, undefined>>;

type WrittenAs<Value> = [Value] extends [boolean]
  ? 'on' | 'off' | 'true' | 'false' | ''
  : [Value] extends [number]
    ? `${number}`
    : [Value] extends [readonly string[]]
      ? string
      : never;

type KebabCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Lowercase<First>}${KebabCase<Rest>}`
    : `${Lowercase<First>}-${KebabCase<Rest>}`
  : Name;
