import { type Logger, pino } from 'pino';
import { type AccessKeyPair, keysFromEnvironment } from '../auth/access-keys.ts';
import { createService, type Service } from '../create-service.ts';
import { describeError } from '../describe-error.ts';
import { serve } from '../serve.ts';
import { type Environment, parseFlags, readServeOptions } from './read-options.ts';
import type { ServeValues } from './serve-option.ts';
import { SERVE_OPTIONS } from './serve-options.ts';
import { describePlace, openStore, type StorePlace, storePlaceOf } from './store-place.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

/** What differs between the commands that run until they are asked to end. */
interface Role {
  readonly api: boolean;
  readonly port: number;
  readonly says: string;
}

/**
 * `serve`: runs the service until it is asked to end, then closes it.
 * @throws UsageError for options that the service refuses; Error when it cannot start.
 */
export function runServeCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  return run(args, terminal, { api: true, port: 8787, says: 'Listening on' });
}

/** `work`: the same without an API, for the jobs that other processes on the same store have accepted. */
export function runWorkCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  return run(args, terminal, { api: false, port: 8788, says: 'Working; for operators on' });
}

async function run(args: readonly string[], terminal: Terminal, role: Role): Promise<number> {
  const { environment } = terminal;
  const values = readServeOptions(args, environment);
  const { host = '127.0.0.1', keepAliveMs, logLevel = 'info', port = role.port } = values;
  if (!LOG_LEVELS.includes(logLevel)) {
    throw new UsageError(`--log-level takes one of ${LOG_LEVELS.join(', ')}`);
  }
  if (!role.api && values.threads === 0) throw new UsageError('work takes --threads of 1 or more');
  const flags = parseFlags(
    args,
    SERVE_OPTIONS.map(({ flag }) => flag),
  );
  const place = storePlaceOf(flags, environment);
  if (/^rediss?:\/\/[^/]*@/.test(flags['redis-url']?.at(-1) ?? '')) {
    terminal.tell('Others on this machine can read the password in --redis-url; use REDIS_URL.');
  }
  const logger = pino({ level: logLevel });
  const keys = keysFromEnvironment(environment);
  const service = await makeService({ ...values, api: role.api }, place, environment, {
    logger,
    keys,
  });
  const listening = { port, hostname: host, ...(keepAliveMs !== undefined && { keepAliveMs }) };
  const served = await serve(service, listening).catch((error: unknown) => {
    throw explainStart(error, host, port);
  });
  const store = describePlace(place);
  logger.info({ url: served.url, store }, role.api ? 'listening' : 'working');
  terminal.tell(`${role.says} ${served.url}`);
  if (role.api && !(await service.hasKeys())) {
    const where = 'file' in place ? ` --data ${store}` : '';
    terminal.tell(`There is no access key yet: nodeflux-liveness-service keys create${where}`);
  }
  await terminal.untilAsked();
  logger.info('closing');
  await served.close();
  logger.info('closed');
  return 0;
}

async function makeService(
  {
    data: _data,
    host: _host,
    keepAliveMs: _keepAliveMs,
    logLevel: _logLevel,
    port: _port,
    redisUrl: _redisUrl,
    ...settings
  }: ServeValues,
  place: StorePlace,
  { NODEFLUX_IMAGE_KEY: imageKey, NODEFLUX_WEBHOOK_SECRET: webhookSecret }: Environment,
  rest: { readonly logger: Logger; readonly keys: readonly AccessKeyPair[] },
): Promise<Service> {
  const { logger } = rest;
  const store = 'redisUrl' in place ? await openStore(place, { logger }) : undefined;
  try {
    return createService({
      ...settings,
      ...rest,
      ...('file' in place && { dataFile: place.file }),
      ...(store && { store }),
      processMetrics: true,
      ...(imageKey && { imageKey }),
      ...(webhookSecret && { webhookSecret }),
    });
  } catch (error) {
    await store?.close();
    // A setting, a key or the file: all of them are for the operator to change, and none of the messages is secret.
    throw new UsageError(inFlagNames((error as Error).message), { cause: error });
  }
}

/** Names the flags where a message names settings: that is what the operator has written. */
function inFlagNames(message: string): string {
  return SERVE_OPTIONS.reduce((text, { flag, isSecret, read, standard }) => {
    const [setting] = isSecret ? [] : Object.keys(read(standard));
    return setting
      ? text.replaceAll(new RegExp(`\\b${setting}(\\.\\d+)?: `, 'g'), `--${flag}: `)
      : text;
  }, message);
}

function explainStart(error: unknown, host: string, port: number): Error {
  switch (describeError(error).errorCode) {
    case 'EADDRINUSE':
      return new Error(`Port ${port} is taken; choose another with --port.`, { cause: error });
    case 'EACCES':
      return new Error(`Port ${port} needs more rights; choose one above 1023 with --port.`, {
        cause: error,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(`This machine has no address ${host}; see --host.`, { cause: error });
    default:
      return error instanceof Error ? error : new Error('The service cannot start.');
  }
}
