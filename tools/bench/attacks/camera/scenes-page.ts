/// <reference lib="dom" />
/** Runs in a page of the bench: who can stand before the camera. */
import { ALL_GESTURE_NAMES, type GestureName } from '../../../../src/challenge/gesture.ts';
import {
  type Attacker,
  createChangeOfPerson,
  createHeldPhotos,
  createHoledPhoto,
  createPuppet,
  createScreenReplay,
  createSimulatedPerson,
  gestureTimeline,
  inLight,
  type PhotoChange,
  type RoomLight,
  withCoveredMouth,
} from '../../../../src/testing/index.ts';
import { PEOPLE } from './cast.ts';

/** Names of the scenes. */
export type SceneName =
  | 'person'
  | 'photo'
  | 'tilted-photo'
  | 'photo-with-eyes'
  | 'photo-with-eyes-and-mouth'
  | 'two-photos'
  | 'photos-of-all'
  | 'photos-of-all, fade'
  | 'photos-of-all, slide'
  | 'photos-of-all, pull'
  | 'screen'
  | 'covered-mouth'
  | 'change-of-person'
  | 'puppet';

/** A scene, as it is asked for over the wire to the page. */
export interface SceneRequest {
  readonly name: SceneName;
  readonly seed: number;
  /** Who: a place in {@link PEOPLE}. */
  readonly person?: number;
  readonly light?: RoomLight;
  readonly framesPerSecond?: number;
  /** What a screen plays. */
  readonly recorded?: readonly GestureName[];
}

/** A scene, and what is to be done whenever a gesture was seen. */
export interface Scene {
  readonly attacker: Attacker;
  onGesture(): void;
}

/** Sets a scene up. */
export async function createScene(request: SceneRequest): Promise<Scene> {
  const { light } = request;
  const { attacker, onGesture = () => undefined } = await create(request);
  return { attacker: light ? inLight(attacker, light) : attacker, onGesture };
}

async function create(
  request: SceneRequest,
): Promise<{ attacker: Attacker; onGesture?: () => void }> {
  const { name, person = 0, recorded = [], seed } = request;
  const createPerson = (who: number) =>
    createSimulatedPerson({ seed, drawing: '2d', ...PEOPLE[who] });
  switch (name) {
    case 'person':
      return { attacker: await createPerson(person) };
    case 'photo':
      return { attacker: await createHeldPhotos({ seed }) };
    case 'tilted-photo':
      return { attacker: await createHeldPhotos({ seed, tilts: true }) };
    case 'photo-with-eyes':
      return { attacker: await createHoledPhoto({ seed, eyes: true }) };
    case 'photo-with-eyes-and-mouth':
      return { attacker: await createHoledPhoto({ seed, eyes: true, mouth: true }) };
    case 'two-photos':
      return {
        attacker: await createHeldPhotos({ seed, photos: photosOf(['turn-left']), tilts: true }),
      };
    case 'photos-of-all':
      return {
        attacker: await createHeldPhotos({
          seed,
          photos: photosOf(ALL_GESTURE_NAMES),
        }),
      };
    case 'photos-of-all, fade':
    case 'photos-of-all, slide':
    case 'photos-of-all, pull': {
      const change = name.slice('photos-of-all, '.length) as PhotoChange;
      return {
        attacker: await createHeldPhotos({
          seed,
          photos: photosOf(ALL_GESTURE_NAMES),
          change,
        }),
      };
    }
    case 'screen':
      return { attacker: await createScreenReplay({ seed, recorded }) };
    case 'covered-mouth':
      return { attacker: withCoveredMouth(await createPerson(person)) };
    case 'puppet':
      return { attacker: createPuppet(await createPerson(person), seed) };
    case 'change-of-person': {
      const attacker = createChangeOfPerson(await createPerson(person), await createPerson(2));
      return { attacker, onGesture: () => attacker.change() };
    }
  }
}

/** Photos of gestures at their strongest. */
function photosOf(gestures: readonly GestureName[]) {
  return Object.fromEntries(
    gestures.map((gesture) => {
      const timeline = gestureTimeline(gesture);
      return [gesture, timeline.expressionAt(timeline.peaksAtMs[0] ?? 0)];
    }),
  );
}
