import { GESTURES, type GestureName } from '../../../src/challenge/gesture.ts';

/** What a face shows in a picture. */
export type Shows = 'neutral' | GestureName;

/** Pictures of one person from one sitting, as JPEG files: at least one of each kind, no two alike. */
export type Sitting = Readonly<Record<Shows, readonly Buffer[]>> & {
  /** Small pictures of each gesture on its way, as a recording has them: at rest, at a third, at two thirds. */
  readonly ways: Readonly<Partial<Record<GestureName, readonly Buffer[]>>>;
};

/** All pictures that an attacker has. */
export interface FaceLibrary {
  /** The person to be impersonated, in several sittings. */
  readonly victim: readonly Sitting[];
  /** Single pictures of the victim that show two gestures at once: smiling with the mouth open, looking up to the left. */
  readonly laughing: Buffer;
  readonly lookingUpAside: Buffer;
  /** Somebody else: the attacker's helper. */
  readonly other: Sitting;
}

/** The sitting of that number, or one before it where there are fewer. */
export function sittingOf({ victim }: Pick<FaceLibrary, 'victim'>, index = 0): Sitting {
  const sitting = victim[index % victim.length];
  if (!sitting) throw new Error('The library is empty.');
  return sitting;
}

/** A picture of that kind; the next one each time `take` is higher. */
export function pictureOf(sitting: Sitting, shows: Shows, take = 0): Buffer {
  const pictures = sitting[shows];
  const picture = pictures[take % pictures.length];
  if (!picture) throw new Error(`The library has no picture of ${shows}.`);
  return picture;
}

/** The gestures of which a sitting has pictures. */
export function gesturesIn(sitting: Sitting): GestureName[] {
  const names = Object.keys(GESTURES) as GestureName[];
  return names.filter((name) => sitting[name] !== undefined);
}

/** What a recording shows of a step: the way there, where there is one, and the clearest last. */
export function recordingOf(sitting: Sitting, shows: Shows, take = 0): Buffer[] {
  const way = shows === 'neutral' ? [] : (sitting.ways[shows] ?? []);
  return [...way, pictureOf(sitting, shows, take)];
}
