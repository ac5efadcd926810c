import { movedFile } from '../../../edge/moved-file.ts';
import { WaitTimeoutError, waitFor } from '../../../edge/wait-for.ts';
import { VERSION } from '../../../version.ts';
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

/** The file of a language, as the build calls it, below the folder of what is fetched. */
export function languageFile(code: LanguageCode): string {
  return `languages/${code}-${VERSION}.js`;
}

/** Longest that a language is waited for; the check goes on in English meanwhile. */
const LOAD_LIMIT_MS = 30_000;

/** Imports a module by its whole URL. */
export type ImportUrl = (url: string) => Promise<Readonly<Record<string, unknown>>>;

let asks = 0;

/**
 * Fetches a language. The browser fetches each file once, however many elements ask, and Chromium remembers one that
 * failed for as long as the page lives: it is asked for again under another URL, which the error names.
 *
 * @param assetUrl Where the page has moved the files; beside the module unless given.
 * @throws TypeError when the file cannot be fetched
 */
export async function loadMessages(
  code: LanguageCode,
  assetUrl?: string,
  importUrl: ImportUrl = (url) => import(/* @vite-ignore */ url),
  source: Messages | (() => Promise<Messages>) = SOURCES[code],
): Promise<Messages> {
  if (typeof source !== 'function') return source;
  const wait = { what: `the language ${code}`, limitMs: LOAD_LIMIT_MS };
  const importFrom = async (url: string): Promise<Messages> => {
    const found = Object.values(await waitFor(importUrl(url), wait)).find(
      (value) => (value as Partial<Messages> | undefined)?.$code === code,
    );
    if (!found) throw new TypeError(`${url} is not ${wait.what}`);
    return found as Messages;
  };
  try {
    if (assetUrl) return await importFrom(movedFile(assetUrl, languageFile(code)));
    return await waitFor(source(), wait);
  } catch (error) {
    const url = /https?:\/\/\S+/.exec(String(error))?.[0];
    if (!url || error instanceof WaitTimeoutError) throw error;
    asks += 1;
    const again = new URL(url);
    again.searchParams.set('again', String(asks));
    return await importFrom(again.href);
  }
}
