import { GESTURES } from '../../../../src/challenge/gesture.ts';
import { gesturesIn, pictureOf, recordingOf, type Shows, sittingOf } from '../face-library.ts';
import { finishSession, type LyingClient, playSession } from './lying-client.ts';
import {
  inOtherLight,
  playWithAlbum,
  REMEMBERING,
  recordFresh,
  recordSession,
} from './play-with-album.ts';
import { submitPlainly } from './protocol-lies.ts';
import { cropped, reencoded, shifted } from './touched-up-picture.ts';

/** Clients that keep the rules of the session and lie with their pictures. */
export const PICTURE_LIES: readonly LyingClient[] = [
  {
    name: 'shows another gesture than was asked',
    does: 'a smile for a turn, a turn for everything else',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (shows, step) =>
        inOtherLight(pictureOf(sittingOf(scene.library), wrongFor(shows), step), step),
      ),
  },
  {
    name: 'one picture, encoded again',
    does: 'the neutral face for every step',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (_shows, step) =>
        reencoded(pictureOf(sittingOf(scene.library), 'neutral'), 92 - 4 * step),
      ),
  },
  {
    name: 'one picture, shifted',
    does: 'the neutral face, a few pixels on',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (_shows, step) =>
        shifted(pictureOf(sittingOf(scene.library), 'neutral'), 5 * step, -3 * step),
      ),
  },
  {
    name: 'one picture, cropped',
    does: 'the neutral face, closer each time',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (_shows, step) =>
        cropped(pictureOf(sittingOf(scene.library), 'neutral'), 1 - 0.04 * step),
      ),
  },
  {
    name: 'two pictures: frontal and turned',
    does: 'the turned one for a turn to its side, else the frontal one, in other light each time',
    expected: 'not-live',
    bestPool: ['turn-left', 'blink'],
    play: (scene) =>
      playSession(scene, (shows, step) => {
        const picture = pictureOf(
          sittingOf(scene.library),
          shows === 'turn-left' ? shows : 'neutral',
        );
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
      const start = pictureOf(sittingOf(scene.library), 'neutral');
      const album = new Map<Shows, Awaited<ReturnType<typeof client.take>>>();
      for (const shows of gesturesIn(sittingOf(scene.library))) {
        client.wait(1000);
        album.set(shows, await client.take(pictureOf(sittingOf(scene.library), shows)));
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
        const shot = await client.take(pictureOf(sittingOf(scene.library), step.shows, step.step));
        if (step.step === count) return client.submit([shot]);
        await client.commit([shot]);
        await client.upload(shot);
      }
    },
  },
  {
    name: 'another person does the turns',
    does: 'the victim for every step but the turns, each with its way',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (shows, step) => {
        return recordingOf(
          isTurn(shows) ? scene.library.other : sittingOf(scene.library),
          shows,
          step,
        );
      }),
  },
  {
    name: 'another person does all gestures',
    does: 'the victim’s neutral face, then a recording of somebody else',
    expected: 'not-live',
    play: (scene) =>
      playSession(scene, (shows, step) =>
        recordingOf(
          shows === 'neutral' ? sittingOf(scene.library) : scene.library.other,
          shows,
          step,
        ),
      ),
  },
  {
    name: 'a session of a minute ago, another sequence',
    does: 'the frames of an accepted session, in their order, whatever is asked now',
    expected: 'not-live',
    async play(scene) {
      const recorded = await recordFresh(scene);
      return playSession(scene, (_shows, step) => recorded[step]?.frames ?? []);
    },
  },
  {
    name: 'a session of a minute ago, where it fits',
    does: 'the same files for a session that asks for the same in the same order',
    expected: 'not-live',
    settings: REMEMBERING,
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
      return finishSession(scene, (_shows, step) => recorded[step]?.frames ?? []);
    },
  },
  {
    name: 'two pictures: resting and laughing',
    does: 'the laugh for smile and open mouth, in other light each time; declines all movements of the head',
    expected: 'not-live',
    bestPool: ['smile', 'open-mouth', 'blink'],
    play: (scene) => {
      const { laughing } = scene.library;
      const neutral = pictureOf(sittingOf(scene.library), 'neutral');
      return playWithAlbum(
        scene,
        new Map<Shows, readonly Buffer[]>([
          ['neutral', [neutral]],
          ['smile', [laughing]],
          ['open-mouth', [laughing]],
        ]),
      );
    },
  },
  {
    name: 'two pictures: resting and looking up aside',
    does: 'the second for turns to its side and nods up, in other light each time; declines the rest',
    expected: 'not-live',
    bestPool: ['turn-left', 'nod-up', 'blink'],
    play: (scene) => {
      const { lookingUpAside } = scene.library;
      const neutral = pictureOf(sittingOf(scene.library), 'neutral');
      return playWithAlbum(
        scene,
        new Map<Shows, readonly Buffer[]>([
          ['neutral', [neutral]],
          ['turn-left', [lookingUpAside]],
          ['nod-up', [lookingUpAside]],
        ]),
      );
    },
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
