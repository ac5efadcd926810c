import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { checkInPage, type SeenCheck, startInPage } from './check-in-page.ts';
import type { Answers, HostResult, Question } from './host-table.ts';
import { BACKEND, type Host } from './hosts.ts';
import { installHost, runNpm } from './install-host.ts';
import { commandOf, type StartedServer, startServer } from './start-server.ts';

/** What a host shows at the start, by the property `texts`, and at the end, by its listener. */
const EXPECTED = { title: 'Open your account', outcome: 'live: true' };
/** What an example gets wrong to see whether its types would say so. */
const RIGHT = /\bdetail\.code\b/g;
const WRONG = 'detail.kode';
/** What libraries say of themselves wherever a dev server serves them. */
const OF_DEV = /^Lit is in dev mode/;
/** As webpack begins one. */
const WARNING = /^WARNING in/m;
const TYPED = /\.(ts|tsx|vue|svelte|astro)$/;

/** What all hosts share. */
export interface HostStage {
  readonly examples: string;
  /** Where they are installed. */
  readonly cache: string;
  readonly tarballs: readonly string[];
  readonly browser: Browser;
  /** The folder of the simulated person. */
  readonly person: string;
  /** The keys of the service. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Does with a host what its integrator does, from the install to a whole check; what fails is told and ends it. */
export async function testHost(
  host: Host,
  stage: HostStage,
  tell: (fault: string) => void,
): Promise<HostResult> {
  const answers: Answers = {};
  const ask = async (question: Question, act: () => Promise<void>): Promise<void> => {
    answers[question] = false;
    await act();
    answers[question] = true;
  };
  const folder = join(
    stage.cache,
    host.versions ? host.title.toLowerCase().replaceAll(' ', '-') : host.folder,
  );
  try {
    await ask('install', () =>
      installHost(join(stage.examples, host.folder), folder, stage.tarballs, host.versions),
    );
    const { scripts = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    if (scripts.build) {
      // First the wrong one, of which a builder may leave a part.
      if (existsSync(join(folder, 'tsconfig.json'))) {
        await ask('types', () => refusesMistake(folder));
      }
      await ask('build', async () => {
        const said = await runNpm(folder, ['run', 'build']);
        if (WARNING.test(said)) throw new Error(said);
      });
    }
    const dist = join(folder, 'dist');
    const backend = await startServer(
      join(stage.cache, BACKEND),
      ['server.js'],
      '/service/healthz',
      { ...stage.settings, PAGES: existsSync(dist) ? dist : folder },
    );
    const servers: StartedServer[] = [backend];
    const settings = { ...stage.settings, SERVICE_URL: `${backend.url}/service` };
    try {
      if (scripts.start) {
        const command = await commandOf(folder, scripts.start);
        servers.push(await startServer(folder, command, '/', settings));
      }
      const url = new URL(host.page ?? '/', (servers.at(-1) ?? backend).url).href;
      if (host.isRendered) await ask('rendered', () => hasElement(url));
      for (const question of ['check', 'properties', 'events'] as const) answers[question] = false;
      const seen = await checkPatiently(stage, url);
      answers.check = seen.complaints.length === 0 && seen.outcome === EXPECTED.outcome;
      answers.properties = seen.title === EXPECTED.title;
      answers.events = seen.outcome !== '';
      if (!answers.check || !answers.properties) {
        throw new Error(`${JSON.stringify(seen, null, 2)}\n${backend.said()}`);
      }
      if (scripts.dev) {
        await ask('dev', () => startsInDev(folder, scripts.dev, stage, settings));
      }
    } finally {
      for (const server of servers.reverse()) await server.stop();
    }
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
  return { title: host.title, version: await versionOf(folder, host.madeWith), answers };
}

/** On a machine with too much to do too few pictures of a gesture are seen, by the page or by the service. */
const TOO_SLOW = ['gesture-timeout', 'not-live'];
const TRIES = 3;

async function checkPatiently({ browser, person }: HostStage, url: string): Promise<SeenCheck> {
  for (let tried = 1; ; tried++) {
    const seen = await checkInPage(browser, url, person);
    if (tried === TRIES || !TOO_SLOW.includes(seen.outcome)) return seen;
  }
}

async function startsInDev(
  folder: string,
  dev: string,
  { browser }: HostStage,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const server = await startServer(folder, await commandOf(folder, dev), '/', settings, true);
  try {
    // The first page is what tells a dev server which packages there are; it may load the page again for them.
    await startInPage(browser, server.url).catch(() => undefined);
    const { title, complaints: all } = await startInPage(browser, server.url);
    const complaints = all.filter((text) => !OF_DEV.test(text));
    if (title !== EXPECTED.title || complaints.length > 0) {
      throw new Error(`${dev}: ${JSON.stringify({ title, complaints }, null, 2)}`);
    }
  } finally {
    await server.stop();
  }
}

/** Whether the example's own command refuses a misspelt member of an event's detail. */
async function refusesMistake(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const typed = names.filter(
    (name) => TYPED.test(name) && !/node_modules|^dist|^\.|^build/.test(name),
  );
  const originals = new Map<string, string>();
  for (const name of typed) originals.set(name, await readFile(join(folder, name), 'utf8'));
  const wrong = [...originals].filter(([, source]) => source.search(RIGHT) >= 0);
  if (wrong.length === 0) throw new Error(`${folder} has nothing that could be misspelt`);
  for (const [name, source] of wrong) {
    await writeFile(join(folder, name), source.replace(RIGHT, WRONG));
  }
  const refused = await runNpm(folder, ['run', 'build']).then(
    () => '',
    (error: Error) => error.message,
  );
  for (const [name, source] of wrong) await writeFile(join(folder, name), source);
  if (!/kode/.test(refused)) {
    throw new Error(`${WRONG} was not refused by the types of ${folder}: ${refused}`);
  }
}

/** Whether the page comes with the element in it. */
async function hasElement(url: string): Promise<void> {
  const page = await (await fetch(url)).text();
  if (!page.includes('<nodeflux-liveness')) throw new Error(`${url} has no element:\n${page}`);
}

async function versionOf(folder: string, name: string | undefined): Promise<string> {
  if (!name) return '';
  const manifest = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8').catch(
    () => '{}',
  );
  return JSON.parse(manifest).version ?? '';
}
