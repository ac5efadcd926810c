import type { GestureName } from '../challenge/gesture.ts';
import type { CheckState } from '../check/check-state.ts';
import type { Offset } from './gesture-timeline.ts';

/** Who can be asked for gestures; a {@link SimulatedPerson} can. */
export interface Performer {
  /**
   * `slowness`: how many times as long as usual it takes. `beside`: how far from where it usually goes a head that follows a dot
   * goes, in parts of the way to the ring.
   */
  perform(gesture: GestureName, slowness?: number, beside?: Offset): Promise<void>;
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
const NOT_BESIDE: Offset = { left: 0, up: 0 };

/**
 * Has the person do whatever `<nodeflux-liveness>` asks for, from its `liveness-state` events: the gesture when there
 * is a new one, again when it was not seen, slower when it is asked for slower; otherwise the person looks straight ahead. Who
 * follows a dot sees on the screen where the nose points, and corrects by that in the next try.
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
  // A property, because TypeScript takes a variable that another function sets for unset.
  const seen: { nearest?: Lack | undefined } = {};

  const listener = (event: Event): void => {
    const { state } = (event as Event & { readonly detail: { readonly state: CheckState } }).detail;
    if (state.name !== 'gesture') {
      if (asked) person.relax();
      asked = undefined;
      return;
    }
    if (state.index !== asked?.index || state.gesture !== asked.gesture) {
      isAskedSlower = false;
      seen.nearest = undefined;
    }
    const lack = performing ? lackOf(state) : undefined;
    if (lack && lack.away < (seen.nearest?.away ?? Number.POSITIVE_INFINITY)) seen.nearest = lack;
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
    let beside = NOT_BESIDE;
    await person.pause(reactionMs);
    while (asked === instruction) {
      if (isAskedSlower) slowness = Math.min(SLOWEST, slowness * 2);
      seen.nearest = undefined;
      performing = true;
      await person.perform(instruction.gesture, slowness, beside);
      performing = false;
      const { left, up } = seen.nearest ?? NOT_BESIDE;
      beside = { left: beside.left + left, up: beside.up + up };
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

/** What lacks from where the nose points to a dot. */
interface Lack extends Offset {
  /** How far it is, in parts of the way to the ring. */
  readonly away: number;
}

/** `undefined` where no dot is followed. */
function lackOf({ dot, pointsAt }: Extract<CheckState, { name: 'gesture' }>): Lack | undefined {
  if (!dot || !pointsAt) return undefined;
  const [left, up] = [dot.left - pointsAt.left, dot.up - pointsAt.up];
  return { left, up, away: Math.hypot(left, up) };
}
