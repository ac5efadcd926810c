const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

/** How much room a text takes, in columns of half an em: letters with what is written over them are one, CJK two. */
export function columnsOf(text: string): number {
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
  return letters.reduce((columns, { segment }) => columns + (WIDE.test(segment) ? 2 : 1), 0);
}
