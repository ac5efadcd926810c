import { GESTURES } from '../../../../src/challenge/gesture.ts';
import { pictureOf, type Shows, type Sitting } from '../face-library.ts';
import { finishSession, type LieScene, type LyingClient, playSession } from './lying-client.ts';
import { inOtherLight, playWithAlbum, recordFresh, recordSession } from './play-with-album.ts';
import { submitPlainly } from './protocol-lies.ts';
import { cropped, reencoded, shifted } from './touched-up-picture.ts';

function sittingOf({ library }: LieScene, index = 0): Sitting {
  const sitting = library.victim[index % library.victim.length];
  if (!sitting) throw new Error('The library is empty.');
  return sitting;
}

/** Clients that keep the rules of the session and lie with their pictures. */
export const PICTURE_LIES: readonly LyingClient[] = [
  {
    name: 'shows another gesture than was asked',
    does: 'a smile for a turn, a turn for everything else',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (shows, step) =>
        inOtherLight(pictureOf(sittingOf(scene), wrongFor(shows), step), step),
      ),
  },
  {
    name: 'one picture, encoded again',
    does: 'the neutral face for every step',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (_shows, step) =>
        reencoded(pictureOf(sittingOf(scene), 'neutral'), 92 - 4 * step),
      ),
  },
  {
    name: 'one picture, shifted',
    does: 'the neutral face, a few pixels on',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (_shows, step) =>
        shifted(pictureOf(sittingOf(scene), 'neutral'), 5 * step, -3 * step),
      ),
  },
  {
    name: 'one picture, cropped',
    does: 'the neutral face, closer each time',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (_shows, step) =>
        cropped(pictureOf(sittingOf(scene), 'neutral'), 1 - 0.04 * step),
      ),
  },
  {
    name: 'two pictures: frontal and turned',
    does: 'the turned one for a turn to its side, else the frontal one, in other light each time',
    expected: 'not-live',
    bestPool: ['turn-left', 'blink'],
    play: (scene) =>
      playSession(scene, (shows, step) => {
        const picture = pictureOf(sittingOf(scene), shows === 'turn-left' ? shows : 'neutral');
        return inOtherLight(picture, step);
      }),
  },
  {
    name: 'pictures taken before they were asked for',
    does: 'an album of every gesture, with the times at which it was made',
    expected: 'not-live',
    async play(scene) {
      const { client } = scene;
      await client.activate();
      const start = pictureOf(sittingOf(scene), 'neutral');
      const album = new Map<Shows, Awaited<ReturnType<typeof client.take>>>();
      for (const shows of Object.keys(sittingOf(scene)) as Shows[]) {
        client.wait(1000);
        if (shows !== 'neutral')
          album.set(shows, await client.take(pictureOf(sittingOf(scene), shows)));
      }
      const neutral = { ...(await client.take(start, 20_000)) };
      await client.commit([neutral]);
      await client.upload(neutral);
      for (;;) {
        client.wait(1500);
        const { step, gesture_count: count } = client.place;
        const kept = album.get(step.shows);
        if (!kept) throw new Error(`The album has no ${step.shows}.`);
        // The clock must go forward, so the times are moved, but not as far as they ought to be.
        const shot = {
          ...kept,
          record: { ...kept.record, captured_at_ms: neutral.record.captured_at_ms + step.step },
        };
        if (step.step === count) return client.submit([shot]);
        await client.commit([shot]);
        await client.upload(shot);
      }
    },
  },
  {
    name: 'answers faster than a person',
    does: 'the right picture 100 ms after the gesture was told',
    expected: 'not-live',
    async play(scene) {
      const { client } = scene;
      await client.activate();
      for (;;) {
        client.wait(100);
        const { step, gesture_count: count } = client.place;
        const shot = await client.take(pictureOf(sittingOf(scene), step.shows, step.step));
        if (step.step === count) return client.submit([shot]);
        await client.commit([shot]);
        await client.upload(shot);
      }
    },
  },
  {
    name: 'another person does the turns',
    does: 'the victim for every step but the turns',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (shows, step) => {
        return pictureOf(isTurn(shows) ? scene.library.other : sittingOf(scene), shows, step);
      }),
  },
  {
    name: 'another person does all gestures',
    does: 'the victim’s neutral face, then somebody else',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (shows, step) =>
        pictureOf(shows === 'neutral' ? sittingOf(scene) : scene.library.other, shows, step),
      ),
  },
  {
    name: 'a session of a minute ago, another sequence',
    does: 'the frames of an accepted session, in their order, whatever is asked now',
    expected: 'not-live',
    async play(scene) {
      const recorded = await recordFresh(scene);
      return playSession(scene, (_shows, step) => recorded[step]?.jpeg ?? Buffer.alloc(0));
    },
  },
  {
    name: 'a session of a minute ago, where it fits',
    does: 'the same files for a session that asks for the same in the same order',
    expected: 'live',
    async play(scene) {
      const earlier = await scene.openClient();
      scene.reseed(1);
      await earlier.activate();
      // Names and numbers of the rest must not be drawn twice.
      scene.reseed(2);
      const recorded = await recordSession(scene, earlier);
      scene.reseed(1);
      await scene.client.activate();
      scene.reseed(3);
      return finishSession(scene, (_shows, step) => recorded[step]?.jpeg ?? Buffer.alloc(0));
    },
  },
  {
    name: 'a session of a minute ago, and declines the rest',
    does: 'has pictures of the three gestures of one session; declines others, begins again, shows its rest for a blink',
    expected: 'live',
    async play(scene) {
      const recorded = await recordFresh(scene);
      const album = new Map(recorded.map(({ shows, jpeg }) => [shows, jpeg]));
      return playWithAlbum(scene, album);
    },
  },
  {
    name: 'two pictures: resting and laughing',
    does: 'the laugh for smile and open mouth, in other light each time; declines all movements of the head',
    expected: 'live',
    bestPool: ['smile', 'open-mouth', 'blink'],
    play: (scene) => {
      const { laughing } = scene.library;
      const neutral = pictureOf(sittingOf(scene), 'neutral');
      return playWithAlbum(
        scene,
        new Map<Shows, Buffer>([
          ['neutral', neutral],
          ['smile', laughing],
          ['open-mouth', laughing],
        ]),
      );
    },
  },
  {
    name: 'two pictures: resting and looking up aside',
    does: 'the second for turns to its side and nods up, in other light each time; declines the rest',
    expected: 'live',
    bestPool: ['turn-left', 'nod-up', 'blink'],
    play: (scene) => {
      const { lookingUpAside } = scene.library;
      const neutral = pictureOf(sittingOf(scene), 'neutral');
      return playWithAlbum(
        scene,
        new Map<Shows, Buffer>([
          ['neutral', neutral],
          ['turn-left', lookingUpAside],
          ['nod-up', lookingUpAside],
        ]),
      );
    },
  },
  {
    name: 'an album of every gesture',
    does: 'one picture of each, from another day, with plausible times',
    expected: 'live',
    play: (scene) => playSession(scene, (shows) => pictureOf(sittingOf(scene, 1), shows, 1)),
  },
  {
    name: 'skips the session where it is only offered',
    does: 'three pictures of its own choice, submitted as to the vendor’s cloud',
    expected: 'live',
    settings: { pacing: 'offered' },
    play: submitPlainly,
  },
];

function wrongFor(shows: Shows): Shows {
  if (shows === 'neutral') return 'neutral';
  return isTurn(shows) ? 'smile' : 'turn-left';
}

function isTurn(shows: Shows): boolean {
  return shows !== 'neutral' && GESTURES[shows].movement === 'turn';
}
