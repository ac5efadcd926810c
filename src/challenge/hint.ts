/**
 * One thing that the person can do to be seen better, most urgent first.
 *
 * @example
 * ```ts
 * import { HINTS } from 'nodeflux-liveness';
 * const shownMs = new Map(HINTS.map((hint) => [hint, 0]));
 * ```
 */
export const HINTS = [
  'camera-black',
  'camera-plain',
  'camera-frozen',
  'no-face',
  'multiple-faces',
  'too-dark',
  'too-bright',
  'move-closer',
  'move-back',
  'move-left',
  'move-right',
  'move-up',
  'move-down',
  'uncover-face',
  'look-straight',
  'relax-face',
  'eyes-closed',
  'backlit',
  'blurred',
  'hold-still',
  'turn-further',
  'turn-less',
  'smile-wider',
  'open-wider',
  'close-eyes-fully',
  'more-slowly',
] as const;

/** One of {@link HINTS}. Left and right are the person's own. */
export type Hint = (typeof HINTS)[number];

/** Hints that not everybody can follow. They are shown for a while; then the check goes on with what there is. */
const ADVICE: readonly Hint[] = ['uncover-face', 'eyes-closed', 'backlit', 'blurred'];

/** Whether the check goes on in spite of this hint when nothing changes. */
export function isAdvice(hint: Hint): boolean {
  return ADVICE.includes(hint);
}
