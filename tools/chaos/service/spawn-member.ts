import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AccessKeyPair } from '../../../src/service/index.ts';

/** What one process of a service does, and where it keeps things. */
export interface MemberOptions {
  readonly role: 'both' | 'api' | 'worker';
  /** SQLite; or else `redisUrl` and `name`. */
  readonly dataFile?: string;
  readonly redisUrl?: string;
  readonly name?: string;
  /** Any that is free, unless it is said: a process that was killed comes back where it was. */
  readonly port?: number;
  /** Whether it has its usual limits by key, person and address. Default: none. */
  readonly limited?: boolean;
  /** A second access key, of another integrator. */
  readonly otherKeys?: AccessKeyPair;
}

/** A process of a service that may be spoilt. */
export interface Member {
  readonly url: string;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Stops its time, as a machine that is moved or swaps does. */
  freeze(): void;
  thaw(): void;
  /** Has it do what `member.ts` understands. */
  tell(line: string): Promise<void>;
}

const MODULE = fileURLToPath(new URL('member.ts', import.meta.url));

/** Starts a process and resolves when it listens. */
export async function spawnMember(options: MemberOptions, keys: AccessKeyPair): Promise<Member> {
  const child = spawn(process.execPath, ['--import', 'tsx', MODULE, JSON.stringify(options)], {
    env: {
      ...process.env,
      NODEFLUX_ACCESS_KEY: keys.accessKey,
      NODEFLUX_SECRET_KEY: keys.secretKey,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const seen: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => seen.push(line));
  const printed = async (start: string): Promise<string> => {
    for (;;) {
      const index = seen.findIndex((line) => line.startsWith(start));
      if (index >= 0) return (seen.splice(index, 1)[0] ?? '').slice(start.length + 1);
      await Promise.race([once(lines, 'line'), endOf(child)]);
    }
  };
  return {
    url: await printed('listening'),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async tell(line) {
      child.stdin.write(`${line}\n`);
      await printed(`done ${line}`);
    },
  };
}

async function endOf(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error('the process ended by itself');
}
