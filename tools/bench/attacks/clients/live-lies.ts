import { GESTURES } from '../../../../src/challenge/gesture.ts';
import type { Point } from '../../../../src/mesh/mesh-points.ts';
import { pictureOf, recordingOf, type Shows, sittingOf } from '../face-library.ts';
import type { FaceTracer } from './face-tracer.ts';
import { type LieScene, type LyingClient, playSession } from './lying-client.ts';
import { NotAtHand, playWithAlbum, REMEMBERING, recordFresh } from './play-with-album.ts';
import { reenactedPoints } from './reenacted-points.ts';
import { asInACall, mixed, reencoded, small } from './touched-up-picture.ts';
import { warped } from './warped-picture.ts';

/** People whose sessions are counted by the day, as the service does it; failures are not, which would end it sooner. */
const COUNTED = { ...REMEMBERING, lockoutFailures: 100, personTokens: 0 };
const MINUTE_MS = 60_000;

/** Clients that make a movement, or have one, or have somebody who does. What is meant to pass is said to pass. */
export const LIVE_LIES: readonly LyingClient[] = [
  {
    name: 'an album, morphed',
    does: 'a program bends the rest into the picture that was asked for, by the points of both faces, and fades',
    expected: 'live',
    play: (scene) => playSession(scene, (shows) => morphedStep(scene, shows)),
  },
  {
    name: 'one photo, reenacted',
    does: 'a program turns the mesh of one picture in space, draws its mouth and shuts its eyes, as asked: forty lines, no network',
    expected: 'live',
    play: (scene) => playSession(scene, (shows) => reenactedStep(scene, shows)),
  },
  {
    name: 'relay to the real person',
    does: 'the person does what is asked, told on another screen for another purpose, seen through a video call',
    expected: 'live',
    play: (scene) =>
      playSession(scene, (shows, step) => {
        scene.client.wait(700);
        const frames = recordingOf(sittingOf(scene.library), shows, step);
        return Promise.all(frames.map((jpeg) => asInACall(jpeg)));
      }),
  },
  {
    name: 'a session chosen by declining',
    does: 'has a recording of one session, encoded anew; declines what it lacks, shows its rest for what it must',
    expected: 'live',
    settings: REMEMBERING,
    play: async (scene) => playWithAlbum(scene, await recordingAnew(scene)),
  },
  {
    name: 'sessions chosen by leaving',
    does: 'the same, but leaves where declining does not suffice, and opens another session, all day: counted by person and day',
    expected: 'live',
    settings: COUNTED,
    async play(scene) {
      const recorded = await recordingAnew(scene);
      const person = `person ${scene.random()}`;
      for (;;) {
        scene.client.wait(MINUTE_MS);
        const client = await scene.openClient(person);
        try {
          return await playWithAlbum({ ...scene, client }, recorded, { leaves: true });
        } catch (error) {
          if (!(error instanceof NotAtHand)) throw error;
        }
      }
    },
  },
];

/** The files of a recorded session are known again; encoded once more they are others. */
async function recordingAnew(scene: LieScene): Promise<ReadonlyMap<Shows, readonly Buffer[]>> {
  const quality = 70 + Math.floor(20 * scene.random());
  const album = new Map<Shows, readonly Buffer[]>();
  for (const { shows, frames } of await recordFresh(scene)) {
    album.set(shows, await Promise.all(frames.map((jpeg) => reencoded(jpeg, quality))));
  }
  return album;
}

async function morphedStep({ library, random, tracer }: LieScene, shows: Shows): Promise<Buffer[]> {
  const sitting = sittingOf(library, 1);
  const take = Math.floor(3 * random());
  const end = pictureOf(sitting, shows, take);
  if (shows === 'neutral' || GESTURES[shows].fewestBetween === 0) return [end];
  const rest = pictureOf(sitting, 'neutral', take);
  return [...(await morphedWay(await small(rest), await small(end), tracer, random)), end];
}

/** What a program makes of two stills, both small: bent towards each other, and mixed. */
export async function morphedWay(
  rest: Buffer,
  last: Buffer,
  tracer: FaceTracer,
  random: () => number,
): Promise<Buffer[]> {
  const [from, to] = [flat(await tracer.trace(rest)), flat(await tracer.trace(last))];
  const way = [0.02, 0.34 + 0.05 * random(), 0.67 + 0.05 * random()].map(async (part) => {
    const between = from.map(([x, y], i): Point => {
      const [tx, ty] = to[i] ?? [x, y];
      return [x + part * (tx - x), y + part * (ty - y)];
    });
    const bent = await Promise.all([warped(rest, from, between), warped(last, to, between)]);
    return mixed(bent[0], bent[1], part);
  });
  return Promise.all(way);
}

async function reenactedStep(
  { library, random, tracer }: LieScene,
  shows: Shows,
): Promise<Buffer[]> {
  const photo = pictureOf(sittingOf(library), 'neutral');
  if (shows === 'neutral') return [photo];
  const little = await small(photo);
  const made = async (jpeg: Buffer, part: number): Promise<Buffer> => {
    const points = await tracer.trace(jpeg);
    return warped(jpeg, flat(points), reenactedPoints(points, shows, part));
  };
  const strength = 0.9 + 0.2 * random();
  const parts = GESTURES[shows].fewestBetween === 0 ? [] : [0.03, 0.35, 0.68];
  const way = parts.map((part) => made(little, strength * part));
  return [...(await Promise.all(way)), await made(photo, strength)];
}

function flat(points: Float32Array): Point[] {
  return Array.from(
    { length: points.length / 3 },
    (_, i): Point => [points[3 * i] ?? 0, points[3 * i + 1] ?? 0],
  );
}
