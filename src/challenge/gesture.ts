import { blink } from './gestures/blink.ts';
import type { GestureRecord } from './gestures/gesture-record.ts';
import { nod } from './gestures/nod.ts';
import { openMouth } from './gestures/open-mouth.ts';
import { smile } from './gestures/smile.ts';
import { turn } from './gestures/turn.ts';

const RECORDS = {
  blink,
  smile,
  'turn-left': turn('left'),
  'turn-right': turn('right'),
  'nod-up': nod('up'),
  'nod-down': nod('down'),
  'open-mouth': openMouth,
} as const satisfies Readonly<Record<string, GestureRecord>>;

/** One of {@link GESTURE_NAMES}. */
export type GestureName = keyof typeof RECORDS;

/** What page and service know of each gesture. A new gesture begins with a line here. */
export const GESTURES: Readonly<Record<GestureName, GestureRecord>> = RECORDS;

/**
 * The gestures that can be asked, in the vocabulary of the native SDKs. Left and right are the person's own.
 *
 * @example
 * ```ts
 * import { GESTURE_NAMES } from 'nodeflux-liveness';
 * const withoutTurns = GESTURE_NAMES.filter((name) => !name.startsWith('turn-'));
 * document.querySelector('nodeflux-liveness')!.gestures = withoutTurns;
 * ```
 */
export const GESTURE_NAMES: readonly GestureName[] = Object.keys(RECORDS) as GestureName[];
