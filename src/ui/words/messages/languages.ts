import { en } from './en.ts';
import { id } from './id.ts';
import type { Messages } from './messages.ts';

/**
 * Where each language comes from. English is the fallback and Indonesian the language of most people who do a check,
 * so both are always there; each of the others is a file of its own that imports nothing.
 */
const SOURCES = {
  en,
  id,
  ms: () => import('./ms.ts').then(({ ms }) => ms),
  jv: () => import('./jv.ts').then(({ jv }) => jv),
  su: () => import('./su.ts').then(({ su }) => su),
  fil: () => import('./fil.ts').then(({ fil }) => fil),
  th: () => import('./th.ts').then(({ th }) => th),
  vi: () => import('./vi.ts').then(({ vi }) => vi),
  zh: () => import('./zh.ts').then(({ zh }) => zh),
  ja: () => import('./ja.ts').then(({ ja }) => ja),
  ko: () => import('./ko.ts').then(({ ko }) => ko),
  hi: () => import('./hi.ts').then(({ hi }) => hi),
  ar: () => import('./ar.ts').then(({ ar }) => ar),
  es: () => import('./es.ts').then(({ es }) => es),
  pt: () => import('./pt.ts').then(({ pt }) => pt),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
  de: () => import('./de.ts').then(({ de }) => de),
} as const satisfies Record<string, Messages | (() => Promise<Messages>)>;

/** A language that the element speaks. */
export type LanguageCode = keyof typeof SOURCES;

/** Every language that the element speaks. */
export const LANGUAGE_CODES = Object.keys(SOURCES) as LanguageCode[];

/** Older names of languages that not every browser translates into the newer. */
const ALIASES: Readonly<Record<string, string>> = { tl: 'fil', in: 'id', jw: 'jv' };

/**
 * The language for a tag, whatever its region and script: `pt-BR` is `pt`, `zh-Hans-CN` is `zh`, `tl` is `fil`.
 * Undefined for a language that is not here and for what is no language tag.
 */
export function languageOf(tag: string): LanguageCode | undefined {
  let language: string;
  try {
    ({ language } = new Intl.Locale(tag.replaceAll('_', '-')));
  } catch {
    return undefined;
  }
  const code = ALIASES[language] ?? language;
  return Object.hasOwn(SOURCES, code) ? (code as LanguageCode) : undefined;
}

/** Whether a language is part of the module and needs no loading. */
export function isBundled(code: LanguageCode): boolean {
  return typeof SOURCES[code] !== 'function';
}

/**
 * Fetches a language. The browser fetches each file once, however many elements ask.
 * @throws TypeError when the file cannot be fetched.
 */
export async function loadMessages(code: LanguageCode): Promise<Messages> {
  const source = SOURCES[code];
  return typeof source === 'function' ? await source() : source;
}
