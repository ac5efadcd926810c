import { RUNTIMES } from '../../face/face-assets.ts';
import { PACINGS } from '../../submission/pacing.ts';
import { gesturesOption } from './gestures-option.ts';
import { numberOption } from './number-option.ts';
import { onOffOption } from './on-off-option.ts';
import { type Option, readOption } from './option.ts';
import { urlOption } from './url-option.ts';
import { wordOption } from './word-option.ts';

/**
 * Shortest limit that a person can meet: a face has to rest for a moment, then move, then be seen at its peak. Less would
 * time out at the first picture.
 */
const SHORTEST_LIMIT_MS = 1000;
/** Longest time that the privacy notice promises, in days: ten years. */
const LONGEST_RETENTION_DAYS = 3650;

/** What the element's options accept, and their defaults: those of the native SDK where it has the option. */
export const OPTIONS = {
  apiUrl: urlOption('api-url', 'https://api.identifai.id'),
  tokenUrl: urlOption('token-url', undefined),
  resultUrl: urlOption('result-url', undefined),
  handoffUrl: urlOption('handoff-url', undefined),
  assetUrl: urlOption('asset-url', undefined),
  modelUrl: urlOption('model-url', undefined),
  runtime: wordOption('runtime', 'small', RUNTIMES),
  gestures: gesturesOption,
  gestureCount: numberOption('gesture-count', 3, { smallest: 1, largest: 10, whole: true }),
  passive: onOffOption('passive', false),
  threshold: numberOption('threshold', 0.7, { smallest: 0, largest: 1 }),
  timeoutMs: numberOption('timeout', 15_000, { smallest: SHORTEST_LIMIT_MS, largest: Infinity }),
  gestureToleranceMs: numberOption('gesture-tolerance', 3000, {
    smallest: SHORTEST_LIMIT_MS,
    largest: Infinity,
  }),
  imageQualityFilter: onOffOption('image-quality-filter', true),
  pacing: wordOption('pacing', undefined, PACINGS),
  requireConsent: onOffOption('require-consent', false),
  retentionDays: numberOption('retention-days', undefined, {
    smallest: 0,
    largest: LONGEST_RETENTION_DAYS,
    whole: true,
  }),
  spokenGuidance: onOffOption('spoken-guidance', false),
  autostart: onOffOption('autostart', false),
} as const;

/** For what is only shown before the start, which refuses what cannot be read: the value, or the default. */
export function shownOption<T>(option: Option<T>, given: unknown): T {
  try {
    return readOption(option, given);
  } catch {
    return option.otherwise;
  }
}

type OptionName = keyof typeof OPTIONS;
type OptionValue<N extends OptionName> = ReturnType<(typeof OPTIONS)[N]['read']>;

/** The element's properties that hold options, as they were given. */
export type GivenOptions = { readonly [N in OptionName as PropertyOf<N>]: unknown };
/** A property is called as its attribute; a value that is read carries its unit. */
type PropertyOf<N extends string> = N extends `${infer Property}Ms` ? Property : N;

/** Every option of an element, read. */
export type ReadOptions = {
  readonly [N in OptionName]: Exclude<OptionValue<N>, undefined> | (typeof OPTIONS)[N]['otherwise'];
};

/**
 * Reads all options before anything begins.
 * @throws {LivenessError} `invalid-option` for the first that cannot be read
 */
export function readOptions(given: GivenOptions): ReadOptions {
  const read = Object.entries(OPTIONS).map(([name, option]) => {
    const property = name.replace(/Ms$/, '') as keyof GivenOptions;
    return [name, readOption<unknown>(option, given[property])];
  });
  return Object.fromEntries(read) as ReadOptions;
}

/** How many gestures the start screen announces. */
export function shownGestureCount(given: GivenOptions): number {
  if (shownOption(OPTIONS.passive, given.passive)) return 0;
  return shownOption(OPTIONS.gestureCount, given.gestureCount);
}

/**
 * Whether a check begins as soon as the element is on the page: not with a consent to be asked for. What cannot be read
 * begins it too, so that the page is told at once.
 */
export function startsByItself(given: GivenOptions): boolean {
  if (shownOption(OPTIONS.requireConsent, given.requireConsent)) return false;
  try {
    return readOption(OPTIONS.autostart, given.autostart);
  } catch {
    return true;
  }
}
