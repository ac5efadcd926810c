import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GESTURE_NAMES } from '../../src/challenge/gesture.ts';
import { HINTS } from '../../src/challenge/hint.ts';
import { en } from '../../src/ui/words/messages/en.ts';
import {
  LANGUAGE_CODES,
  type LanguageCode,
  languageOf,
  loadMessages,
} from '../../src/ui/words/messages/languages.ts';
import type { MessageKey, Messages } from '../../src/ui/words/messages/messages.ts';
import { columnsOf } from './text-columns.ts';

const KEYS = Object.keys(en) as MessageKey[];
const TEXT_KEYS = KEYS.filter((key) => !key.startsWith('$'));
/** Where a language rightly says the same as English. */
const SAME_AS_ENGLISH: Partial<Record<LanguageCode, readonly MessageKey[]>> = {
  fil: ['camera.numbered', 'error.reference'],
  de: ['error.reference'],
};
/** Scripts of their own: every text must have letters of them. */
const SCRIPTS: Partial<Record<LanguageCode, RegExp>> = {
  th: /\p{Script=Thai}/u,
  zh: /\p{Script=Han}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /\p{Script=Hangul}/u,
  hi: /\p{Script=Devanagari}/u,
  ar: /\p{Script=Arabic}/u,
};
/** One line of 296 px, which a phone 320 px wide has, in the type of the instruction: half an em a column. */
const ONE_LINE_COLUMNS = 28;
const TWO_LINES_COLUMNS = 2 * ONE_LINE_COLUMNS;

/** The text as people see it; functions with the numbers given. */
function sayWith(messages: Messages, key: MessageKey, ...numbers: number[]): string {
  const text = messages[key];
  return typeof text === 'function' ? (text as (...values: unknown[]) => string)(...numbers) : text;
}
const say = (messages: Messages, key: MessageKey): string => sayWith(messages, key, 3, 4);

describe('the languages', () => {
  it('are the seventeen that are promised', () => {
    assert.deepEqual(
      [...LANGUAGE_CODES].sort(),
      'ar de en es fil fr hi id ja jv ko ms pt su th vi zh'.split(' '),
    );
  });

  const TAGS: readonly (readonly [string, LanguageCode | undefined])[] = [
    ['id-ID', 'id'],
    ['in', 'id'],
    ['pt-BR', 'pt'],
    ['pt-PT', 'pt'],
    ['zh', 'zh'],
    ['zh-Hans', 'zh'],
    ['zh-Hans-CN', 'zh'],
    ['zh-TW', 'zh'],
    ['tl', 'fil'],
    ['tl-PH', 'fil'],
    ['fil-PH', 'fil'],
    ['jw', 'jv'],
    ['en_US', 'en'],
    ['AR-EG', 'ar'],
    ['tlh', undefined],
    ['constructor', undefined],
    ['not a language', undefined],
    ['', undefined],
  ];
  for (const [tag, code] of TAGS) {
    it(`${tag || 'an empty tag'} is ${code ?? 'no language of the element'}`, () => {
      assert.equal(languageOf(tag), code);
    });
  }
});

for (const code of LANGUAGE_CODES) {
  describe(`the language ${code}`, async () => {
    const messages = await loadMessages(code);

    it('has every text, and is what its file says', () => {
      assert.deepEqual(Object.keys(messages).sort(), [...KEYS].sort());
      assert.equal(messages.$code, code);
      assert.equal(messages.$dir, code === 'ar' ? 'rtl' : 'ltr');
    });

    it('repeats no English text but those that are listed', { skip: code === 'en' }, () => {
      const same = TEXT_KEYS.filter((key) => say(messages, key) === say(en, key));
      assert.deepEqual(same, SAME_AS_ENGLISH[code] ?? []);
    });

    it('is written in its own letters and with typographic quotes', () => {
      for (const key of TEXT_KEYS) {
        const text = say(messages, key);
        assert.match(text, SCRIPTS[code] ?? /\p{Script=Latin}/u, key);
        assert.doesNotMatch(text, /^\s|\s$|\s\s|['"]|\.\.\.|undefined|NaN/u, key);
      }
    });

    it('ends instructions, titles and buttons without a full stop, and advice with one', () => {
      for (const key of TEXT_KEYS) {
        const text = say(messages, key);
        if (/^(gesture|hint|action|camera)\.|\.title$/.test(key)) {
          assert.doesNotMatch(text, /[.。।]$/u, key);
        }
        // Thai ends its sentences with a space.
        if (/^error\..+\.action$/.test(key) && code !== 'th') assert.match(text, /[.。।]$/u, key);
      }
    });

    it('says each gesture and each hint in words of their own', () => {
      const said = [
        ...GESTURE_NAMES.map((name) => messages[`gesture.${name}`]),
        ...HINTS.map((hint) => messages[`hint.${hint}`]),
      ];
      assert.equal(new Set(said).size, said.length);
    });

    it('asks for a gesture in one line on a small phone, and hints in two', (t) => {
      for (const name of GESTURE_NAMES) {
        const text = messages[`gesture.${name}`];
        assert.ok(columnsOf(text) <= ONE_LINE_COLUMNS, `${text}: ${columnsOf(text)}`);
      }
      const hints = HINTS.map((hint) => messages[`hint.${hint}`]);
      const long = hints.filter((text) => columnsOf(text) > ONE_LINE_COLUMNS);
      for (const text of long) {
        t.diagnostic(`${text}: ${columnsOf(text)} columns`);
        assert.ok(columnsOf(text) <= TWO_LINES_COLUMNS, text);
      }
      // A covered camera has to be named and explained, and nothing else is on the screen then.
      const usual = long.filter((text) => text !== messages['hint.camera-black']);
      assert.ok(usual.length <= 4, usual.join(' | '));
    });

    it('puts every number in', () => {
      for (const count of [3, 5, 10]) {
        assert.match(sayWith(messages, 'start.step-gestures', count), new RegExp(`${count}`));
      }
      for (const count of [1, 2]) assert.ok(sayWith(messages, 'start.step-gestures', count));
      for (const seconds of [10, 15, 20, 50]) {
        assert.match(sayWith(messages, 'start.duration', seconds), new RegExp(`${seconds}`));
      }
      assert.match(sayWith(messages, 'preparing.loading', 49), /49\p{Cf}?\s?%/u);
      assert.match(sayWith(messages, 'gesture.step', 2, 3), /2.*3|3.*2/);
      assert.match(sayWith(messages, 'camera.numbered', 2), /2/);
      assert.ok(messages['error.reference']('not-live').includes('not-live'));
    });
  });
}

describe('Arabic', () => {
  it('counts with the forms that one, two, few and many have', async () => {
    const ar = await loadMessages('ar');
    const said = [1, 2, 3, 10].map((count) => sayWith(ar, 'start.step-gestures', count));
    assert.equal(new Set(said.map((text) => text.replace(/\d+/, ''))).size, 3);
    assert.notEqual(
      sayWith(ar, 'start.duration', 10).replace('10', ''),
      sayWith(ar, 'start.duration', 15).replace('15', ''),
    );
  });
});
