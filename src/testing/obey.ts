import type { GestureName } from '../challenge/gesture.ts';
import type { CheckState } from '../check/check-state.ts';

/** Who can be asked for gestures; a {@link SimulatedPerson} can. */
export interface Performer {
  /** `slowness`: how many times as long as usual it takes. */
  perform(gesture: GestureName, slowness?: number): Promise<void>;
  pause(durationMs: number): Promise<void>;
  relax(): void;
}

/** How a person follows instructions. */
export interface ObeyOptions {
  /** From reading the instruction to moving. Default 700 ms. */
  readonly reactionMs?: number;
  /** From the end of a gesture to trying it again, when it is still asked for. Default 500 ms. */
  readonly retryMs?: number;
}

/** A turn that takes six seconds is as slow as people get. */
const SLOWEST = 4;

/**
 * Has the person do whatever `<nodeflux-liveness>` asks for, from its `liveness-state` events: the gesture when there
 * is a new one, again when it was not seen, slower when it is asked for slower; otherwise the person looks straight ahead.
 *
 * @param element The element, or anything that its events bubble to.
 * @returns Stops obeying; a gesture that runs is given up.
 *
 * @example
 * ```ts
 * import { createSimulatedPerson, installSimulatedCamera, obey } from 'nodeflux-liveness/testing';
 * const person = await createSimulatedPerson();
 * installSimulatedCamera(person);
 * const stopObeying = obey(document, person, { reactionMs: 300 });
 * ```
 */
export function obey(
  element: EventTarget,
  person: Performer,
  { reactionMs = 700, retryMs = 500 }: ObeyOptions = {},
): () => void {
  let asked: { gesture: GestureName; index: number } | undefined;
  let performing = false;
  let isAskedSlower = false;

  const listener = (event: Event): void => {
    const { state } = (event as Event & { readonly detail: { readonly state: CheckState } }).detail;
    if (state.name !== 'gesture') {
      if (asked) person.relax();
      asked = undefined;
      return;
    }
    if (state.index !== asked?.index || state.gesture !== asked.gesture) isAskedSlower = false;
    // What was read is heeded in the next try, whatever the screen says by then.
    isAskedSlower ||= state.hint === 'more-slowly';
    if (state.index === asked?.index && state.gesture === asked.gesture) return;
    const { gesture, index } = state;
    asked = { gesture, index };
    // A gesture is finished; a wait is not.
    if (!performing) person.relax();
    void follow(asked);
  };

  const follow = async (instruction: { gesture: GestureName }): Promise<void> => {
    let slowness = 1;
    await person.pause(reactionMs);
    while (asked === instruction) {
      if (isAskedSlower) slowness = Math.min(SLOWEST, slowness * 2);
      performing = true;
      await person.perform(instruction.gesture, slowness);
      performing = false;
      if (asked === instruction) await person.pause(retryMs);
    }
  };

  element.addEventListener('liveness-state', listener);
  return () => {
    element.removeEventListener('liveness-state', listener);
    if (asked) person.relax();
    asked = undefined;
  };
}
