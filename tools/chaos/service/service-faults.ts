import Database from 'libsql';
import type { ClientLoad } from './client-load.ts';
import type { RedisServer } from './redis-server.ts';
import type { Member } from './spawn-member.ts';

/** What a fault is played with. */
export interface ServiceScene {
  readonly members: Member[];
  readonly load: ClientLoad;
  readonly folder: string;
  readonly dataFile: string;
  readonly store: RedisServer | undefined;
  /** Starts the process of this place again, at the same address. */
  restart(place: number): Promise<void>;
  /** Fills the disk of the data; resolves with how to free it. */
  fillDisk(): Promise<() => Promise<void>>;
  /** Makes another Redis the primary, behind the same address, and this one its replica. */
  failOver(): Promise<void>;
  wait(ms: number): Promise<void>;
}

/** One way in which processes, their store or their clock go wrong. */
export interface ServiceFault {
  readonly store: 'sqlite' | 'redis';
  /** The processes that are started, in this order. */
  readonly roles: readonly ('both' | 'api' | 'worker')[];
  /** Places of the processes that are spoilt themselves: their health is not watched. */
  readonly spoilt?: readonly number[];
  /** Whether the data lies on a small disk of its own, which takes the right to mount one. */
  readonly ownDisk?: boolean;
  play(scene: ServiceScene): Promise<void>;
}

const ENOUGH = 15;
const FROZEN_MS = 3000;
const LOCKED_MS = 4000;

const sqlite = (play: ServiceFault['play'], more: Partial<ServiceFault> = {}): ServiceFault => ({
  store: 'sqlite',
  roles: ['both'],
  play,
  ...more,
});

const redis = (play: ServiceFault['play'], more: Partial<ServiceFault> = {}): ServiceFault => ({
  store: 'redis',
  roles: ['api', 'api', 'worker', 'worker'],
  play,
  ...more,
});

const killed =
  (place: number): ServiceFault['play'] =>
  async ({ members, load, restart }) => {
    await load.accepted(ENOUGH);
    await members[place]?.kill();
    await restart(place);
    await load.accepted(ENOUGH);
  };

const frozen =
  (place: number): ServiceFault['play'] =>
  async ({ members, load, wait }) => {
    await load.accepted(ENOUGH);
    members[place]?.freeze();
    await wait(FROZEN_MS);
    members[place]?.thaw();
    await load.accepted(ENOUGH);
  };

const told =
  (place: number, ...lines: readonly string[]): ServiceFault['play'] =>
  async ({ members, load }) => {
    for (const line of lines) {
      await load.accepted(ENOUGH);
      await members[place]?.tell(line);
    }
    await load.accepted(ENOUGH);
  };

/** Every fault by its name. */
export const SERVICE_FAULTS: Readonly<Record<string, ServiceFault>> = {
  'no fault': sqlite(({ load }) => load.accepted(2 * ENOUGH)),
  'killed, and started again': sqlite(killed(0), { spoilt: [0] }),
  'stopped for 3 s': sqlite(frozen(0), { spoilt: [0] }),
  'two processes, one killed': sqlite(killed(1), { roles: ['both', 'both'], spoilt: [1] }),
  'two processes, one stopped for 3 s': sqlite(frozen(1), { roles: ['both', 'both'], spoilt: [1] }),
  'database locked for 4 s': sqlite(async ({ load, dataFile, wait }) => {
    await load.accepted(ENOUGH);
    const other = new Database(dataFile);
    other.exec('PRAGMA busy_timeout = 5000');
    other.exec('BEGIN EXCLUSIVE');
    await wait(LOCKED_MS);
    other.exec('COMMIT');
    other.close();
    await load.accepted(ENOUGH);
  }),
  'disk full, then not': sqlite(
    async ({ load, fillDisk }) => {
      await load.accepted(ENOUGH);
      const free = await fillDisk();
      await load.replied('later', 5);
      await free();
      await load.accepted(ENOUGH);
    },
    { ownDisk: true },
  ),
  'clock one hour ahead, then back': sqlite(told(0, 'clock 3600000', 'clock 0')),
  'clock one hour behind, then right': sqlite(told(0, 'clock -3600000', 'clock 0')),
  'threads die, then work': sqlite(async ({ members, load, wait }) => {
    await load.accepted(ENOUGH);
    await members[0]?.tell('thread dies');
    await wait(1000);
    await members[0]?.tell('thread works');
    await load.accepted(ENOUGH);
  }),
  'threads hang, then work': sqlite(async ({ members, load, wait }) => {
    await load.accepted(ENOUGH);
    await members[0]?.tell('thread hangs');
    await wait(1000);
    await members[0]?.tell('thread works');
    await load.accepted(ENOUGH);
  }),
  'no fault (redis)': redis(({ load }) => load.accepted(2 * ENOUGH)),
  'an API killed': redis(killed(1), { spoilt: [1] }),
  'a worker killed': redis(killed(2), { spoilt: [2] }),
  'an API stopped for 3 s': redis(frozen(1), { spoilt: [1] }),
  'a worker stopped for 3 s': redis(frozen(2), { spoilt: [2] }),
  'Redis killed, and started again': redis(async ({ load, store, wait }) => {
    await load.accepted(ENOUGH);
    await store?.kill();
    await load.replied('later', 5);
    await wait(1000);
    await store?.restart();
    await load.accepted(ENOUGH);
  }),
  'Redis stopped for 3 s': redis(async ({ load, store, wait }) => {
    await load.accepted(ENOUGH);
    store?.freeze();
    await wait(FROZEN_MS);
    store?.thaw();
    await load.accepted(ENOUGH);
  }),
  'failover: the primary becomes a read-only replica': redis(async ({ load, failOver }) => {
    await load.accepted(ENOUGH);
    await failOver();
    await load.accepted(ENOUGH);
  }),
  'one API’s clock one hour ahead': redis(told(1, 'clock 3600000', 'clock 0')),
};
