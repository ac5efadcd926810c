import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Announcement } from '../words/announcement.ts';

/**
 * Turns what holds into what is said. A circumstance is said when it begins to hold and not again while it lasts, so
 * that a hint that comes and goes during a gesture repeats neither its number nor the praise before it.
 */
export class AnnouncerController implements ReactiveController {
  readonly #announcement: () => Announcement;
  #circumstances: readonly string[] = [];
  #instruction = '';
  #text = '';

  constructor(host: ReactiveControllerHost, announcement: () => Announcement) {
    this.#announcement = announcement;
    host.addController(this);
  }

  /** What is to be said now. Stays as it is while there is nothing new. */
  get text(): string {
    return this.#text;
  }

  hostUpdate(): void {
    const { circumstances, instruction } = this.#announcement();
    const begun = circumstances.filter((one) => !this.#circumstances.includes(one));
    this.#circumstances = circumstances;
    const isNew = instruction !== this.#instruction;
    this.#instruction = instruction;
    if (begun.length > 0 || isNew) {
      const text = [...begun, isNew ? instruction : ''].filter(Boolean).join(' ');
      // Only a change is spoken: the same words once more differ by a space that nobody hears.
      this.#text = text === this.#text ? `${text}\u00a0` : text;
    }
  }
}
