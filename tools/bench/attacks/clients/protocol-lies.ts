import { createEvidenceKey } from '../../../../src/capture/evidence-key.ts';
import { GESTURE_NAMES } from '../../../../src/challenge/gesture.ts';
import type { StepCommit } from '../../../../src/submission/session-wire.ts';
import { pictureOf, type Shows } from '../face-library.ts';
import { toDataUri } from './attack-client.ts';
import {
  finishSession,
  type LieScene,
  type LyingClient,
  playSession,
  reachLastStep,
} from './lying-client.ts';
import { reencoded } from './touched-up-picture.ts';

/** Good pictures throughout: whatever is refused is refused for the lie. */
const honestly =
  ({ library }: Pick<LieScene, 'library'>, sitting = 0) =>
  (shows: Shows, step: number): Buffer => {
    const taken = library.victim[sitting % library.victim.length];
    if (!taken) throw new Error('The library is empty.');
    return pictureOf(taken, shows, step);
  };

/** Opens the session and does the neutral face, so that a gesture is asked for. */
async function showNeutral(scene: LieScene): Promise<void> {
  const { client } = scene;
  await client.activate();
  client.wait(1500);
  const shot = await client.take(honestly(scene)('neutral', 0));
  await client.commit([shot]);
  await client.upload(shot);
  client.wait(2000);
}

const nextShot = async (scene: LieScene, take = scene.client.place.step.step) =>
  scene.client.take(honestly(scene)(scene.client.place.step.shows, take));

/** Clients that break the rules of the session; their pictures are good. */
export const PROTOCOL_LIES: readonly LyingClient[] = [
  {
    name: 'says it showed another gesture',
    does: 'its evidence names a gesture that was not asked for',
    expected: 'evidence-invalid',
    async play(scene) {
      await showNeutral(scene);
      const { shows: asked } = scene.client.place.step;
      const shows = GESTURE_NAMES.find((gesture) => gesture !== asked) ?? 'smile';
      const shot = await scene.client.take(honestly(scene)(shows, 1));
      await scene.client.commit([shot], { shows });
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'reorders the frames of a step',
    does: 'two frames, sent in the other order than they were chained',
    expected: 'evidence-invalid',
    async play(scene) {
      await showNeutral(scene);
      const frames = [await nextShot(scene, 1)];
      scene.client.wait(200);
      frames.push(await nextShot(scene, 2));
      const reversed = frames.map(({ record }) => record).reverse();
      await scene.client.commit(frames, { changes: { frames: reversed } });
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'goes back in time',
    does: 'a frame that is older than the one before',
    expected: 'evidence-invalid',
    async play(scene) {
      await showNeutral(scene);
      const shot = await scene.client.take(honestly(scene)('smile', 1), 5000);
      await scene.client.commit([shot]);
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'does the steps in another order',
    does: 'commits to step 2 while step 1 is asked for',
    expected: 'step-out-of-order',
    async play(scene) {
      await showNeutral(scene);
      const shot = await nextShot(scene);
      await scene.client.commit([shot], { changes: { step: 2 } });
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'sends a step again',
    does: 'other evidence for the step before; the same again is answered as before, and changes nothing',
    expected: 'step-repeated',
    async play(scene) {
      await scene.client.activate();
      scene.client.wait(1500);
      const neutral = await scene.client.commitment([await nextShot(scene)]);
      scene.client.wait(100);
      const other = await scene.client.commitment([await nextShot(scene)]);
      await scene.client.sendCommitment(neutral);
      scene.client.wait(1500);
      await scene.client.sendCommitment(other);
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'shows a frame of this session again',
    does: 'the very file of the step before, with a later time',
    expected: 'evidence-invalid',
    play: (scene) => playSession(scene, () => honestly(scene)('neutral', 0)),
  },
  {
    name: 're-signs with another key',
    does: 'a key that is not the one that was bound to the token',
    expected: 'evidence-invalid',
    async play(scene) {
      await showNeutral(scene);
      await scene.client.commit([await nextShot(scene)], { key: await createEvidenceKey() });
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'replays the evidence of another session',
    does: 'commitments of an accepted session, signatures and all, for a new token',
    expected: 'evidence-invalid',
    async play(scene) {
      const earlier = await scene.openClient();
      const sent: StepCommit[] = [];
      await earlier.activate();
      while (earlier.place.step.step < earlier.place.gesture_count) {
        earlier.wait(2000);
        const { shows, step } = earlier.place.step;
        const shot = await earlier.take(honestly(scene)(shows, step));
        const commitment = await earlier.commitment([shot]);
        await earlier.sendCommitment(commitment);
        await earlier.upload(shot);
        sent.push(commitment);
      }
      await finishSession({ client: earlier, random: scene.random }, honestly(scene));
      scene.client.wait(60_000);
      await scene.client.activate();
      for (const commitment of sent) {
        scene.client.wait(2000);
        await scene.client.sendCommitment(commitment);
      }
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'uploads another picture than it committed to',
    does: 'commits first, looks for the picture later',
    expected: 'frame-unknown',
    async play(scene) {
      await showNeutral(scene);
      await scene.client.commit([await nextShot(scene, 1)]);
      await scene.client.upload(
        await scene.client.take(await reencoded(honestly(scene)('smile', 2), 80)),
      );
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'submits another picture than it committed to',
    does: 'the same for the last step',
    expected: 'evidence-invalid',
    async play(scene) {
      await scene.client.activate();
      await reachLastStep(scene, honestly(scene));
      const session = await scene.client.commitment([await nextShot(scene)]);
      const instead = await scene.client.take(await reencoded(honestly(scene)('smile', 2), 80));
      return scene.client.submitBody({ images: [toDataUri(instead)], session });
    },
  },
  {
    name: 'leaves out a frame',
    does: 'never uploads one that it committed to',
    expected: 'frames-missing',
    async play(scene) {
      await scene.client.activate();
      scene.client.wait(1500);
      await scene.client.commit([await nextShot(scene)]);
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'takes its time',
    does: 'looks for the right picture longer than a gesture may take',
    expected: 'step-late',
    async play(scene) {
      await showNeutral(scene);
      scene.client.wait(60_000);
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'asks once more without end',
    does: 'wants the time of its gesture again and again, to look for the right picture',
    expected: 'step-late',
    async play(scene) {
      await showNeutral(scene);
      for (let repeat = 0; repeat < 3; repeat += 1) {
        scene.client.wait(9000);
        await scene.client.repeat();
      }
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'calls from another origin',
    does: 'a page of its own goes on with the session',
    expected: 'session-origin',
    async play(scene) {
      await showNeutral(scene);
      scene.client.moveTo('https://attacker.example');
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'never activates its token',
    does: 'steps without a session',
    expected: 'session-missing',
    async play(scene) {
      const opened = await scene.openClient();
      await opened.activate();
      const commitment = await opened.commitment([
        await opened.take(honestly(scene)('neutral', 0)),
      ]);
      await scene.client.sendCommitment(commitment);
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'skips the session where it is required',
    does: 'good pictures of gestures that it chose itself',
    expected: 'session-required',
    settings: { pacing: 'required' },
    play: submitPlainly,
  },
  {
    name: 'leaves its session',
    does: 'activates, sees the gesture, and submits pictures without the session',
    expected: 'session-required',
    async play(scene) {
      await showNeutral(scene);
      return submitPlainly(scene);
    },
  },
  {
    name: 'activates a token twice',
    does: 'wants another sequence, with a key of its own again',
    expected: 'session-repeated',
    async play(scene) {
      await showNeutral(scene);
      await scene.client.activate();
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'uses a token twice',
    does: 'a good session, then another with the same token',
    expected: 'not-authenticate',
    async play(scene) {
      await playSession(scene, honestly(scene));
      scene.client.wait(2000);
      return finishSession(scene, honestly(scene, 1));
    },
  },
  {
    name: 'declines without end',
    does: 'asks for another gesture until none is left',
    expected: 'swap-refused',
    async play(scene) {
      await showNeutral(scene);
      for (let swap = 0; swap < 4; swap += 1) await scene.client.swap();
      return finishSession(scene, honestly(scene));
    },
  },
  {
    name: 'begins again without end',
    does: 'asks for another sequence until none is left',
    expected: 'attempts-exhausted',
    async play(scene) {
      await showNeutral(scene);
      for (let attempt = 0; attempt < 3; attempt += 1) await scene.client.restart();
      return finishSession(scene, honestly(scene));
    },
  },
];

/** The contract as it is without pacing: the client chooses what it shows. */
export async function submitPlainly({ client, library }: LieScene): Promise<string> {
  const [sitting] = library.victim;
  if (!sitting) throw new Error('The library is empty.');
  const shown = ['neutral', 'smile', 'open-mouth'] as const;
  const shots = await Promise.all(shown.map((shows) => client.take(pictureOf(sitting, shows))));
  return client.submitBody({ images: shots.map(toDataUri) });
}
