import type { GestureName } from '../../../../src/challenge/gesture.ts';
import type { Analyst } from '../../../../src/service/analysis/analysis.ts';
import { seededRandom } from '../../../../src/testing/seeded-random.ts';
import { openAttackedService } from '../attacked-service.ts';
import type { FaceLibrary } from '../face-library.ts';
import type { Presentation } from '../outcome.ts';
import { AttackClient, CallRefused } from './attack-client.ts';
import type { FaceTracer } from './face-tracer.ts';
import type { LyingClient } from './lying-client.ts';

/** How often, from which seed on, and with what a lying client is played. */
export interface LyingClientRun {
  readonly analyst: Analyst;
  /** Pictures of several people; each presentation takes the next. */
  readonly libraries: readonly FaceLibrary[];
  readonly tracer: FaceTracer;
  readonly repeat: number;
  readonly firstSeed: number;
  readonly pool: 'random' | 'best';
  /** What the service asks for at random. Default: everything that it knows. */
  readonly gestures?: readonly GestureName[];
}

/** No run counts its seeds up to here. */
const FAR_SEED = 1_000_000;

/** Plays one species against a service of its own, once for each seed. */
export async function playLyingClient(
  liar: LyingClient,
  { analyst, firstSeed, gestures, libraries, pool, repeat, tracer }: LyingClientRun,
): Promise<Presentation[]> {
  const sessionGestures: readonly GestureName[] | undefined =
    pool === 'best' ? liar.bestPool : gestures;
  const service = await openAttackedService(analyst, {
    ...liar.settings,
    ...(sessionGestures && { sessionGestures: [...sessionGestures] }),
  });
  const presentations: Presentation[] = [];
  try {
    for (let seed = firstSeed; seed < firstSeed + repeat; seed += 1) {
      const library = libraries[seed % libraries.length];
      if (!library) throw new Error('There is no library.');
      const openClient = async (subject?: string) =>
        new AttackClient(service, await service.mintToken(subject));
      service.reseed(seed);
      const client = await openClient();
      const random = seededRandom(seed);
      const reseed = (luck: number) => service.reseed(seed + luck * FAR_SEED);
      const outcome = await liar
        .play({ client, library, random, openClient, reseed, tracer })
        .then((jobId) => service.judgement(jobId))
        .catch((error: unknown) => {
          if (error instanceof CallRefused) return { kind: 'refused', code: error.code } as const;
          throw error;
        });
      const { asked } = client;
      presentations.push({ species: liar.name, pool, seed, outcome, asked });
    }
  } finally {
    await service.close();
  }
  return presentations;
}
