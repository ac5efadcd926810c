import type { DataSegment } from './wasm-file.ts';

/** Shorter ones are as likely to be numbers. */
const LEAST_LENGTH = 8;

/**
 * Overwrites the texts that nothing points at any more: each run of printable characters between two zeros into which
 * neither an address of the code nor a word of the data leads. Other data is left alone: what looks dead there is often
 * reached by an offset.
 *
 * @param fill 0; anything else in tests, which then find out whether one was read after all
 * @returns how many bytes were overwritten
 */
export function clearDeadTexts(
  segments: readonly DataSegment[],
  addresses: ReadonlySet<number>,
  fill = 0,
): number {
  const pointed = new Set([...addresses, ...segments.flatMap(wordsOf)]);
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

function wordsOf({ address, bytes }: DataSegment): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const words: number[] = [];
  for (let at = (4 - (address % 4)) % 4; at + 4 <= bytes.length; at += 4) {
    words.push(view.getUint32(at, true));
  }
  return words;
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
