import type { Camera } from '../camera/open-camera.ts';
import type { RankedCamera } from '../camera/rank-cameras.ts';
import type { CapturedImage } from '../capture/captured-image.ts';
import type { GestureName } from '../challenge/gesture.ts';
import type { Verdict } from '../submission/verdict.ts';
import type { CheckState } from './check-state.ts';
import type { GivenConsent } from './given-consent.ts';

/** How a check ended well. */
export interface CheckResult {
  readonly jobId: string;
  readonly images: readonly CapturedImage[];
  /** The camera that took the images. */
  readonly camera: RankedCamera;
  /** There only when the page asked for consent. */
  readonly consent: GivenConsent | undefined;
  /** There only when a result provider was given; then it is "live". */
  readonly verdict: Verdict | undefined;
  /** Whether the service chose the gestures. */
  readonly paced: boolean;
}

/** Hears what happens while a check runs. */
export interface CheckListener {
  /** How it ended (`done`, `failed`, `cancelled`) is for the caller to say, once it has ended. */
  onState(state: CheckState): void;
  /**
   * The camera is on, or there is something new about it: its picture is to be shown, and the person may change it.
   * `undefined` when it is off again.
   */
  onCamera(camera: Camera | undefined): void;
  /** A gesture was seen. */
  onGesture(gesture: GestureName, index: number, count: number): void;
}
