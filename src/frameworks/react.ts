'use client';
/**
 * `nodeflux-liveness/react`: the element as a component for React 18 and 19. React 19 writes a custom element's properties
 * as dead attributes on the server and loses them and the listeners when it hydrates; 18 knows no properties at all. The
 * component sets them on the element itself, once it is there.
 *
 * @module
 */
import 'nodeflux-liveness';
import {
  createElement,
  type DetailedHTMLProps,
  type ForwardRefExoticComponent,
  forwardRef,
  type HTMLAttributes,
  type RefAttributes,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import type { NodefluxLiveness as NodefluxLivenessElement } from '../element.ts';
import type {
  ElementAttributes,
  ElementEvents,
  ElementListeners,
  ElementProperties,
  ElementPropertyName,
} from './element-props.ts';

/** Listeners by the names of React: `onLivenessSuccess` for `liveness-success`. */
export type LivenessHandlers = {
  [Name in keyof ElementEvents as `on${PascalCase<Name>}`]?:
    | ((event: ElementEvents[Name]) => void)
    | undefined;
};

/** What the component takes: the element's properties, listeners, and what every HTML element takes. */
export type NodefluxLivenessProps = ElementProperties &
  LivenessHandlers &
  Omit<HTMLAttributes<NodefluxLivenessElement>, keyof ElementProperties>;

/** Every property of the element; what is missing here, or too much, does not compile. */
const PROPERTY_NAMES: Readonly<Record<ElementPropertyName, true>> = {
  submissionToken: true,
  tokenProvider: true,
  tokenUrl: true,
  apiUrl: true,
  resultUrl: true,
  resultProvider: true,
  handoffUrl: true,
  gestures: true,
  gestureCount: true,
  passive: true,
  threshold: true,
  timeout: true,
  gestureTolerance: true,
  imageQualityFilter: true,
  pacing: true,
  assetUrl: true,
  modelUrl: true,
  requireConsent: true,
  recipient: true,
  retentionDays: true,
  spokenGuidance: true,
  autostart: true,
  runtime: true,
  texts: true,
};

/** Which listener is for which event. */
const EVENT_NAMES: Readonly<Record<keyof LivenessHandlers, keyof ElementEvents>> = {
  onLivenessSuccess: 'liveness-success',
  onLivenessError: 'liveness-error',
  onLivenessState: 'liveness-state',
  onLivenessGesture: 'liveness-gesture',
  onLivenessCancel: 'liveness-cancel',
  onLivenessAlternative: 'liveness-alternative',
  onLivenessTokenNeeded: 'liveness-token-needed',
};

/** Before the element draws itself; on a server there is nothing to wait for, and React 18 would warn. */
const useSetting = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * `<nodeflux-liveness>` as a component.
 *
 * @example
 * ```ts
 * import { createElement } from 'react';
 * import { NodefluxLiveness } from 'nodeflux-liveness/react';
 * export const check = createElement(NodefluxLiveness, {
 *   tokenUrl: '/liveness/token',
 *   resultUrl: '/liveness/result',
 *   onLivenessSuccess: ({ detail }) => console.info(detail.jobId),
 * });
 * ```
 */
export const NodefluxLiveness: ForwardRefExoticComponent<
  NodefluxLivenessProps & RefAttributes<NodefluxLivenessElement>
> = forwardRef<NodefluxLivenessElement, NodefluxLivenessProps>((props, outerRef) => {
  const ref = useRef<NodefluxLivenessElement>(null);
  const handlers = useRef<LivenessHandlers>({});
  const defaults = useRef<Record<string, unknown>>({});
  useImperativeHandle(outerRef, () => ref.current as NodefluxLivenessElement);

  useSetting(() => {
    handlers.current = props;
    const element = ref.current as unknown as Record<string, unknown> | null;
    if (!element) return;
    for (const name of Object.keys(PROPERTY_NAMES) as ElementPropertyName[]) {
      const given = props[name];
      if (given !== undefined && !(name in defaults.current))
        defaults.current[name] = element[name];
      if (name in defaults.current) element[name] = given ?? defaults.current[name];
    }
  });

  useSetting(() => {
    const element = ref.current;
    if (!element) return;
    const listeners = Object.entries(EVENT_NAMES).map(([handler, name]) => {
      const listener = (event: Event) =>
        (
          handlers.current[handler as keyof LivenessHandlers] as
            | ((event: Event) => void)
            | undefined
        )?.(event);
      element.addEventListener(name, listener);
      return () => element.removeEventListener(name, listener);
    });
    return () => {
      for (const remove of listeners) remove();
    };
  }, []);

  const others = Object.entries(props).filter(
    ([name]) => !(name in PROPERTY_NAMES || name in EVENT_NAMES),
  );
  return createElement('nodeflux-liveness', { ...Object.fromEntries(others), ref });
});
NodefluxLiveness.displayName = 'NodefluxLiveness';

type PascalCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${PascalCase<Rest>}`
  : Capitalize<Name>;

/** What the element itself takes in JSX. React 19 sets properties and listeners where it renders in the browser only. */
export type NodefluxLivenessTagProps = DetailedHTMLProps<
  HTMLAttributes<NodefluxLivenessElement>,
  NodefluxLivenessElement
> &
  ElementProperties &
  ElementAttributes &
  ElementListeners<'on'>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'nodeflux-liveness': NodefluxLivenessTagProps;
    }
  }
}
