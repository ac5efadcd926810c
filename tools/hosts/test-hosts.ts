/**
 * `npm run test:hosts [-- names…]`: installs the packed packages into each example of `demo/hosts`, checks its types, builds
 * it for production, and does a whole check in it with the simulated person. Installs are kept between runs.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { type Browser, chromium } from 'playwright-core';
import { generateKeys } from '../../src/service/index.ts';
import { findBrowser } from '../browser.ts';
import { packPackages } from '../build/pack-packages.ts';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';
import { buildPerson } from './build-person.ts';
import { checkInPage, type SeenCheck } from './check-in-page.ts';
import { installHost, runNpm } from './install-host.ts';
import { type StartedServer, startServer } from './start-server.ts';

const HOSTS = join(PROJECT_ROOT, 'demo/hosts');
const BACKEND = 'backend';
/** What a host shows at the start, by the property `texts`, and at the end, by its listener. */
const EXPECTED = { title: 'Open your account', outcome: 'live: true', complaints: [] };

const { accessKey, secretKey } = generateKeys();
const KEYS = { NODEFLUX_ACCESS_KEY: accessKey, NODEFLUX_SECRET_KEY: secretKey };
// No example tells its makers of its builds.
process.env.NEXT_TELEMETRY_DISABLED = '1';

const asked = process.argv.slice(2);
const all = (await readdir(HOSTS)).filter((name) => name !== BACKEND);
const names = asked.length > 0 ? asked : all;
const unknown = names.filter((name) => !all.includes(name));
if (unknown.length > 0)
  throw new Error(`There is no host ${unknown.join(', ')}: ${all.join(', ')}`);

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

await installHost(join(HOSTS, BACKEND), join(cache, BACKEND), paths);
const person = await buildPerson(join(cache, BACKEND));
const launch = await findBrowser();
const browser = await chromium.launch(launch);
let failed = 0;
for (const name of names) {
  const startedAtMs = Date.now();
  try {
    const folder = join(cache, name);
    await installHost(join(HOSTS, name), folder, paths);
    const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    if (scripts?.build) await runNpm(folder, ['run', 'build']);
    const dist = join(folder, 'dist');
    const backend = await startServer(join(cache, BACKEND), ['server.js'], '/service/healthz', {
      ...KEYS,
      PAGES: existsSync(dist) ? dist : folder,
    });
    const servers: StartedServer[] = [backend];
    try {
      if (scripts?.start) servers.push(await startOwnServer(folder, scripts.start, backend.url));
      const { url } = servers.at(-1) ?? backend;
      const seen = await checkPatiently(browser, url, person);
      const isRight = JSON.stringify(seen) === JSON.stringify(EXPECTED);
      if (!isRight) throw new Error(JSON.stringify(seen, null, 2));
    } finally {
      for (const server of servers.reverse()) await server.stop();
    }
    console.log(`✔ ${name} (${((Date.now() - startedAtMs) / 1000).toFixed(0)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`✖ ${name}\n${error instanceof Error ? error.message : error}`);
  }
}
await browser.close();

/** A framework with a server of its own: its pages and its backend are there, the service stays with the other one. */
async function startOwnServer(
  folder: string,
  start: string,
  backend: string,
): Promise<StartedServer> {
  const [command = '', ...args] = start.split(' ');
  const { bin } = JSON.parse(
    await readFile(join(folder, 'node_modules', command, 'package.json'), 'utf8'),
  );
  const script = join(
    folder,
    'node_modules',
    command,
    typeof bin === 'string' ? bin : bin[command],
  );
  return startServer(folder, [script, ...args], '/', {
    ...KEYS,
    SERVICE_URL: `${backend}/service`,
  });
}

/** Once more where a machine with too much to do drew the person too slowly to be seen. */
async function checkPatiently(browser: Browser, url: string, person: string): Promise<SeenCheck> {
  const seen = await checkInPage(browser, url, person);
  return seen.outcome === 'gesture-timeout' ? checkInPage(browser, url, person) : seen;
}

console.log(`hosts: ${names.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
