import { blink } from './gestures/blink.ts';
import { DOTS, type DotDirection, type DotName } from './gestures/follow-dot.ts';
import type { GestureRecord } from './gestures/gesture-record.ts';
import { nod } from './gestures/nod.ts';
import { openMouth } from './gestures/open-mouth.ts';
import { smile } from './gestures/smile.ts';
import { turn } from './gestures/turn.ts';

const FREE = {
  blink,
  smile,
  'turn-left': turn('left'),
  'turn-right': turn('right'),
  'nod-up': nod('up'),
  'nod-down': nod('down'),
  'open-mouth': openMouth,
} as const satisfies Readonly<Record<string, GestureRecord>>;

/** One of {@link GESTURE_NAMES}. */
export type FreeGestureName = keyof typeof FREE;

/** A gesture that can be asked: a free one, or a dot that the nose follows. */
export type GestureName = FreeGestureName | DotName;

/** What page and service know of each gesture. A new gesture begins with a line above. */
export const GESTURES: Readonly<Record<GestureName, GestureRecord>> = { ...FREE, ...DOTS };

/** Whether a gesture is a movement of the head. Pure. */
export function movesHead(gesture: GestureName): boolean {
  return GESTURES[gesture].moves === 'head';
}

/**
 * The gestures that anybody can ask for, in the vocabulary of the native SDKs. Left and right are the person's own.
 *
 * @example
 * ```ts
 * import { GESTURE_NAMES } from 'nodeflux-liveness';
 * const withoutTurns = GESTURE_NAMES.filter((name) => !name.startsWith('turn-'));
 * document.querySelector('nodeflux-liveness')!.gestures = withoutTurns;
 * ```
 */
export const GESTURE_NAMES: readonly FreeGestureName[] = Object.keys(FREE) as FreeGestureName[];

/**
 * Dots that the nose follows: eight directions at two distances. Only a service that paces asks for them, because nobody
 * else can tell whether an image shows the right one.
 *
 * @example
 * ```ts
 * import { DOT_NAMES } from 'nodeflux-liveness';
 * const isDot = (gesture: string) => DOT_NAMES.some((name) => name === gesture);
 * ```
 */
export const DOT_NAMES: readonly DotName[] = Object.keys(DOTS) as DotName[];

/** Every gesture that a service which paces may ask for. */
export const ALL_GESTURE_NAMES: readonly GestureName[] = [...GESTURE_NAMES, ...DOT_NAMES];

/** How a gesture is asked for, in words and as a drawing: dots of one direction are asked for alike, whatever their distance. */
export type InstructionName = FreeGestureName | `dot-${DotDirection}`;

/** How this gesture is asked for. */
export function instructionOf(gesture: GestureName): InstructionName {
  return gesture.replace(/-(?:near|far)$/u, '') as InstructionName;
}
