import { cpus, loadavg, totalmem } from 'node:os';
import { BONA_FIDE, CAMERA_SPECIES } from './camera/camera-species.ts';
import { PATIENCE } from './camera/play-camera-species.ts';
import type { LyingClient } from './clients/lying-client.ts';
import { formatAttackTable, formatBonaFideTable } from './format-attack-table.ts';
import type { Results } from './run-plan.ts';

/** How a run was made. */
export interface RunFacts {
  readonly command: string;
  readonly version: string;
  readonly commit: string;
  readonly date: string;
  readonly firstSeed: number;
  readonly tookMs: number;
  /** At which commits the runs were played that are in the tables, too. */
  readonly earlierCommits: readonly string[];
}

/** What was measured of honest people, for docs/attacks.md. */
export function formatPeopleReport({ bonaFide }: Results, facts: RunFacts): string {
  return `${formatCameraFacts(facts)}

${formatBonaFideTable(bonaFide, BONA_FIDE)}
`;
}

/** What was measured of attacks in front of the camera, for docs/attacks.md. */
export function formatCameraReport({ camera }: Results, facts: RunFacts): string {
  return `${formatCameraFacts(facts)}

${formatAttackTable(camera, CAMERA_SPECIES)}
`;
}

function formatCameraFacts(facts: RunFacts): string {
  return `${formatFacts(facts)}
- A gesture may take ${PATIENCE.toleranceMs / 1000} s in the element instead of 3, and ${PATIENCE.gestureLimitMs / 1000} s at the service instead of 10, because the drawing is slow. Attackers have that time, too.`;
}

/** What was measured of lying clients of these species, for docs/attacks.md; `undefined` where none of them was played. */
export function formatClientReport(
  { clients }: Results,
  species: readonly LyingClient[],
  facts: RunFacts,
): string | undefined {
  if (!clients.some((one) => species.some(({ name }) => name === one.species))) return undefined;
  return `${formatFacts(facts)}

${formatAttackTable(clients, species)}
`;
}

function formatFacts(facts: RunFacts): string {
  const { command, commit, date, earlierCommits, firstSeed, tookMs, version } = facts;
  const [cpu] = cpus();
  const memory = `${(totalmem() / 1e9).toFixed(0)} GB`;
  const took =
    earlierCommits.length === 0
      ? `${(tookMs / 60_000).toFixed(0)} minutes in all`
      : `put together from runs at ${[...new Set(earlierCommits)].join(' and ')}`;
  return `- \`${command}\` on ${date}, ${took}; nodeflux-liveness ${version} at ${commit}, first seed ${firstSeed}.
- ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory}, Node ${process.versions.node}, load average ${(loadavg()[2] ?? 0).toFixed(0)}.`;
}
