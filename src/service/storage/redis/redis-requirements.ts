/** What has to be known of a Redis before tokens and jobs are entrusted to it. */
export interface RedisFacts {
  /** The reply to `INFO`. */
  readonly info: string;
  /** When the log is written to the disk; undefined where the server does not say, as many hosted ones. */
  readonly appendFsync: string | undefined;
}

/** What is wrong with it. */
export interface RedisFindings {
  /** With any of these the service must not run. */
  readonly faults: readonly string[];
  /** With these it can, and promises less. */
  readonly warnings: readonly string[];
}

/** BullMQ's advice; older ones lack commands that it uses. */
const OLDEST: readonly [major: number, minor: number] = [6, 2];

/** Judges a Redis by what it says of itself. Pure. */
export function judgeRedis({ info, appendFsync }: RedisFacts): RedisFindings {
  const fields = new Map(
    info.split(/\r?\n/).map((line): [string, string] => {
      const [name = '', value = ''] = line.split(/:(.*)/s);
      return [name, value];
    }),
  );
  const faults: string[] = [];
  const warnings: string[] = [];
  const [major = 0, minor = 0] = (fields.get('redis_version') ?? '').split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    faults.push(`Redis ${OLDEST.join('.')} or newer is needed, not ${major}.${minor}.`);
  }
  if (fields.get('cluster_enabled') === '1') {
    faults.push('A Redis Cluster is not supported; one Redis, with replicas if you like, is.');
  }
  const policy = fields.get('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction') {
    faults.push(
      `Redis has maxmemory-policy ${policy}: it would throw away tokens and jobs when it is full. Set it to noeviction.`,
    );
  }
  if (fields.get('aof_enabled') !== '1') {
    warnings.push(
      'Redis keeps no append-only file: accepted jobs and spent tokens are forgotten when it ends. Set appendonly yes.',
    );
  } else if (appendFsync !== undefined && appendFsync !== 'always') {
    warnings.push(
      `Redis has appendfsync ${appendFsync}: a power cut can take the last accepted jobs, and make their tokens good again. Set it to always.`,
    );
  }
  return { faults, warnings };
}
