import { GESTURES } from '../../../../src/challenge/gesture.ts';
import { recordingOf, type Shows } from '../face-library.ts';
import type { AttackClient } from './attack-client.ts';
import { commitAndUpload, finishSession, type LieScene, takeShots } from './lying-client.ts';
import { sideLit } from './touched-up-picture.ts';

/** What a client showed in an accepted session. */
export interface RecordedStep {
  readonly shows: Shows;
  /** The clearest last. */
  readonly frames: readonly Buffer[];
}

/** A service that knows submitted frames again, as it does by default. */
export const REMEMBERING = { rememberFramesMs: 30 * 24 * 3_600_000 };

/** The gestures that are asked for are not in the album, and none may be declined any more. */
export class NotAtHand extends Error {}

const MINUTE_MS = 60_000;

/** Plays a good session with an activated client, keeps what it showed, and waits a minute. */
export async function recordSession(
  scene: LieScene,
  client: AttackClient,
): Promise<RecordedStep[]> {
  const [sitting] = scene.library.victim;
  if (!sitting) throw new Error('The library is empty.');
  const recorded: RecordedStep[] = [];
  await finishSession({ client, random: scene.random }, (shows, step) => {
    const frames = recordingOf(sitting, shows, step);
    recorded.push({ shows, frames });
    return frames;
  });
  client.wait(MINUTE_MS);
  return recorded;
}

/** The same with a token of its own. */
export async function recordFresh(scene: LieScene): Promise<RecordedStep[]> {
  const client = await scene.openClient();
  await client.activate();
  return recordSession(scene, client);
}

/**
 * Plays a session with the pictures or recordings that there are, one for each gesture. What is missing is declined; when nothing
 * can be declined any more the rest is shown instead. A gesture that may go unseen is never declined: it counts neither way.
 *
 * @throws NotAtHand instead of showing the rest, where the attacker rather leaves
 */
export async function playWithAlbum(
  scene: Pick<LieScene, 'client' | 'random'>,
  album: ReadonlyMap<Shows, readonly Buffer[]>,
  { leaves = false } = {},
): Promise<string> {
  const { client } = scene;
  const used = new Map<Buffer | undefined, number>();
  const showing = async (shows: Shows): Promise<readonly Buffer[]> => {
    const frames = album.get(shows) ?? album.get('neutral');
    if (!frames) throw new Error('An album holds a neutral face at least.');
    const times = used.get(frames.at(-1)) ?? 0;
    used.set(frames.at(-1), times + 1);
    // The very same file would be refused.
    return times === 0 ? frames : Promise.all(frames.map((one) => inOtherLight(one, times)));
  };
  await client.activate();
  for (;;) {
    const { gesture_count: count, step, swaps_left: swaps } = client.place;
    const isUsed = used.has(album.get(step.shows)?.at(-1));
    // Who may leave does not show the same twice.
    const isAtHand =
      step.shows === 'neutral' ||
      mayGoUnseen(step.shows) ||
      (album.has(step.shows) && !(leaves && isUsed));
    if (!isAtHand && swaps > 0) {
      client.wait(800);
      await client.swap();
    } else if (!isAtHand && leaves) {
      throw new NotAtHand();
    } else if (step.step === count) {
      return finishSession(scene, showing);
    } else {
      client.wait(1500 + 1500 * scene.random());
      await commitAndUpload(client, await takeShots(client, await showing(step.shows)));
    }
  }
}

/** The same picture under another lamp: `times` tells which. */
export function inOtherLight(picture: Buffer, times: number): Promise<Buffer> {
  return sideLit(picture, 0.35 + 0.1 * times, times % 2 === 0 ? 'left' : 'right');
}

function mayGoUnseen(shows: Shows): boolean {
  return shows !== 'neutral' && (GESTURES[shows].mayGoUnseen ?? false);
}
