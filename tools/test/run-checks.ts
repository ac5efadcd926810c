import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EMPTY_TALLY, sumTallies, type Tally } from './tally.ts';

/** One fact about the source as a whole. */
interface Check {
  readonly fact: string;
  /** Resolves when it holds; rejects with what is wrong, for people to read. */
  readonly prove: () => Promise<void>;
}

/** Command line tools, as the scripts that Node can run without a shell. */
const TOOLS = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  cem: 'node_modules/@custom-elements-manifest/analyzer/cem.js',
};

const MANIFEST = 'custom-elements.json';
const FRESH_MANIFEST_FOLDER = 'node_modules/.cache/nodeflux-liveness/manifest';

const CHECKS: readonly Check[] = [
  ...['src', 'src/server', 'src/service', 'demo', '.'].map((project) => ({
    fact: `the types hold in ${project}`,
    prove: () => runTool('tsc', ['-p', project]),
  })),
  {
    fact: 'lint and format are clean',
    prove: () => runTool('biome', ['check', '--error-on-warnings', '.']),
  },
  {
    fact: 'imports go one way',
    prove: () =>
      runTool('depcruise', [
        ...['--config', 'tools/checks/dependency-cruiser.cjs'],
        ...['src', 'tools', 'demo'],
      ]),
  },
  { fact: `${MANIFEST} is what the source says`, prove: proveManifestFresh },
];

/** Runs the checks of the source one after the other, and prints each with what is wrong. */
export async function runChecks(): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const { fact, prove } of CHECKS) {
    try {
      await prove();
      console.log(`✔ ${fact}`);
      tallies.push({ ...EMPTY_TALLY, passed: 1 });
    } catch (error) {
      console.log(`✖ ${fact}\n${error instanceof Error ? error.message : error}`);
      tallies.push({ ...EMPTY_TALLY, failed: 1 });
    }
  }
  return sumTallies(tallies);
}

async function runTool(name: keyof typeof TOOLS, args: readonly string[]): Promise<void> {
  try {
    // The manifest's own settings name sources.
    const loader = name === 'cem' ? ['--import', 'tsx'] : [];
    await promisify(execFile)(process.execPath, [...loader, TOOLS[name], ...args], {
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${stdout}${stderr}` || String(error), { cause: error });
  }
}

async function proveManifestFresh(): Promise<void> {
  await runTool('cem', [
    'analyze',
    '--quiet',
    ...['--config', 'tools/build/custom-elements-manifest.config.js'],
    ...['--outdir', FRESH_MANIFEST_FOLDER],
  ]);
  const fresh = await readFile(join(FRESH_MANIFEST_FOLDER, MANIFEST), 'utf8');
  const committed = existsSync(MANIFEST) ? await readFile(MANIFEST, 'utf8') : '';
  if (fresh !== committed) throw new Error(`${MANIFEST} is stale; run \`npm run manifest\`.`);
}
