import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Redis } from 'ioredis';
import { type AccessKeyPair, generateKeys } from '../../../src/service/index.ts';
import { type LoadTally, startLoad } from './client-load.ts';
import { readBody } from './read-body.ts';
import { noRedis, startRedisServer } from './redis-server.ts';
import { startRelay } from './relay.ts';
import { SERVICE_FAULTS, type ServiceFault } from './service-faults.ts';
import { type Member, type MemberOptions, spawnMember } from './spawn-member.ts';
import { watchHealth } from './watch-health.ts';

/** What came of one fault. */
export interface ServiceResult extends LoadTally {
  readonly fault: string;
  readonly store: 'sqlite' | 'redis';
  readonly seconds: number;
  /** Longest that a process which was not spoilt itself left a question for its health, in ms. */
  readonly healthMs: number;
}

/** A fault that cannot be played here, and why. */
export interface Unplayed {
  readonly fault: string;
  readonly why: string;
}

/** Of the disk that is filled: enough for a few hundred jobs. */
const DISK_MEGABYTES = 6;
/** In Redis's own words, as docs/service.md asks for them. */
const REPLICATED = 'master_link_status:up';

/** How often a process is started again at its port, which may be taken for a moment. */
const RESTARTS = 5;
const RESTART_PAUSE_MS = 300;

const run = promisify(execFile);

/** Plays these faults one after the other. */
export async function runServiceFaults(
  names: readonly string[],
  onDone: (result: ServiceResult | Unplayed) => void = () => undefined,
): Promise<(ServiceResult | Unplayed)[]> {
  const results: (ServiceResult | Unplayed)[] = [];
  for (const name of names) {
    const fault = SERVICE_FAULTS[name];
    if (!fault) throw new RangeError(`There is no fault "${name}".`);
    const result = await playFault(name, fault);
    results.push(result);
    onDone(result);
  }
  return results;
}

async function playFault(name: string, fault: ServiceFault): Promise<ServiceResult | Unplayed> {
  if (fault.store === 'redis' && noRedis) return { fault: name, why: noRedis };
  const folder = await mkdtemp(join(tmpdir(), 'liveness-chaos-service-'));
  const undo: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const dataFolder = join(folder, 'data');
    await mkdir(dataFolder);
    if (fault.ownDisk) {
      const why = await mountDisk(dataFolder);
      if (why) return { fault: name, why };
      undo.push(() => run('umount', ['--lazy', dataFolder]));
    }
    const keys = generateKeys();
    const redis = fault.store === 'redis' ? await startRedis(folder, undo) : undefined;
    const dataFile = join(dataFolder, 'service.db');
    const optionsOf = (role: MemberOptions['role']): MemberOptions =>
      redis ? { role, redisUrl: redis.url, name: 'chaos' } : { role, dataFile };
    const members: Member[] = [];
    undo.push(() => Promise.all(members.map((member) => member.kill())));
    for (const role of fault.roles) members.push(await spawnMember(optionsOf(role), keys));
    const isApi = (place: number): boolean => fault.roles[place] !== 'worker';
    const urls = members.filter((_, place) => isApi(place)).map(({ url }) => url);
    const watch = watchHealth(
      members.filter((_, place) => !fault.spoilt?.includes(place)).map(({ url }) => url),
    );
    undo.push(() => watch.stop());
    const startedAtMs = performance.now();
    const load = startLoad(urls, { keys, body: await readBody() });
    undo.push(() => load.stop());
    await fault.play({
      members,
      load,
      folder: dataFolder,
      dataFile,
      store: redis?.primary,
      restart: (place) => restartMember(members, place, optionsOf, fault, keys),
      fillDisk: () => fillDisk(dataFolder),
      failOver: async () => redis?.failOver(),
      wait: (ms) => new Promise((done) => setTimeout(done, ms)),
    });
    const healthMs = await watch.stop();
    const tally = await load.finish();
    return {
      ...tally,
      fault: name,
      store: fault.store,
      seconds: (performance.now() - startedAtMs) / 1000,
      healthMs,
    };
  } finally {
    for (const act of undo.reverse()) await act();
  }
}

async function restartMember(
  members: Member[],
  place: number,
  optionsOf: (role: MemberOptions['role']) => MemberOptions,
  { roles }: ServiceFault,
  keys: AccessKeyPair,
): Promise<void> {
  const [before, role] = [members[place], roles[place]];
  if (!before || !role) throw new RangeError(`There is no process ${place}.`);
  const port = Number(new URL(before.url).port);
  for (let tried = 1; ; tried += 1) {
    try {
      members[place] = await spawnMember({ ...optionsOf(role), port }, keys);
      return;
    } catch (error) {
      // A client's connection may have been given that very port meanwhile.
      if (tried === RESTARTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, RESTART_PAUSE_MS));
    }
  }
}

/** A Redis behind an address that can come to mean another one. */
async function startRedis(folder: string, undo: (() => unknown)[]) {
  const primary = await startRedisServer(folder);
  undo.push(() => primary.kill());
  const relay = await startRelay(primary.url);
  undo.push(() => relay.close());
  return {
    url: `redis://127.0.0.1:${relay.port}`,
    primary,
    async failOver() {
      const replicaFolder = join(folder, 'replica');
      await mkdir(replicaFolder);
      const replica = await startRedisServer(replicaFolder);
      undo.push(() => replica.kill());
      // It copies from the address that is the primary's now, and the primary will from it.
      const ofReplica = await startRelay(replica.url);
      undo.push(() => ofReplica.close());
      const [one, other] = [primary.client(), replica.client()];
      undo.push(() => [one, other].map((client) => client.disconnect()));
      await other.replicaof('127.0.0.1', relay.port);
      while (!(await other.info('replication')).includes(REPLICATED)) {
        await new Promise((done) => setTimeout(done, 50));
      }
      // As failovers are: writes stop, the copy is whole, then the roles change.
      await one.config('SET', 'min-replicas-to-write', '2');
      // What was written before is on its way for as long as the machine is busy.
      while ((await offsetOf(one, 'master')) !== (await offsetOf(other, 'slave'))) {
        await new Promise((done) => setTimeout(done, 50));
      }
      await other.replicaof('NO', 'ONE');
      // Writes stay stopped until it is a replica: what the old primary took in between would be lost.
      await one.replicaof('127.0.0.1', ofReplica.port);
      await one.config('SET', 'min-replicas-to-write', '0');
      relay.pointTo(replica.url);
    },
  };
}

/** How far a Redis has written, or copied, in bytes of its replication. */
async function offsetOf(redis: Redis, role: 'master' | 'slave'): Promise<string | undefined> {
  return new RegExp(`^${role}_repl_offset:(\\d+)`, 'm').exec(await redis.info('replication'))?.[1];
}

async function mountDisk(folder: string): Promise<string | undefined> {
  return run('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'tmpfs', folder]).then(
    () => undefined,
    () => 'a disk of its own cannot be mounted here (it takes root)',
  );
}

async function fillDisk(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'filler');
  const file = await open(path, 'w');
  const block = Buffer.alloc(4096);
  try {
    for (;;) await file.write(block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await file.close();
  }
  return () => rm(path);
}
