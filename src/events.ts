import type { CameraKind } from './camera/camera-kind.ts';
import type { CapturedImage } from './capture/captured-image.ts';
import type { GestureName } from './challenge/gesture.ts';
import type { CheckState, CheckStateName } from './check/check-state.ts';
import type { GivenConsent } from './check/given-consent.ts';
import type { LivenessError, LivenessErrorCode } from './errors.ts';
import type { Verdict } from './submission/verdict.ts';

// Bubbling and composed, so that a page can listen above the element and frameworks see them from inside shadow roots.
const INIT: EventInit = { bubbles: true, composed: true };

/** What a finished check hands over. */
export interface LivenessSuccessDetail {
  /** Give it to your backend, which asks for the verdict; never trust the browser's word for it. */
  readonly jobId: string;
  /** The evidence as it was sent, the neutral face first. */
  readonly images: readonly CapturedImage[];
  /** Whether the service chose the gestures one by one; otherwise the page drew them. */
  readonly paced: boolean;
  /** What the camera seemed to be, by its name: a hint, since a program can call its camera anything. */
  readonly camera: { readonly kind: CameraKind };
  /** There only when consent was required: the words that the person agreed to, and their hash as in the evidence. */
  readonly consent?: GivenConsent;
  /** There only when a result provider was given. */
  readonly verdict?: Verdict;
}

/**
 * The check is done: the images are submitted and, with a result provider, judged live.
 *
 * @example
 * ```ts
 * import type { LivenessSuccessEvent } from 'nodeflux-liveness';
 * const element = document.querySelector('nodeflux-liveness')!;
 * element.addEventListener('liveness-success', async ({ detail }: LivenessSuccessEvent) => {
 *   // The verdict that counts is the one that your backend reads.
 *   await fetch('/kyc/continue', { method: 'POST', body: JSON.stringify({ jobId: detail.jobId }) });
 * });
 * ```
 */
export class LivenessSuccessEvent extends Event {
  static readonly eventName = 'liveness-success';
  readonly detail: LivenessSuccessDetail;
  constructor(detail: LivenessSuccessDetail) {
    super(LivenessSuccessEvent.eventName, INIT);
    this.detail = detail;
  }
}

/** What a failed check says. */
export interface LivenessErrorDetail {
  readonly code: LivenessErrorCode;
  /** One sentence for the developer. */
  readonly message: string;
  /** Whether another attempt, unchanged, can succeed. */
  readonly retryable: boolean;
  /** What the service listed, or the names and URLs that explain the code. */
  readonly errors: readonly unknown[];
  /** The job that was accepted before it went wrong: your backend can look it up. Absent where there is none. */
  readonly jobId?: string;
  /** The error itself, with its cause. */
  readonly error: LivenessError;
}

/**
 * The check failed. The person sees why, and a way on.
 *
 * @example
 * ```ts
 * import type { LivenessErrorEvent } from 'nodeflux-liveness';
 * const element = document.querySelector('nodeflux-liveness')!;
 * element.addEventListener('liveness-error', ({ detail }: LivenessErrorEvent) => {
 *   console.warn(detail.code, detail.retryable, detail.jobId);
 * });
 * ```
 */
export class LivenessErrorEvent extends Event {
  static readonly eventName = 'liveness-error';
  readonly detail: LivenessErrorDetail;
  constructor(error: LivenessError) {
    super(LivenessErrorEvent.eventName, INIT);
    const { code, message, retryable, errors, jobId } = error;
    const job = jobId === undefined ? undefined : { jobId };
    this.detail = { code, message, retryable, errors, ...job, error };
  }
}

/** Where the check is now. */
export interface LivenessStateDetail {
  readonly state: CheckState;
}

/**
 * The check is in another state, or something in its state changed.
 *
 * @example
 * ```ts
 * import type { LivenessStateEvent } from 'nodeflux-liveness';
 * const element = document.querySelector('nodeflux-liveness')!;
 * element.addEventListener('liveness-state', ({ detail: { state } }: LivenessStateEvent) => {
 *   if (state.name === 'judging') console.info('waiting for job', state.jobId);
 * });
 * ```
 */
export class LivenessStateEvent extends Event {
  static readonly eventName = 'liveness-state';
  readonly detail: LivenessStateDetail;
  constructor(detail: LivenessStateDetail) {
    super(LivenessStateEvent.eventName, INIT);
    this.detail = detail;
  }
}

/** Which gesture was seen. */
export interface LivenessGestureDetail {
  readonly gesture: GestureName;
  /** 0-based place in the sequence. */
  readonly index: number;
  /** How many gestures the check asks for. */
  readonly count: number;
}

/**
 * A gesture was seen.
 *
 * @example
 * ```ts
 * import type { LivenessGestureEvent } from 'nodeflux-liveness';
 * const element = document.querySelector('nodeflux-liveness')!;
 * element.addEventListener('liveness-gesture', ({ detail }: LivenessGestureEvent) => {
 *   console.info(`${detail.gesture}: ${detail.index + 1} of ${detail.count}`);
 * });
 * ```
 */
export class LivenessGestureEvent extends Event {
  static readonly eventName = 'liveness-gesture';
  readonly detail: LivenessGestureDetail;
  constructor(detail: LivenessGestureDetail) {
    super(LivenessGestureEvent.eventName, INIT);
    this.detail = detail;
  }
}

/** Why a token is needed. */
export interface LivenessTokenNeededDetail {
  /** `spent`: the token of the attribute has served; `missing`: there was none. */
  readonly reason: 'missing' | 'spent';
}

/**
 * The next attempt needs a token, and there is neither `tokenProvider` nor `token-url`: set `submissionToken`, now or
 * later, or answer with {@link respondWith}. Until there is one, the person is offered no other attempt.
 *
 * @example
 * ```ts
 * import type { LivenessTokenNeededEvent } from 'nodeflux-liveness';
 * async function mintToken(): Promise<string> {
 *   const answer = await fetch('/liveness/token', { method: 'POST' });
 *   return (await answer.json()).submissionToken;
 * }
 * const element = document.querySelector('nodeflux-liveness')!;
 * element.addEventListener('liveness-token-needed', (event: LivenessTokenNeededEvent) => {
 *   event.respondWith(mintToken());
 * });
 * ```
 */
export class LivenessTokenNeededEvent extends Event {
  static readonly eventName = 'liveness-token-needed';
  readonly detail: LivenessTokenNeededDetail;
  #response: Promise<string> | undefined;
  constructor(reason: LivenessTokenNeededDetail['reason']) {
    super(LivenessTokenNeededEvent.eventName, INIT);
    this.detail = { reason };
  }

  /** Hands over a fresh token, or the promise of one; the first answer counts. */
  respondWith(token: string | Promise<string>): void {
    this.#response ??= Promise.resolve(token);
  }

  /** What the page answered. @internal */
  get response(): Promise<string> | undefined {
    return this.#response;
  }
}

/** Where a check was cancelled. */
export interface LivenessCancelDetail {
  /** The state that the check was in: the step at which people give up. */
  readonly during: CheckStateName;
}

/**
 * The person or the page cancelled the check.
 *
 * @example
 * ```ts
 * import type { LivenessCancelEvent } from 'nodeflux-liveness';
 * const element = document.querySelector('nodeflux-liveness')!;
 * element.addEventListener('liveness-cancel', ({ detail }: LivenessCancelEvent) => {
 *   console.info('left during', detail.during);
 * });
 * ```
 */
export class LivenessCancelEvent extends Event {
  static readonly eventName = 'liveness-cancel';
  readonly detail: LivenessCancelDetail;
  constructor(detail: LivenessCancelDetail) {
    super(LivenessCancelEvent.eventName, INIT);
    this.detail = detail;
  }
}

/** Where the person took another way. */
export interface LivenessAlternativeDetail {
  /** `idle` before the check, `failed` after one that could not be done. */
  readonly during: CheckStateName;
  /** Why the check could not be done; on the start screen there is nothing to say. */
  readonly code?: LivenessErrorCode;
}

/**
 * The person pressed something in the slot `alternative`: they want another way than a face check. The camera is off.
 *
 * @example
 * ```ts
 * import type { LivenessAlternativeEvent } from 'nodeflux-liveness';
 * const element = document.querySelector('nodeflux-liveness')!;
 * element.addEventListener('liveness-alternative', ({ detail }: LivenessAlternativeEvent) => {
 *   location.assign(`/verify-in-person?because=${detail.code ?? 'asked'}`);
 * });
 * ```
 */
export class LivenessAlternativeEvent extends Event {
  static readonly eventName = 'liveness-alternative';
  readonly detail: LivenessAlternativeDetail;
  constructor(state: CheckState) {
    super(LivenessAlternativeEvent.eventName, INIT);
    this.detail =
      state.name === 'failed'
        ? { during: state.name, code: state.error.code }
        : { during: state.name };
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveness-alternative': LivenessAlternativeEvent;
    'liveness-success': LivenessSuccessEvent;
    'liveness-error': LivenessErrorEvent;
    'liveness-state': LivenessStateEvent;
    'liveness-gesture': LivenessGestureEvent;
    'liveness-cancel': LivenessCancelEvent;
    'liveness-token-needed': LivenessTokenNeededEvent;
  }
}
