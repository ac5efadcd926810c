/**
 * `nodeflux-liveness/element`: the element's class and all that belongs to it, registered nowhere: for scoped registries,
 * for subclasses, and for a name of your own. What it exports follows the flow of a check.
 *
 * @module
 */
export type { CameraKind } from './camera/camera-kind.ts';
export type { CapturedImage } from './capture/captured-image.ts';
export {
  DOT_NAMES,
  type FreeGestureName,
  GESTURE_NAMES,
  type GestureName,
} from './challenge/gesture.ts';
export { HINTS, type Hint } from './challenge/hint.ts';
export type { CheckState, CheckStateName } from './check/check-state.ts';
export type { GivenConsent } from './check/given-consent.ts';
export { LIVENESS_ERROR_CODES, LivenessError, type LivenessErrorCode } from './errors.ts';
export {
  type LivenessAlternativeDetail,
  LivenessAlternativeEvent,
  type LivenessCancelDetail,
  LivenessCancelEvent,
  type LivenessErrorDetail,
  LivenessErrorEvent,
  type LivenessGestureDetail,
  LivenessGestureEvent,
  type LivenessStateDetail,
  LivenessStateEvent,
  type LivenessSuccessDetail,
  LivenessSuccessEvent,
  type LivenessTokenNeededDetail,
  LivenessTokenNeededEvent,
} from './events.ts';
export type { MissingFeature, Support } from './face/check-support.ts';
export { NodefluxLiveness } from './nodeflux-liveness.ts';
export type { ResultProvider } from './submission/await-verdict.ts';
export type { Pacing } from './submission/pacing.ts';
export type { TokenProvider } from './submission/token-source.ts';
export type { IncompleteReason, Verdict } from './submission/verdict.ts';
export type { Messages } from './ui/words/messages/messages.ts';
