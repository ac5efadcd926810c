import { type Expression, NEUTRAL_EXPRESSION } from './expression.ts';
import type { Timeline } from './gesture-timeline.ts';

interface Entry {
  readonly timeline: Timeline;
  readonly finish: () => void;
  startedAtMs: number | undefined;
}

/**
 * Plays timelines one after the other. It has no clock: a timeline starts at the first {@link advance} after it was
 * asked for, and time is what `advance` is told.
 */
export class TimelinePlayer {
  readonly #entries: Entry[] = [];

  /** Plays it after those that were asked for before. Resolves when it is over, or was given up by {@link clear}. */
  play(timeline: Timeline): Promise<void> {
    return new Promise((finish) => {
      this.#entries.push({ timeline, finish, startedAtMs: undefined });
    });
  }

  /** The expression at a time, in milliseconds that never go back. Finishes what is over. */
  advance(nowMs: number): Expression {
    for (let entry = this.#entries[0]; entry; entry = this.#entries[0]) {
      entry.startedAtMs ??= nowMs;
      const elapsedMs = nowMs - entry.startedAtMs;
      if (elapsedMs < entry.timeline.durationMs) return entry.timeline.expressionAt(elapsedMs);
      this.#entries.shift();
      entry.finish();
    }
    return NEUTRAL_EXPRESSION;
  }

  /** Gives up what is playing and what waits. */
  clear(): void {
    for (const { finish } of this.#entries.splice(0)) finish();
  }
}
