import type { GestureName } from '../../../../src/challenge/gesture.ts';
import type { ServiceSettings } from '../../../../src/service/index.ts';
import type { FaceLibrary, Shows } from '../face-library.ts';
import type { AttackClient, Shot } from './attack-client.ts';
import type { FaceTracer } from './face-tracer.ts';

/** What a lying client has to work with. */
export interface LieScene {
  readonly client: AttackClient;
  readonly library: FaceLibrary;
  /** 0..1, the same for the same seed. */
  readonly random: () => number;
  /** Another client of the same service, with a token of its own; of the person of that name, where there is one. */
  openClient(subject?: string): Promise<AttackClient>;
  readonly tracer: FaceTracer;
  /** From here on the service draws what it drew after the last call with this number: for an attacker who is lucky. */
  reseed(luck: number): void;
}

/** One way to lie: a species of attack without a camera. */
export interface LyingClient {
  readonly name: string;
  /** What it does, in a few plain words, for the table. */
  readonly does: string;
  /** The documented rules say: refused with this code, `not-live`, or `live` because nothing is there to stop it. */
  readonly expected: string;
  /** The gestures that suit it best, when all random ones do not. */
  readonly bestPool?: readonly GestureName[];
  readonly settings?: ServiceSettings;
  /** Plays one presentation; resolves with the job's id, rejects with `CallRefused`. */
  play(scene: LieScene): Promise<string>;
}

/** What a client shows for a step: one picture, or several with the clearest last; the number of the step comes second. */
export type Showing = (shows: Shows, step: number) => Shown | Promise<Shown>;
type Shown = Buffer | readonly Buffer[];

/** Whoever reads an instruction and does it takes about this long, in milliseconds. */
const ANSWER_MS = { least: 1400, most: 3200 } as const;

/** Plays a whole session with plausible times. */
export async function playSession(
  { client, random }: Pick<LieScene, 'client' | 'random'>,
  showing: Showing,
): Promise<string> {
  await client.activate();
  return finishSession({ client, random }, showing);
}

/** Plays the steps that are left of a session. */
export async function finishSession(
  { client, random }: Pick<LieScene, 'client' | 'random'>,
  showing: Showing,
): Promise<string> {
  for (;;) {
    client.wait(ANSWER_MS.least + (ANSWER_MS.most - ANSWER_MS.least) * random());
    const { step, gesture_count: count } = client.place;
    const shots = await takeShots(client, await showing(step.shows, step.step));
    if (step.step === count) return client.submit(shots);
    await commitAndUpload(client, shots);
  }
}

/** Times between the frames of a movement that a camera of fifteen frames a second sees. */
const FRAME_MS = 130;

/** Takes what is shown, so that the last was taken a moment ago. */
export async function takeShots(client: AttackClient, shown: Shown): Promise<Shot[]> {
  const pictures = Buffer.isBuffer(shown) ? [shown] : shown;
  const shots: Shot[] = [];
  for (const [i, picture] of pictures.entries()) {
    shots.push(await client.take(picture, 50 + FRAME_MS * (pictures.length - 1 - i)));
  }
  return shots;
}

/** Does a step that is not the last. */
export async function commitAndUpload(client: AttackClient, shots: readonly Shot[]): Promise<void> {
  await client.commit(shots);
  const clearest = shots.at(-1);
  if (clearest) await client.upload(clearest);
}

/** Plays a session up to its last step, and returns what it showed. */
export async function reachLastStep(
  { client, random }: Pick<LieScene, 'client' | 'random'>,
  showing: Showing,
): Promise<Shot[]> {
  const shown: Shot[] = [];
  while (client.place.step.step < client.place.gesture_count) {
    client.wait(ANSWER_MS.least + (ANSWER_MS.most - ANSWER_MS.least) * random());
    const { step } = client.place;
    const shots = await takeShots(client, await showing(step.shows, step.step));
    await commitAndUpload(client, shots);
    shown.push(...shots.slice(-1));
  }
  client.wait(ANSWER_MS.least);
  return shown;
}
