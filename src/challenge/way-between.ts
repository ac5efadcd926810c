/** What one frame on the way from rest to a gesture shows. */
export interface WayPoint {
  /** The gesture's own measure, as the service takes it, in its own unit. */
  readonly change: number;
  /** What only the service looks at. Absent: not judged. */
  readonly look?: WayLook;
}

/** A frame on the way at the page, by which it is found again. */
export interface WaySample extends WayPoint {
  /** When it was taken, on the clock of the frames. */
  readonly capturedAtMs: number;
}

/** Where the face is, and what is in the place where it was at rest. */
export interface WayLook {
  /** Middle of the outer eye corners, in widths of the picture. */
  readonly eyes: readonly [x: number, y: number];
  /** Their distance, in widths of the picture. */
  readonly eyeSpan: number;
  /** Grey values of the place where the face is in the first frame: the same place in all of them. */
  readonly place: readonly number[];
}

/** Why there is no way between rest and gesture. */
export type WayFault = 'nothing-between' | 'one-step' | 'leap' | 'mixture';

/** Limits of a way. Parts are of the whole change, from the first frame to the last. */
export interface WayLimits {
  /** A frame in between shows more than the first and less than the second part. */
  readonly between: readonly [low: number, high: number];
  /** Largest part of the change from one frame to the next. */
  readonly largestStep: number;
  /** Largest way of the eyes from one frame to the next, in eye spans: a face that is another picture's lies elsewhere. */
  readonly largestLeapSpans: number;
  /** Only mixtures with this share of the last frame are judged: nearer to one of the ends every frame is one. */
  readonly mixedShare: readonly [low: number, high: number];
  /** A frame that is a mixture of both ends but for this part of their difference is a cross-fade. */
  readonly mixtureRest: number;
}

/**
 * What the way must be like for the service. Measured on clips of 9 people: honest turns and nods 30 of 30, smiles 24 of 24; hard cuts,
 * slides and prints pulled away 0 of 115 (docs/attacks.md).
 */
export const WAY: WayLimits = {
  between: [0.15, 0.85],
  largestStep: 0.8,
  largestLeapSpans: 1,
  mixedShare: [0.2, 0.8],
  mixtureRest: 0.13,
};

/**
 * The same at the page, narrower: the service measures with another mesh, on small pictures, and must see what the page took.
 */
export const PAGE_WAY: WayLimits = { ...WAY, between: [0.22, 0.78], largestStep: 0.7 };

/**
 * Whether the frames show a movement and not only its ends: an album of stills has nothing between them. Pure, and the same
 * on both sides: the page asks once more where the service would find a fault.
 *
 * @param frames in the order taken: the first at rest, the last the gesture at its clearest
 * @param fewestBetween how many of them must show a part of the change
 * @param limits those of the service unless given
 * @returns what is wrong; `undefined` when nothing is
 */
export function findWayFault(
  frames: readonly WayPoint[],
  fewestBetween: number,
  limits = WAY,
): WayFault | undefined {
  const [first, ...rest] = frames;
  const last = rest.at(-1);
  if (!first || !last) return 'nothing-between';
  const whole = last.change - first.change;
  const parts = frames.map(({ change }) => (change - first.change) / whole);
  const [low, high] = limits.between;
  // A whole of nothing has parts that are no numbers, and none of them lies between.
  const between = parts.slice(1, -1).filter((part) => part > low && part < high);
  if (between.length < fewestBetween) return 'nothing-between';
  const steps = parts.slice(1).map((part, i) => Math.abs(part - (parts[i] ?? 0)));
  if (steps.some((step) => step > limits.largestStep)) return 'one-step';
  const leaps = rest.map((frame, i) => leapSpans(frames[i] ?? first, frame));
  if (leaps.some((leap) => leap > limits.largestLeapSpans)) return 'leap';
  return isCrossFade(first, rest.slice(0, -1), last, limits) ? 'mixture' : undefined;
}

/**
 * Of the frames from rest to the clearest those that show the way best: both ends, and what lies nearest to even parts of
 * the change between them. Pure.
 *
 * @param most how many there may be, the ends included
 * @param lean below 1 the parts are so much smaller than even ones
 */
export function pickWay(frames: readonly WaySample[], most: number, lean = 1): WaySample[] {
  const [first] = frames;
  const last = frames.at(-1);
  if (!first || !last || frames.length <= most) return [...frames];
  const picked = new Set([first, last]);
  for (let i = 1; i < most - 1; i++) {
    const wanted = first.change + ((last.change - first.change) * lean * i) / (most - 1);
    const [nearest] = frames
      .filter((frame) => !picked.has(frame))
      .toSorted((a, b) => Math.abs(a.change - wanted) - Math.abs(b.change - wanted));
    if (nearest) picked.add(nearest);
  }
  return frames.filter((frame) => picked.has(frame));
}

function leapSpans({ look: from }: WayPoint, { look: to }: WayPoint): number {
  if (!from || !to) return 0;
  return Math.hypot(to.eyes[0] - from.eyes[0], to.eyes[1] - from.eyes[1]) / from.eyeSpan;
}

/** Whether what lies between is, in the median, one end laid over the other. A turning head is none: its parts move. */
function isCrossFade(
  first: WayPoint,
  between: readonly WayPoint[],
  last: WayPoint,
  { mixedShare, mixtureRest }: WayLimits,
): boolean {
  const [from, to] = [first.look?.place, last.look?.place];
  if (!from || !to) return false;
  const [low, high] = mixedShare;
  const rests = between
    .flatMap(({ look }) => (look ? [mixtureOf(look.place, from, to)] : []))
    .filter(({ share }) => share > low && share < high)
    .map(({ rest }) => rest)
    .toSorted((a, b) => a - b);
  const median = rests[rests.length >> 1];
  return median !== undefined && median < mixtureRest;
}

/** The best `a·from + b·to + c` by least squares: the share of `to` in it, and what is left, in distances of the two. */
function mixtureOf(
  values: readonly number[],
  from: readonly number[],
  to: readonly number[],
): { share: number; rest: number } {
  const [v, f, t] = [centred(values), centred(from), centred(to)];
  const [ff, tt, ft] = [dot(f, f), dot(t, t), dot(f, t)];
  const [vf, vt, vv] = [dot(v, f), dot(v, t), dot(v, v)];
  // Two ends that are one picture are told by other rules; here they must only not divide by zero.
  const determinant = Math.max(Number.EPSILON, ff * tt - ft * ft);
  const a = (vf * tt - vt * ft) / determinant;
  const b = (vt * ff - vf * ft) / determinant;
  const left = Math.max(0, vv - a * vf - b * vt);
  const apart = Math.max(Number.EPSILON, ff + tt - 2 * ft);
  return { share: b / (a + b || 1), rest: Math.sqrt(left / apart) };
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
