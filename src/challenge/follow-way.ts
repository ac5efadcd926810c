import type { FaceChange } from './face-change.ts';
import type { GestureRecord } from './gestures/gesture-record.ts';
import {
  findWayFault,
  PAGE_WAY,
  pickWay,
  WAY,
  type WayLimits,
  type WaySample,
} from './way-between.ts';

/** The frames that may show the way of the asked gesture so far: one at rest, then only such as show more of it. */
export type Way = readonly WaySample[];

/** Part of the smallest change of the gesture below which a face is still at rest. */
const REST_SHARE = 0.2;
/** A frame at rest is exchanged for a later one after this long: each costs a copy. */
const REST_EVERY_MS = 300;
/** Part of the smallest change that a frame must show more than the last that was kept. */
const NEW_SHARE = 0.1;
/** So many are sent at most, as a step of the wire takes: rest, two between, the clearest. */
export const MOST_WAY_FRAMES = 4;
/** How often a gesture is asked for slower with its whole time, and by the page's own limits. */
export const MOST_ASKED_SLOWER = 3;
/**
 * What is sent leans to the beginning: of the later half of a movement the service sees up to 0.2 more than the page, and seldom
 * less (`npm run evaluate:ways`, 240 frames of 14 people).
 */
const LEAN = 0.8;
/** So many are kept at most, however slow the movement. */
const MOST_KEPT = 8;

/** The frame on the way of a gesture, by the measure that the service takes; `undefined` where the way is not judged. Pure. */
export function waySampleOf(
  { fewestBetween, service }: GestureRecord,
  change: FaceChange,
  capturedAtMs: number,
): WaySample | undefined {
  if (fewestBetween === 0) return undefined;
  // The band of the eyes belongs to the blink, whose way is not judged.
  const measured = (service.along ?? service.measure)({ ...change, eyeBandChange: 0 });
  return measured === undefined ? undefined : { capturedAtMs, change: measured };
}

/**
 * The way after one more frame. Pure.
 *
 * @param sample the frame; `undefined` when the gesture could not be measured in it
 * @param smallestChange at which the gesture counts, in the unit of the sample
 */
export function followWay(way: Way, sample: WaySample | undefined, smallestChange: number): Way {
  if (!sample) return way;
  const [first] = way;
  if (!first || sample.change < REST_SHARE * smallestChange) {
    const isFresh =
      first && way.length === 1 && sample.capturedAtMs - first.capturedAtMs < REST_EVERY_MS;
    return isFresh ? way : [sample];
  }
  const last = way.at(-1) ?? first;
  if (sample.change - last.change < NEW_SHARE * smallestChange) return way;
  const longer = [...way, sample];
  return longer.length > MOST_KEPT ? pickWay(longer, MOST_KEPT) : longer;
}

/**
 * What is sent of the way: the frames before the clearest that show it best, and the clearest itself last. Pure. Those that the
 * page counts as between come first.
 */
export function wayTo(way: Way, clearest: WaySample): WaySample[] {
  const [rest, ...before] = way.filter(({ capturedAtMs }) => capturedAtMs < clearest.capturedAtMs);
  if (!rest) return [clearest];
  const [low, high] = PAGE_WAY.between;
  const whole = clearest.change - rest.change;
  const between = before.filter(({ change }) => {
    const part = (change - rest.change) / whole;
    return part > low && part < high;
  });
  const wanted = between.length < MOST_WAY_FRAMES - 2 ? before : between;
  return pickWay([rest, ...wanted, clearest], MOST_WAY_FRAMES, LEAN);
}

/**
 * Whether a gesture was done without a way that the page takes, so that it is asked for once more, slower. Pure.
 *
 * A camera that shows none in four tries is too slow to show it well. Then one is taken that is enough for the service,
 * as near as the page can tell, and none that is not: a verdict would only say later what is known here. Where a head is moved, too,
 * the service does not judge a mouth's, which is then taken as it is.
 *
 * @param askedSlower how many times it was asked for slower before
 * @param movesNoHead whether the check has no movement of the head
 */
export function lacksWay(
  { fewestBetween, moves }: GestureRecord,
  way: readonly WaySample[] = [],
  askedSlower = 0,
  movesNoHead = false,
): boolean {
  const isFaulty = (limits: WayLimits): boolean =>
    fewestBetween > 0 && findWayFault(way, fewestBetween, limits) !== undefined;
  if (!isFaulty(PAGE_WAY)) return false;
  const isJudged = moves === 'head' || movesNoHead;
  return askedSlower < MOST_ASKED_SLOWER || (isJudged && isFaulty(WAY));
}
