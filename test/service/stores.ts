import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { Redis } from 'ioredis';
import Database from 'libsql';
import { openRedisStore } from '../../src/service/storage/open-redis-store.ts';
import { createSqliteStore } from '../../src/service/storage/sqlite/sqlite-store.ts';
import type { Store } from '../../src/service/storage/store.ts';
import {
  noRedis,
  type RedisServer,
  startRedisServer,
} from '../../tools/chaos/service/redis-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The stores that the service can stand on. */
export type StoreKind = 'sqlite' | 'redis';

/** Where a store keeps its things: processes that are given the same place share them. */
export type StorePlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'redis'; readonly url: string; readonly name: string };

const kinds = new WeakMap<TestContext, StoreKind>();
let server: RedisServer | undefined;

/** Runs one test once for each store; with Redis it is skipped, and counted so, where there is no redis-server. */
export function testOnEachStore(title: string, body: (t: TestContext) => Promise<void>): void {
  for (const kind of ['sqlite', 'redis'] as const) {
    const skip = kind === 'redis' && noRedis !== undefined ? noRedis : false;
    test(`${title} (${kind})`, { skip }, async (t) => {
      kinds.set(t, kind);
      if (kind === 'redis') await startShared();
      await body(t);
    });
  }
}

/** The store that a test is run with. */
export function storeKindOf(t: TestContext): StoreKind {
  return kinds.get(t) ?? 'sqlite';
}

/** A place where nothing is kept yet. */
export function newStorePlace(t: TestContext, kind: StoreKind): StorePlace {
  if (kind === 'sqlite') return { kind, file: join(temporaryFolder(t), 'data', 'service.db') };
  if (!server) throw new Error('Redis was not started.');
  return { kind, url: server.url, name: randomUUID() };
}

/** Opens the store of a place; the caller closes it. */
export async function openStoreAt(place: StorePlace): Promise<Store> {
  if (place.kind === 'sqlite') return createSqliteStore(place.file);
  const silent = { info() {}, warn() {} };
  return openRedisStore(place.url, { name: place.name, logger: silent });
}

/** How many images of jobs are kept at a place, looked at without the store. */
export async function countJobImages(place: StorePlace): Promise<number> {
  if (place.kind === 'sqlite') {
    const database = new Database(place.file);
    const row = database.prepare('SELECT count(*) AS images FROM job_images').get();
    database.close();
    return (row as { images: number }).images;
  }
  const redis = new Redis(place.url);
  const lists = await redis.keys(`{${place.name}}:images:*`);
  const lengths = await Promise.all(lists.map((list) => redis.llen(list)));
  redis.disconnect();
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** One server for all tests of a file; each test has a name of its own there. */
async function startShared(): Promise<void> {
  if (server) return;
  const folder = mkdtempSync(join(tmpdir(), 'nodeflux-redis-'));
  server = await startRedisServer(folder);
  sharedFolder = folder;
}

let sharedFolder: string | undefined;

after(async () => {
  await server?.kill();
  if (sharedFolder) rmSync(sharedFolder, { recursive: true, force: true });
});
