import { createAnalyst } from '../../../src/service/analysis/create-analyst.ts';
import { openAttackStage } from './camera/attack-stage.ts';
import { BONA_FIDE, CAMERA_SPECIES } from './camera/camera-species.ts';
import { playCameraSpecies } from './camera/play-camera-species.ts';
import { LYING_CLIENTS } from './clients/lying-clients.ts';
import { playLyingClients } from './clients/play-lying-clients.ts';
import type { Presentation } from './outcome.ts';

/** What is played. */
export interface Plan {
  /** Presentations of each attack in front of the camera. */
  readonly cameraRepeat: number;
  /** Presentations of each lying client. */
  readonly clientRepeat: number;
  /** Presentations of each kind of honest person. */
  readonly bonaFideRepeat: number;
  readonly firstSeed: number;
  /** Plays only species whose name contains one of the words; all where there is none. */
  readonly only: readonly string[];
}

/** All presentations of a run. */
export interface Results {
  readonly camera: readonly Presentation[];
  readonly clients: readonly Presentation[];
  readonly bonaFide: readonly Presentation[];
}

/** Of the analysis. Lying clients are played as many at once; whoever stands before the camera, alone. */
const THREADS = 2;

/**
 * Plays everything: before the camera one after the other, since two at once would take each other's processor.
 *
 * @param onRound told of all results whenever each attack in front of the camera was presented once more
 */
export async function runPlan(
  { bonaFideRepeat, cameraRepeat, clientRepeat, firstSeed, only }: Plan,
  onPresented: (presentation: Presentation) => void,
  onRound: (soFar: Results) => Promise<void>,
): Promise<Results> {
  if (bonaFideRepeat + cameraRepeat + clientRepeat === 0) {
    return { bonaFide: [], camera: [], clients: [] };
  }
  const stage = await openAttackStage();
  const analyst = await createAnalyst({ threads: THREADS });
  const isWanted = ({ name }: { readonly name: string }): boolean =>
    only.length === 0 || only.some((word) => name.includes(word));
  try {
    const liars = clientRepeat === 0 ? [] : LYING_CLIENTS.filter(isWanted);
    const clients =
      liars.length === 0
        ? []
        : await playLyingClients(liars, {
            analyst,
            atOnce: THREADS,
            firstSeed,
            onPresented,
            repeat: clientRepeat,
            stage,
          });
    const common = { analyst, firstSeed, onPresented, stage };
    const bonaFide: Presentation[] = [];
    for (const species of bonaFideRepeat === 0 ? [] : BONA_FIDE.filter(isWanted)) {
      const run = {
        ...common,
        firstSeed: firstSeedOf(firstSeed, BONA_FIDE.indexOf(species)),
        otherPeople: true,
        pool: 'random',
        repeat: bonaFideRepeat,
      } as const;
      bonaFide.push(...(await playCameraSpecies(species, run)));
    }
    const camera: Presentation[] = [];
    const attacks = CAMERA_SPECIES.filter(isWanted);
    // In rounds, so that a run that is ended early has something of every species.
    for (let round = 0; round < cameraRepeat; round += 1) {
      for (const species of attacks) {
        const place = BONA_FIDE.length + CAMERA_SPECIES.indexOf(species);
        const seed = firstSeedOf(firstSeed, place) + round;
        for (const pool of poolsOf(species)) {
          const run = { ...common, firstSeed: seed, pool, repeat: 1 };
          camera.push(...(await playCameraSpecies(species, run)));
        }
      }
      await onRound({ bonaFide, camera, clients });
    }
    return { bonaFide, camera, clients };
  } finally {
    await analyst.close();
    await stage.close();
  }
}

/** Each species has seeds of its own, or all of them would be asked for the same few sequences. */
function firstSeedOf(firstSeed: number, species: number): number {
  return firstSeed + 100 * (species + 1);
}

function poolsOf({ bestPool }: { readonly bestPool?: unknown }): ('random' | 'best')[] {
  return bestPool ? ['random', 'best'] : ['random'];
}
