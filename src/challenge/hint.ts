/** One thing that the person can do to be seen better, most urgent first. */
export const HINTS = [
  'no-face',
  'multiple-faces',
  'move-closer',
  'move-back',
  'move-left',
  'move-right',
  'move-up',
  'move-down',
  'look-straight',
  'relax-face',
  'hold-still',
] as const;

/** One of {@link HINTS}. Left and right are the person's own. */
export type Hint = (typeof HINTS)[number];
