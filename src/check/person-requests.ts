/** What the person asks for while a check runs. The check takes it with the next frame. */
export class PersonRequests {
  #swap = false;
  #moreTime = false;

  /** "I can't do this one": another gesture instead of the one that is asked. */
  askSwap(): void {
    this.#swap = true;
  }

  /** All times of the check become longer, from now to its end. */
  askMoreTime(): void {
    this.#moreTime = true;
  }

  /** Whether a swap was asked since this was last called. */
  takeSwap(): boolean {
    const asked = this.#swap;
    this.#swap = false;
    return asked;
  }

  /** Whether more time was asked since this was last called. */
  takeMoreTime(): boolean {
    const asked = this.#moreTime;
    this.#moreTime = false;
    return asked;
  }
}
