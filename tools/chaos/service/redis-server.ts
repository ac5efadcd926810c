import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';

/** A real Redis, on a socket in a folder of its own. */
export interface RedisServer {
  /** What `openRedisStore` takes. */
  readonly url: string;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Stops its time. */
  freeze(): void;
  thaw(): void;
  /** A connection of one's own, to be closed by its owner. */
  client(): Redis;
  /** Starts it again on what it had written. */
  restart(): Promise<void>;
}

/** Why Redis cannot be run here; undefined when it can. */
export const noRedis: string | undefined =
  spawnSync('redis-server', ['--version']).status === 0
    ? undefined
    : 'redis-server is not installed here';

/** Settings as docs/service.md asks for them. */
const FIT = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'];

/** Starts a server that keeps its data in the folder, which the caller deletes after it has killed the server. */
export async function startRedisServer(
  folder: string,
  settings: readonly string[] = FIT,
): Promise<RedisServer> {
  const socket = join(folder, 'redis.sock');
  let server = await spawnServer(folder, socket, settings);
  return {
    url: socket,
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const exited = once(server, 'exit');
      server.kill('SIGKILL');
      await exited;
    },
    client: () => new Redis(socket),
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    async restart() {
      server = await spawnServer(folder, socket, settings);
    },
  };
}

async function spawnServer(
  folder: string,
  socket: string,
  settings: readonly string[],
): Promise<ChildProcess> {
  const place = ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', ''];
  const child = spawn('redis-server', [...place, ...settings], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  let log = '';
  for await (const line of lines) {
    log += `${line}\n`;
    if (/ready to accept connections/i.test(line)) {
      // Reads on, so that the server never waits for a full pipe.
      child.stdout.resume();
      return child;
    }
  }
  throw new Error(`redis-server did not start:\n${log}`);
}
