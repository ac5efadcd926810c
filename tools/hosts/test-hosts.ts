/**
 * `npm run test:hosts [-- names…] [-- --write]`: installs the packed packages into each example of `demo/hosts`, builds it for
 * production, makes a mistake that its types must refuse, does a whole check in it with the simulated person, and starts its
 * dev server. Installs are kept between runs. `--write` puts what was seen into the table of docs/hosts.md.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import envPaths from 'env-paths';
import { chromium } from 'playwright-core';
import { generateKeys } from '../../src/service/index.ts';
import { replaceSection } from '../bench/report/replace-section.ts';
import { findBrowser } from '../browser.ts';
import { packPackages } from '../build/pack-packages.ts';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';
import { buildPerson } from './build-person.ts';
import { type HostResult, hostTable } from './host-table.ts';
import { BACKEND, hostsNamed } from './hosts.ts';
import { installHost } from './install-host.ts';
import { type HostStage, testHost } from './test-host.ts';

const EXAMPLES = join(PROJECT_ROOT, 'demo/hosts');
const TABLE_PAGE = join(PROJECT_ROOT, 'docs/hosts.md');

// No example tells its makers of its builds.
process.env.NEXT_TELEMETRY_DISABLED = '1';
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.NUXT_TELEMETRY_DISABLED = '1';

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const hosts = hostsNamed(positionals);

// Outside of the repository, whose packages an example would find otherwise.
const clone = createHash('sha256').update(PROJECT_ROOT).digest('hex').slice(0, 8);
const cache = join(envPaths('nodeflux-liveness').cache, 'hosts', clone);
const packed = join(cache, '.packed');
await rm(packed, { recursive: true, force: true });
await mkdir(packed, { recursive: true });
const { element, service } = await packPackages(packed);
const tarballs = [
  [element, join(cache, 'nodeflux-liveness.tgz')],
  [service, join(cache, 'nodeflux-liveness-service.tgz')],
] as const;
for (const [from, to] of tarballs) await copyFile(from, to);
const paths = tarballs.map(([, path]) => path);

await installHost(join(EXAMPLES, BACKEND), join(cache, BACKEND), paths);
const { accessKey, secretKey } = generateKeys();
const stage: HostStage = {
  examples: EXAMPLES,
  cache,
  tarballs: paths,
  browser: await chromium.launch(await findBrowser()),
  person: await buildPerson(join(cache, BACKEND)),
  settings: { NODEFLUX_ACCESS_KEY: accessKey, NODEFLUX_SECRET_KEY: secretKey },
};
const results: HostResult[] = [];
let failed = 0;
for (const host of hosts) {
  const startedAtMs = Date.now();
  const faults: string[] = [];
  results.push(await testHost(host, stage, (fault) => faults.push(fault)));
  failed += faults.length > 0 ? 1 : 0;
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(0);
  console.log(
    faults.length > 0
      ? `✖ ${host.title} (${seconds} s)\n${faults.join('\n')}`
      : `✔ ${host.title} (${seconds} s)`,
  );
}
await stage.browser.close();

if (values.write) {
  const page = await readFile(TABLE_PAGE, 'utf8');
  await writeFile(TABLE_PAGE, replaceSection(page, 'hosts', hostTable(results, page)));
}
console.log(`hosts: ${hosts.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
