import { GESTURES } from '../../../../src/challenge/gesture.ts';
import type { Analyst } from '../../../../src/service/analysis/analysis.ts';
import { createAnalyst } from '../../../../src/service/analysis/create-analyst.ts';
import { seededRandom } from '../../../../src/testing/seeded-random.ts';
import { decodeWithFfmpeg } from '../../evaluation/decode-clip.ts';
import { type LabelledClip, readManifest } from '../../evaluation/labelled-clip.ts';
import { readPeople } from '../../verdict/read-people.ts';
import { openAttackedService } from '../attacked-service.ts';
import { STILL_WAYS, type Way } from '../clients/album-lies.ts';
import { AttackClient, CallRefused, type Shot } from '../clients/attack-client.ts';
import { type FaceTracer, openFaceTracer } from '../clients/face-tracer.ts';
import { morphedWay } from '../clients/live-lies.ts';
import { commitAndUpload, takeShots } from '../clients/lying-client.ts';
import { reencoded, small } from '../clients/touched-up-picture.ts';
import type { Outcome, Presentation } from '../outcome.ts';
import { FRAMES_PER_STEP, labelledGestures, pickFrames } from './clip-album.ts';
import { wayThrough } from './way-through.ts';

/** A clip and what became of the sessions that were made of it. */
export interface PlayedClip {
  readonly clip: Pick<LabelledClip, 'name' | 'kind' | 'condition'>;
  /** Whether the neutral face is another person's. */
  readonly isExchanged: boolean;
  /** How stills of the clip follow one another, where the client shows an album of them instead of the clip. */
  readonly album?: string;
  /** Whether the service asked for what is labelled in the clip, or for anything. */
  readonly asksLabelled: boolean;
  readonly presentations: readonly Presentation[];
}

const SESSIONS_PER_CLIP = 2;
const MIN_GESTURES = 2;
const MOST_GESTURES = 3;

/**
 * Makes paced sessions out of labelled clips and sends them to the real service. Real clips are asked only for what is in
 * them, and left out when that is less than two gestures; attacks, too, as their worst case, or for anything.
 *
 * @throws Error when there is no ffmpeg, or no manifest
 */
export async function playClips(folder: string, firstSeed: number): Promise<PlayedClip[]> {
  const clips = readManifest(folder).filter(
    (clip) =>
      clip.kind === 'attack' ||
      (clip.kind === 'real' && labelledGestures(clip).length >= MIN_GESTURES),
  );
  const people = readPeople(folder);
  const analyst = await createAnalyst();
  const tracer = await openFaceTracer();
  const ways: [name: string, way: Way][] = [
    ...Object.entries(STILL_WAYS),
    ['morphed', (rest, end, random) => morphedWay(rest, end, tracer, random)],
  ];
  const played: PlayedClip[] = [];
  /** The neutral face of the last real clip, for the next that shows somebody else. */
  let stranger: { readonly person: string; readonly neutral: Buffer } | undefined;
  const keep = (one: PlayedClip): void => {
    const outcomes = one.presentations.map(({ outcome }) => describe(outcome)).join(' | ');
    console.error(`${one.clip.name}${one.isExchanged ? ' exchanged' : ''}: ${outcomes}`);
    played.push(one);
  };
  try {
    for (const clip of clips) {
      const frames = await decodeWithFfmpeg(clip.path, clip.framesPerSecond);
      if (!frames) throw new Error('ffmpeg is not installed.');
      const run = { analyst, clip, firstSeed, frames, tracer };
      keep(await playClip(run));
      if (clip.kind !== 'real') continue;
      for (const [album, wayOf] of ways) keep(await playClip({ ...run, album, wayOf }));
      const person = people.get(clip.name) || clip.name;
      if (stranger && stranger.person !== person) {
        keep(await playClip({ ...run, neutral: stranger.neutral }));
      }
      const [place = 0] = pickFrames(clip, frames.length, 'neutral', 0, () => 0);
      const neutral = frames[place];
      if (neutral && stranger?.person !== person) stranger = { person, neutral };
    }
  } finally {
    tracer.close();
    await analyst.close();
  }
  return played;
}

/** What a clip is played with; `neutral` is somebody else's face in place of its own. */
interface ClipRun {
  readonly clip: LabelledClip;
  readonly frames: readonly Buffer[];
  readonly analyst: Analyst;
  readonly firstSeed: number;
  readonly tracer: FaceTracer;
  readonly neutral?: Buffer;
  /** An album of its stills: its name, and what is shown between two of them. */
  readonly album?: string;
  readonly wayOf?: Way;
}

async function playClip(run: ClipRun): Promise<PlayedClip> {
  const { album, analyst, clip, firstSeed, neutral } = run;
  const labelled = labelledGestures(clip);
  const asksLabelled = labelled.length >= MIN_GESTURES;
  const service = await openAttackedService(analyst, {
    pacing: 'required',
    ...(asksLabelled && {
      sessionGestures: labelled,
      sessionGestureCount: Math.min(MOST_GESTURES, labelled.length),
    }),
  });
  const presentations: Presentation[] = [];
  try {
    for (let seed = firstSeed; seed < firstSeed + SESSIONS_PER_CLIP; seed += 1) {
      service.reseed(seed);
      const client = new AttackClient(service, await service.mintToken());
      const outcome = await play(client, run, seededRandom(seed))
        .then((jobId) => service.judgement(jobId))
        .catch((error: unknown): Outcome => {
          if (error instanceof CallRefused) return { kind: 'refused', code: error.code };
          throw error;
        });
      const { asked } = client;
      presentations.push({
        species: clip.name,
        pool: asksLabelled ? 'best' : 'random',
        seed,
        outcome,
        asked,
      });
    }
  } finally {
    await service.close();
  }
  const isExchanged = neutral !== undefined;
  return { clip, asksLabelled, isExchanged, presentations, ...(album !== undefined && { album }) };
}

async function play(
  client: AttackClient,
  { clip, frames, neutral, tracer, wayOf }: ClipRun,
  random: () => number,
): Promise<string> {
  const shownBefore = new Map<string, number>();
  const used = new Set<number>();
  await client.activate();
  for (;;) {
    client.wait(1500);
    const { gesture_count: count, step } = client.place;
    const taken = shownBefore.get(step.shows) ?? 0;
    shownBefore.set(step.shows, taken + 1);
    const shots: Shot[] = [];
    if (wayOf && step.shows !== 'neutral') {
      const picked = pickFrames(clip, frames.length, step.shows, taken, random);
      const [rest, end] = [frames[picked[0] ?? 0], frames[picked.at(-1) ?? 0]];
      if (!rest || !end) throw new Error('The clip has no frames.');
      const between = await wayOf(await small(rest), await small(end), random);
      const quality = 80 + step.step;
      const own = await Promise.all(between.map((jpeg) => reencoded(jpeg, quality)));
      shots.push(...(await takeShots(client, [...own, await reencoded(end, quality)])));
      if (step.step === count) return client.submit(shots);
      await commitAndUpload(client, shots);
      continue;
    }
    const evenly = pickFrames(clip, frames.length, step.shows, taken, random);
    const [from = 0, to = from] = [evenly[0], evenly.at(-1)];
    const labelled = labelledGestures(clip).find((gesture) => gesture === step.shows);
    const places =
      labelled && GESTURES[labelled].fewestBetween > 0
        ? await wayThrough(frames, { from, to }, labelled, FRAMES_PER_STEP, tracer)
        : evenly;
    for (const picked of places) {
      // Labels overlap, and a frame that was shown before is refused.
      let place = picked;
      while (used.has(place) && used.size < frames.length) place = (place + 1) % frames.length;
      used.add(place);
      client.wait(100);
      const own = frames[place] ?? Buffer.alloc(0);
      const shown = step.shows === 'neutral' ? (neutral ?? own) : own;
      shots.push(await client.take(picked === places.at(-1) ? shown : await small(shown)));
    }
    if (step.step === count) return client.submit(shots);
    await commitAndUpload(client, shots);
  }
}

function describe(outcome: Outcome): string {
  if (outcome.kind === 'refused') return outcome.code;
  if (outcome.kind === 'no-response') return outcome.why;
  if (outcome.kind === 'live') return outcome.kind;
  return `${outcome.kind}: ${outcome.faults.map(({ message }) => message).join(' ')}`;
}
