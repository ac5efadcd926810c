/**
 * `nodeflux-liveness/testing`: a simulated person before a simulated camera, for tests and for demos without a camera.
 * It is a drawing, and a program that does what is asked: gestures pass, and so does the service’s verdict, which knows people from pictures and not from puppets (docs/attacks.md); a passive detector would tell. It is drawn by WebGL where the browser has it, else
 * pixel by pixel; `person.drawing` says which.
 *
 * ```ts
 * const person = await createSimulatedPerson();
 * const uninstall = installSimulatedCamera(person);
 * const stopObeying = obey(document.querySelector('nodeflux-liveness'), person);
 * // … the check runs …
 * stopObeying();
 * uninstall();
 * person.dispose();
 * ```
 *
 * Never load this module in production pages: whoever can install a camera can fake one.
 * @module
 */
export type { Attacker } from './attackers/attacker.ts';
export { type ChangeOfPerson, createChangeOfPerson } from './attackers/change-of-person.ts';
export {
  createHeldPhotos,
  type HeldPhotosOptions,
  type PhotoChange,
} from './attackers/held-photos.ts';
export { createHoledPhoto, type HoledPhotoOptions } from './attackers/holed-photo.ts';
export { inLight, type RoomLight, withCoveredMouth } from './attackers/in-light.ts';
export { createNobody } from './attackers/nobody.ts';
export { createPuppet } from './attackers/puppet.ts';
export { createScreenReplay, type ScreenReplayOptions } from './attackers/screen-replay.ts';
export {
  createStillPhoto,
  type StillPhoto,
  type StillPhotoOptions,
} from './attackers/still-photo.ts';
export type { PhotoSubject } from './attackers/take-photos.ts';
export { createTwoPeople, type TwoPeople } from './attackers/two-people.ts';
export type { CameraScene } from './camera-scene.ts';
export { type Appearance, DEFAULT_APPEARANCE, SECOND_APPEARANCE } from './drawing/appearance.ts';
export type { DrawingKind } from './drawing/drawing-kind.ts';
export type { Proportions } from './drawing/proportions.ts';
export { type Expression, NEUTRAL_EXPRESSION } from './expression.ts';
export {
  SIMULATED_CAMERA_ID,
  SIMULATED_CAMERA_LABEL,
  type SimulatedCameraOptions,
} from './frame-pump.ts';
export { gestureTimeline, type Offset, type Timeline } from './gesture-timeline.ts';
export { installSimulatedCamera } from './install-simulated-camera.ts';
export { type ObeyOptions, obey, type Performer } from './obey.ts';
export { createSimulatedCamera, type SimulatedCamera } from './simulated-camera.ts';
export {
  createSimulatedPerson,
  type SimulatedPerson,
  type SimulatedPersonOptions,
} from './simulated-person.ts';
