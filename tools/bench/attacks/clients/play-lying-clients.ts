import type { Analyst } from '../../../../src/service/analysis/analysis.ts';
import type { AttackStage } from '../camera/attack-stage.ts';
import { drawLibrary } from '../camera/draw-library.ts';
import type { FaceLibrary } from '../face-library.ts';
import type { Presentation } from '../outcome.ts';
import { openFaceTracer } from './face-tracer.ts';
import type { LyingClient } from './lying-client.ts';
import { playLyingClient } from './play-lying-client.ts';

/** Who is impersonated, by their places in the cast; the second of the cast helps the attacker. */
const VICTIMS = [0, 2, 3] as const;
/** Far enough apart for nobody's sittings to be alike. */
const SEEDS_PER_VICTIM = 10;

/** Against what, how often and from which seed on lying clients are played. */
export interface LyingClientsRun {
  readonly stage: AttackStage;
  readonly analyst: Analyst;
  /** So many species are played at once: as many as the analyst has threads. */
  readonly atOnce: number;
  readonly firstSeed: number;
  readonly repeat: number;
  readonly onPresented: (presentation: Presentation) => void;
}

/** Draws the pictures of several people, and plays each species with all of them against services of its own. */
export async function playLyingClients(
  liars: readonly LyingClient[],
  { analyst, atOnce, firstSeed, onPresented, repeat, stage }: LyingClientsRun,
): Promise<Presentation[]> {
  const libraries: FaceLibrary[] = [];
  for (const [i, victim] of VICTIMS.entries()) {
    libraries.push(await drawLibrary(stage, firstSeed + SEEDS_PER_VICTIM * i, victim));
  }
  const tracer = await openFaceTracer();
  const rounds = liars.flatMap((liar) => [
    { liar, pool: 'random' as const },
    ...(liar.bestPool ? [{ liar, pool: 'best' as const }] : []),
  ]);
  const presentations: Presentation[] = [];
  const playOn = async (): Promise<void> => {
    for (let round = rounds.shift(); round; round = rounds.shift()) {
      const { liar, pool } = round;
      const run = { analyst, firstSeed, libraries, pool, repeat, tracer };
      const played = await playLyingClient(liar, run);
      played.forEach(onPresented);
      presentations.push(...played);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, playOn));
    return presentations;
  } finally {
    tracer.close();
  }
}
