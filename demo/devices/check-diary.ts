import type { CheckState } from '../../src/check/check-state.ts';

/** What was noted of one check. Holds no picture, and of the camera no name and no id. */
export interface CheckRecord {
  /** Whether a drawn person stood before the camera. */
  readonly isSimulated: boolean;
  /** How it ended: `live, 0.98`, an error's code, `cancelled`; nothing while it runs, or when the page was lost with it. */
  readonly outcome?: string;
  /** From Start to the end, or so far. */
  readonly seconds: number;
  /** From Start until camera and tracker were ready. */
  readonly secondsToCamera?: number;
  /** From Start until a face was in the picture. */
  readonly secondsToFace?: number;
  /** Pictures that were tracked in a second. */
  readonly picturesPerSecond?: number;
  /** From the camera's picture to what the tracker found in it: the middle one, and the one that nine of ten are faster than. */
  readonly captureToSignalMs?: { readonly middle: number; readonly slow: number };
  /** What the track says of itself. */
  readonly camera?: string;
  /** Everything that happened, oldest first. */
  readonly events: readonly { readonly atSeconds: number; readonly what: string }[];
}

/** Longest list of events: a phone that flickers between two states must not fill its storage. */
const MAX_EVENTS = 120;

/** Takes notes of one check. Times are arguments, on the clock of `performance.now()`. */
export class CheckDiary {
  readonly #isSimulated: boolean;
  readonly #startedAtMs: number;
  readonly #events: { atSeconds: number; what: string }[] = [];
  readonly #answeredAtMs: number[] = [];
  readonly #latenciesMs: number[] = [];
  #told: string | undefined;
  #readyAtMs: number | undefined;
  #faceAtMs: number | undefined;
  #endedAtMs: number | undefined;
  #outcome: string | undefined;
  #camera: string | undefined;

  constructor(nowMs: number, isSimulated: boolean) {
    this.#startedAtMs = nowMs;
    this.#isSimulated = isSimulated;
  }

  get isOver(): boolean {
    return this.#outcome !== undefined;
  }

  /** The element told a state; whether it is another one. */
  noteState(state: CheckState, nowMs: number): boolean {
    if (this.isOver) return false;
    const sees = state.name === 'holding' || state.name === 'gesture';
    if (state.name === 'positioning' || sees) this.#readyAtMs ??= nowMs;
    if (state.name === 'preparing' && state.fallback) {
      this.noteEvent(`the whole runtime is loaded: ${state.fallback.message}`, nowMs);
    }
    const told = state.name === 'gesture' ? `asked: ${state.gesture}` : state.name;
    if (told === this.#told) return false;
    this.#told = told;
    this.noteEvent(told, nowMs);
    return true;
  }

  /** The tracker answered for a picture. */
  notePicture(capturedAtMs: number, hasFace: boolean, nowMs: number): void {
    if (this.isOver) return;
    this.#answeredAtMs.push(nowMs);
    this.#latenciesMs.push(nowMs - capturedAtMs);
    if (hasFace) this.#faceAtMs ??= nowMs;
  }

  /** Says what the camera gives; a change is an event. */
  noteCamera(camera: string, nowMs: number): void {
    if (camera === this.#camera || this.isOver) return;
    this.#camera = camera;
    this.noteEvent(`camera: ${camera}`, nowMs);
  }

  /** Something else happened: the page was hidden, the phone was turned. */
  noteEvent(what: string, nowMs: number): void {
    if (this.isOver || this.#events.length >= MAX_EVENTS) return;
    this.#events.push({ atSeconds: this.#secondsAt(nowMs), what });
  }

  /** The check is over. */
  end(outcome: string, nowMs: number): void {
    if (this.isOver) return;
    this.noteEvent(outcome, nowMs);
    this.#endedAtMs = nowMs;
    this.#outcome = outcome;
  }

  /** What is known by now. */
  record(nowMs: number): CheckRecord {
    const [first, last] = [this.#answeredAtMs[0], this.#answeredAtMs.at(-1)];
    const rate =
      first === undefined || last === undefined || last === first
        ? undefined
        : (1000 * (this.#answeredAtMs.length - 1)) / (last - first);
    const sorted = [...this.#latenciesMs].sort((one, other) => one - other);
    const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    return {
      isSimulated: this.#isSimulated,
      ...(this.#outcome !== undefined && { outcome: this.#outcome }),
      seconds: this.#secondsAt(this.#endedAtMs ?? nowMs),
      ...(this.#readyAtMs !== undefined && { secondsToCamera: this.#secondsAt(this.#readyAtMs) }),
      ...(this.#faceAtMs !== undefined && { secondsToFace: this.#secondsAt(this.#faceAtMs) }),
      ...(rate !== undefined && { picturesPerSecond: rate }),
      ...(sorted.length > 0 && { captureToSignalMs: { middle: at(0.5), slow: at(0.9) } }),
      ...(this.#camera !== undefined && { camera: this.#camera }),
      events: [...this.#events],
    };
  }

  #secondsAt(nowMs: number): number {
    return (nowMs - this.#startedAtMs) / 1000;
  }
}
