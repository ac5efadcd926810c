/** Puts the even bytes of a file before the odd ones; `src/face/join-byte-planes.ts` puts them together again. */
export function splitBytePlanes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const split = new Uint8Array(bytes.length);
  const odd = Math.ceil(bytes.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    split[(at >> 1) + (at % 2 === 0 ? 0 : odd)] = bytes[at] as number;
  }
  return split;
}
