/** What is photographed: sizes, colours and languages of the contact sheet, and which one of them is the baseline. */

/** A window, in CSS pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** A phone upright, a phone on its side, a laptop. */
export const SIZES: readonly WindowSize[] = [
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
];

/** Both colour schemes. */
export const SCHEMES = ['light', 'dark'] as const;

/** The first two languages of the people who do checks, and one that is written from the right. */
export const LANGUAGES = ['id', 'en', 'ar'] as const;

/** How one picture is set up. */
export interface Variant {
  readonly lang: (typeof LANGUAGES)[number];
  readonly scheme: (typeof SCHEMES)[number];
}

/** Every language in every scheme. */
export const VARIANTS: readonly Variant[] = LANGUAGES.flatMap((lang) =>
  SCHEMES.map((scheme) => ({ lang, scheme })),
);

/** `390x844`. */
export function nameOf({ width, height }: WindowSize): string {
  return `${width}x${height}`;
}

/**
 * The variant whose picture is kept as the baseline of a state: each state once per size, and the variants in turn, so
 * that a state is seen in different ones at different sizes.
 */
export function baselineVariant(stateIndex: number, sizeIndex: number): Variant {
  const variant = VARIANTS[(stateIndex + sizeIndex * 2) % VARIANTS.length];
  if (!variant) throw new Error('There are no variants.');
  return variant;
}
