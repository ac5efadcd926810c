import { GESTURES } from '../../../../src/challenge/gesture.ts';
import { pictureOf, type Shows, sittingOf } from '../face-library.ts';
import { type LieScene, type LyingClient, playSession } from './lying-client.ts';
import { inOtherLight } from './play-with-album.ts';
import { mixed, pushedOver, reencoded, shifted, small } from './touched-up-picture.ts';

/** What a client shows on the way from one still to the next, both small. */
export type Way = (rest: Buffer, end: Buffer, random: () => number) => Promise<Buffer[]>;

/** Clients that have stills alone, one of each gesture, and lie about the way between. */
export const ALBUM_LIES: readonly LyingClient[] = [
  {
    name: 'an album of every gesture',
    does: 'one picture of each, with plausible times',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (shows) => pictureOf(sittingOf(scene.library, 1), shows, takeOf(scene))),
  },
  album(
    'an album of other days',
    'the rest of one day, each gesture of another, in other light, cut',
    cutTo,
    true,
  ),
  album(
    'an album, cut',
    'its rest three times on the way, then the picture that was asked for',
    cutTo,
  ),
  album(
    'an album, half-exposed cuts',
    'the same, but the last on the way shows both pictures, as a camera sees a cut in the middle of a frame',
    halfExposed,
  ),
  album(
    'an album, pulled away',
    'its rest, shifted further each time, as a print that is pulled away, then the next',
    pulledAway,
  ),
  album(
    'an album, slid',
    'a swipe in a gallery: its rest goes out to one side, the next comes in behind',
    slid,
  ),
  album(
    'an album, faded over',
    'two mixtures of its rest and the picture that was asked for on the way',
    fadedOver,
  ),
  album(
    'an album, a filmed fade',
    'the same fade, filmed from a screen: each frame shifted a little, in other light, encoded coarsely',
    filmedFade,
  ),
];

function album(name: string, does: string, wayOf: Way, ofOtherDays = false): LyingClient {
  return {
    name,
    does,
    expected: 'not-live',
    play: (scene) => playSession(scene, (shows) => albumStep(scene, shows, wayOf, ofOtherDays)),
  };
}

/** A step of an album with something on the way; a blink has none. */
async function albumStep(
  scene: LieScene,
  shows: Shows,
  wayOf: Way,
  ofOtherDays: boolean,
): Promise<Buffer[]> {
  const { library, random } = scene;
  const rest = pictureOf(sittingOf(library, ofOtherDays ? 0 : 1), 'neutral', takeOf(scene));
  if (shows === 'neutral') return [rest];
  const still = pictureOf(sittingOf(library, 1), shows, takeOf(scene));
  const end = ofOtherDays ? await inOtherLight(still, 1) : still;
  if (GESTURES[shows].fewestBetween === 0) return [end];
  // No file may come twice, in this step or another.
  const way = await wayOf(await small(rest), await small(end), random);
  const own = way.map((jpeg) => reencoded(jpeg, 76 + Object.keys(GESTURES).indexOf(shows)));
  return [...(await Promise.all(own)), end];
}

/** Any of the pictures of a gesture. */
function takeOf({ random }: LieScene): number {
  return Math.floor(3 * random());
}

async function cutTo(rest: Buffer): Promise<Buffer[]> {
  return Promise.all([rest, shifted(rest, 1, 0), shifted(rest, 2, 0)]);
}

async function halfExposed(rest: Buffer, end: Buffer, random: () => number): Promise<Buffer[]> {
  return Promise.all([rest, shifted(rest, 1, 0), mixed(rest, end, 0.35 + 0.3 * random())]);
}

async function pulledAway(rest: Buffer, _: Buffer, random: () => number): Promise<Buffer[]> {
  const step = 30 + Math.round(30 * random());
  return Promise.all([rest, shifted(rest, step, 5), shifted(rest, 2 * step, 10)]);
}

async function slid(rest: Buffer, end: Buffer, random: () => number): Promise<Buffer[]> {
  const part = 0.2 + 0.15 * random();
  return Promise.all([rest, pushedOver(rest, end, part), pushedOver(rest, end, 2 * part)]);
}

async function fadedOver(rest: Buffer, end: Buffer, random: () => number): Promise<Buffer[]> {
  const part = 0.3 + 0.1 * random();
  return Promise.all([rest, mixed(rest, end, part), mixed(rest, end, 1 - part)]);
}

async function filmedFade(rest: Buffer, end: Buffer, random: () => number): Promise<Buffer[]> {
  const frames = await fadedOver(rest, end, random);
  const filmed = frames.map(async (frame, i) => {
    const moved = await shifted(frame, Math.round(3 * random()) - 1, Math.round(3 * random()) - 1);
    return reencoded(await inOtherLight(moved, i), 70);
  });
  return Promise.all(filmed);
}

/** The ways that need nothing but the two pictures, by their names. */
export const STILL_WAYS: Readonly<Record<string, Way>> = {
  cut: cutTo,
  'half-exposed cuts': halfExposed,
  'pulled away': pulledAway,
  slid,
  'faded over': fadedOver,
  'a filmed fade': filmedFade,
};
