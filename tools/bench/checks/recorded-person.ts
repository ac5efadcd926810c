import type { GestureName } from '../../../src/challenge/gesture.ts';
import type { FaceSignals } from '../../../src/face/face-signals.ts';
import type { TrackedClip } from '../evaluation/track-cache.ts';

/** A label ends where the gesture is over, and is not exact to the frame. */
const BEFORE_S = 0.3;
const AFTER_S = 0.4;
/** From reading the instruction to moving; uniform. */
const REACTION_S = [0.6, 1.5] as const;
/** From the end of a try to the next, when the gesture is still asked for. */
const RETRY_S = 0.6;
/** Around a label; and rest that is shorter shows nobody at rest. */
const REST_MARGIN_S = 0.15;
const SHORTEST_REST_S = 0.2;

/** Of the time that a gesture takes in the clip. */
const SLOWEST = 4;

/** What the screen asks for. */
export interface Instruction {
  readonly gesture: GestureName;
  /** Tells a gesture that is asked for from the same one later. */
  readonly place: string;
  /** Whether it is to be made more slowly. */
  readonly slower: boolean;
}

/**
 * Somebody of a clip, who rests as in the clip, and does there what is asked as it was done in it: at their own pace, one of
 * the times that are labelled, which may be a poor one. Asked to be slower they take twice the time, then four times: what
 * the tracker would say between two pictures is interpolated.
 */
export class RecordedPerson {
  readonly #tracked: TrackedClip;
  readonly #random: () => number;
  /** Pictures of the clip for each of the camera. */
  readonly #step: number;
  readonly #rest: readonly number[];
  /** Places in the clip, to come. */
  readonly #ahead: number[] = [];
  #restAt = 0;
  #place: string | undefined;
  #slowness = 1;

  /** The clip must show some rest: {@link hasRest}. */
  constructor(tracked: TrackedClip, framesPerSecond: number, random: () => number) {
    this.#tracked = tracked;
    this.#random = random;
    this.#step = tracked.clip.framesPerSecond / framesPerSecond;
    this.#rest = longestRest(tracked);
  }

  /** What the camera shows next. */
  next(asked: Instruction | undefined): FaceSignals {
    if (asked?.place !== this.#place) {
      this.#place = asked?.place;
      this.#slowness = 1;
      const [least, most] = REACTION_S;
      if (asked) this.#waitAndDo(least + (most - least) * this.#random(), asked.gesture);
    } else if (asked && this.#ahead.length === 0) {
      if (asked.slower) this.#slowness = Math.min(SLOWEST, 2 * this.#slowness);
      this.#waitAndDo(RETRY_S, asked.gesture);
    }
    return signalsAt(this.#tracked.track, this.#ahead.shift() ?? this.#nextRest());
  }

  #waitAndDo(waitS: number, gesture: GestureName): void {
    const { actions, framesPerSecond } = this.#tracked.clip;
    const times = actions.filter(({ name }) => name === gesture);
    const chosen = times[Math.floor(times.length * this.#random())];
    // What was begun is finished first, as people do.
    for (let waited = 0; waited < waitS * framesPerSecond; waited += this.#step) {
      this.#ahead.push(this.#nextRest());
    }
    if (!chosen) return;
    const last = Math.min(this.#tracked.track.length - 1, (chosen.toS + AFTER_S) * framesPerSecond);
    const first = Math.max(0, (chosen.fromS - BEFORE_S) * framesPerSecond);
    for (let at = first; at <= last; at += this.#step / this.#slowness) this.#ahead.push(at);
  }

  /** To and fro, so that nobody jumps. */
  #nextRest(): number {
    const last = this.#rest.length - 1;
    const at = this.#restAt % (2 * last);
    this.#restAt += this.#step;
    return (this.#rest[0] ?? 0) + (at < last ? at : 2 * last - at);
  }
}

/** Between two pictures of which both show a face everything that is measured is interpolated. */
function signalsAt(track: readonly FaceSignals[], at: number): FaceSignals {
  const [before, after] = [track[Math.floor(at)], track[Math.ceil(at)]];
  const nearest = at % 1 < 0.5 ? before : after;
  if (!before || !nearest) return { capturedAtMs: 0, faceCount: 0 };
  if (!before.face || !after?.face) return nearest;
  return { ...nearest, face: between(before.face, after.face, at % 1) };
}

function between<T>(from: T, to: T, part: number): T {
  if (typeof from === 'number' && typeof to === 'number') return (from + (to - from) * part) as T;
  if (typeof from !== 'object' || from === null) return from;
  const values = to as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(from).map(([name, value]) => [name, between(value, values?.[name], part)]),
  ) as T;
}

/** Whether the person of the clip is at rest for a moment. */
export function hasRest(tracked: TrackedClip): boolean {
  return longestRest(tracked).length >= SHORTEST_REST_S * tracked.clip.framesPerSecond;
}

/** The longest stretch in which one face is seen and nothing is labelled. */
function longestRest({ clip, track }: TrackedClip): number[] {
  const busy = clip.actions;
  let [longest, stretch]: [number[], number[]] = [[], []];
  for (const [frame, { face, faceCount }] of track.entries()) {
    const atS = frame / clip.framesPerSecond;
    const isBusy = busy.some(
      ({ fromS, toS }) => atS > fromS - REST_MARGIN_S && atS < toS + REST_MARGIN_S,
    );
    stretch = face && faceCount === 1 && !isBusy ? [...stretch, frame] : [];
    if (stretch.length > longest.length) longest = stretch;
  }
  return longest;
}
