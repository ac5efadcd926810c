/** A whole number from 0 to `limit` − 1, each as likely as the other. */
export type RandomInt = (limit: number) => number;

const RANGE = 2 ** 32;

/** Uniform numbers out of a source of random 32-bit numbers; the uneven rest of the range is drawn again. */
export function randomIntFrom(draw32: () => number): RandomInt {
  return (limit) => {
    const fairLimit = RANGE - (RANGE % limit);
    for (;;) {
      const drawn = draw32();
      if (drawn < fairLimit) return drawn % limit;
    }
  };
}

/** Uniform and unpredictable: crypto randomness of the browser. */
export const cryptoRandomInt: RandomInt = randomIntFrom(
  () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
);
