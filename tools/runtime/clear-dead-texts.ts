import type { DataSegment } from './wasm-file.ts';

/** Shorter ones are as likely to be numbers. */
const LEAST_LENGTH = 8;
/** Fewer pointers in a row may be by chance. */
const LEAST_TABLE_WORDS = 16;
/** How far from a table an address may lie and still be meant for it: code reaches the first entries by an offset. */
const TABLE_MARGIN_BYTES = 64;
const WORD_BYTES = 4;

/**
 * Overwrites the texts that nothing reads any more: runs of printable characters between two zeros
 *
 * - into which neither an address of the code nor a word of the data leads,
 * - into which only a table of pointers leads that nothing points at itself, such as that of the letters of a font.
 *
 * Other data is left alone: what looks dead there is often reached by an offset. So are the names of C++ types, by which
 * MediaPipe finds its calculators.
 *
 * @param fill 0; anything else in tests, which then find out whether one was read after all
 * @returns how many bytes were overwritten
 */
export function clearDeadTexts(
  segments: readonly DataSegment[],
  addresses: ReadonlySet<number>,
  fill = 0,
): number {
  const words = segments.flatMap(wordsOf);
  const unread = unreadTables(words, new Set([...addresses, ...words.map(({ value }) => value)]));
  const pointed = new Set([
    ...addresses,
    ...words.filter(({ at }) => !unread.has(at)).map(({ value }) => value),
  ]);
  let cleared = 0;
  for (const { address, bytes } of segments) {
    for (const [start, end] of textsOf(bytes)) {
      if (isPointedInto(pointed, address + start, address + end)) continue;
      bytes.fill(fill, start, end);
      cleared += end - start;
    }
  }
  return cleared;
}

/** A word of the data, which may be an address. */
interface Word {
  readonly at: number;
  readonly value: number;
}

function wordsOf({ address, bytes }: DataSegment): Word[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const words: Word[] = [];
  const first = (WORD_BYTES - (address % WORD_BYTES)) % WORD_BYTES;
  for (let at = first; at + WORD_BYTES <= bytes.length; at += WORD_BYTES) {
    words.push({ at: address + at, value: view.getUint32(at, true) });
  }
  return words;
}

/** Where the words of the tables stand that nothing points at: many in a row, each of which points behind a zero. */
function unreadTables(words: readonly Word[], pointed: ReadonlySet<number>): Set<number> {
  const unread = new Set<number>();
  const span = words.reduce(
    ({ low, high }, { at }) => ({ low: Math.min(low, at), high: Math.max(high, at) }),
    { low: Infinity, high: 0 },
  );
  const isPointer = ({ value }: Word) => value > span.low && value < span.high;
  for (let first = 0; first < words.length; first++) {
    let next = first;
    while (
      next < words.length &&
      isPointer(words[next] as Word) &&
      (words[next] as Word).at === (words[first] as Word).at + (next - first) * WORD_BYTES
    ) {
      next++;
    }
    const table = words.slice(first, next);
    const [start, end] = [table[0]?.at ?? 0, table.at(-1)?.at ?? 0];
    const isRead = () =>
      isPointedInto(pointed, start - TABLE_MARGIN_BYTES, end + TABLE_MARGIN_BYTES);
    if (table.length >= LEAST_TABLE_WORDS && !isRead()) for (const { at } of table) unread.add(at);
    first = Math.max(first, next);
  }
  return unread;
}

/** The terminating zero is part of a text that is pointed at: of an empty one, or of the end of a range. */
function isPointedInto(pointed: ReadonlySet<number>, start: number, end: number): boolean {
  for (let at = start; at <= end; at++) if (pointed.has(at)) return true;
  return false;
}

function* textsOf(bytes: Uint8Array): Generator<[start: number, end: number]> {
  for (let start = 0; start < bytes.length; start++) {
    let end = start;
    while (end < bytes.length && isPrintable(bytes[end] as number)) end++;
    const isBounded = bytes[end] === 0 && (start === 0 || bytes[start - 1] === 0);
    if (isBounded && end - start >= LEAST_LENGTH) yield [start, end];
    start = Math.max(start, end);
  }
}

const isPrintable = (byte: number): boolean =>
  (byte >= 32 && byte < 127) || byte === 9 || byte === 10;
