/** Both ends of a confidence interval, 0..1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % of a normal distribution lie within this many standard deviations. */
const Z = 1.959964;

/** The 95 % confidence interval of a share of which `hits` of `count` were seen, after Wilson (1927). All of 0..1 for no count. */
export function wilsonInterval(hits: number, count: number): Interval {
  if (count === 0) return { low: 0, high: 1 };
  const share = hits / count;
  const scale = 1 + Z ** 2 / count;
  const centre = share + Z ** 2 / (2 * count);
  const spread = Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  return {
    low: hits === 0 ? 0 : (centre - spread) / scale,
    high: hits === count ? 1 : (centre + spread) / scale,
  };
}
