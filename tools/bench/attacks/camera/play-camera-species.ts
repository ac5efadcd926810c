import { drawSequence } from '../../../../src/challenge/draw-sequence.ts';
import type { GestureName } from '../../../../src/challenge/gesture.ts';
import { ALL_GESTURE_NAMES } from '../../../../src/challenge/gesture.ts';
import type { Analyst } from '../../../../src/service/analysis/analysis.ts';
import { seededRandom } from '../../../../src/testing/seeded-random.ts';
import { type AttackedService, openAttackedService } from '../attacked-service.ts';
import { AttackClient } from '../clients/attack-client.ts';
import type { Outcome, Presentation } from '../outcome.ts';
import type { AttackStage } from './attack-stage.ts';
import type { CameraSpecies } from './camera-species.ts';
import { PEOPLE } from './cast.ts';
import type { PresentAnswer } from './present-page.ts';
import type { SceneRequest } from './scenes-page.ts';

/** How often, from which seed on, and where a species is presented. */
export interface CameraRun {
  readonly stage: AttackStage;
  readonly analyst: Analyst;
  readonly repeat: number;
  readonly firstSeed: number;
  readonly pool: 'random' | 'best';
  /** Whether each presentation is another person: for honest people. */
  readonly otherPeople?: boolean;
  readonly onPresented?: (presentation: Presentation) => void;
}

/** Software drawing on shared cores shows few frames a second, so everybody gets more time than people do: attackers, too. */
export const PATIENCE = {
  toleranceMs: 6_000,
  timeoutMs: 24_000,
  positioningMs: 12_000,
  gestureLimitMs: 15_000,
} as const;

const MODULE = 'tools/bench/attacks/camera/present-page.ts';
const GESTURE_COUNT = 3;

/** Presents one species to the real element and the real service, once for each seed. */
export async function playCameraSpecies(
  species: CameraSpecies,
  { analyst, firstSeed, onPresented, otherPeople, pool, repeat, stage }: CameraRun,
): Promise<Presentation[]> {
  const gestures = (pool === 'best' && species.bestPool) || ALL_GESTURE_NAMES;
  const service = await openAttackedService(
    analyst,
    {
      basePath: stage.apiPath,
      gestureLimitMs: PATIENCE.gestureLimitMs,
      pacing: 'required',
      sessionGestures: [...gestures],
    },
    presentTime(),
  );
  stage.face(service);
  const presentations: Presentation[] = [];
  try {
    for (let seed = firstSeed; seed < firstSeed + repeat; seed += 1) {
      const person = otherPeople ? seed % PEOPLE.length : (species.scene.person ?? 0);
      const recorded = await recordedBy(species, service, gestures, seed);
      const scene = { ...species.scene, seed, person, recorded };
      const { asked, jobId, why } = await presentPatiently(stage, service, scene);
      const outcome: Outcome =
        jobId === undefined
          ? { kind: 'no-response', why: why ?? 'unknown' }
          : await service.judgement(jobId);
      const presentation = { species: species.name, pool, seed, outcome, asked };
      onPresented?.(presentation);
      presentations.push(presentation);
    }
  } finally {
    await service.close();
  }
  return presentations;
}

/** A machine that stops drawing for seconds says nothing about the attack: the same is presented again. */
async function presentPatiently(
  stage: AttackStage,
  service: AttackedService,
  scene: SceneRequest,
): Promise<PresentAnswer> {
  for (let tried = 1; ; tried += 1) {
    service.reseed(scene.seed + FAR_SEED * (3 + tried));
    const token = await service.mintToken();
    service.reseed(scene.seed);
    const { apiPath } = stage;
    const { positioningMs, timeoutMs, toleranceMs } = PATIENCE;
    const request = { apiPath, positioningMs, scene, timeoutMs, token, toleranceMs };
    const answer = await stage.call<PresentAnswer>(MODULE, 'present', request);
    if (answer.why !== 'camera-lost' || tried === MOST_TRIES) return answer;
  }
}

const MOST_TRIES = 3;

/** Far from the seeds of presentations: tokens and gestures must not be drawn alike. */
const FAR_SEED = 1_000_000;

async function recordedBy(
  { plays }: CameraSpecies,
  service: AttackedService,
  gestures: readonly GestureName[],
  seed: number,
): Promise<readonly GestureName[]> {
  if (plays === 'all') return gestures;
  const random = seededRandom(seed + 2 * FAR_SEED);
  if (plays === 'other') {
    return drawSequence(gestures, GESTURE_COUNT, (limit) => Math.floor(limit * random()));
  }
  return plays === 'same' ? rehearse(service, seed) : [];
}

/** Learns what the seed will ask for, through a session that is thrown away. */
async function rehearse(service: AttackedService, seed: number): Promise<readonly GestureName[]> {
  service.reseed(seed + 3 * FAR_SEED);
  const client = new AttackClient(service, await service.mintToken());
  service.reseed(seed);
  await client.activate();
  for (let step = 0; step < GESTURE_COUNT; step += 1)
    await client.commit([await client.takeNothing()]);
  return client.asked.slice(1) as GestureName[];
}

/** The clock of the wall: browsers cannot be made to wait for another. */
function presentTime() {
  return {
    get nowMs() {
      return Date.now();
    },
    set nowMs(_) {
      throw new Error('Nobody sets the clock of the wall.');
    },
  };
}
