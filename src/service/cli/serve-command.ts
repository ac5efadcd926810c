import { pino } from 'pino';
import { keysFromEnvironment } from '../auth/access-keys.ts';
import { createService, type Service } from '../create-service.ts';
import { describeError } from '../describe-error.ts';
import { serve } from '../serve.ts';
import { DEFAULT_DATA_FILE } from './data-file.ts';
import { readServeOptions } from './read-options.ts';
import { SERVE_OPTIONS, type ServeValues } from './serve-options.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

/**
 * `serve`: runs the service until it is asked to end, then closes it.
 * @throws UsageError for options that the service refuses; Error when it cannot start.
 */
export async function runServeCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const values = readServeOptions(args, terminal.environment);
  const { data = DEFAULT_DATA_FILE, host = '127.0.0.1', logLevel = 'info', port = 8787 } = values;
  if (!LOG_LEVELS.includes(logLevel)) {
    throw new UsageError(`--log-level takes one of ${LOG_LEVELS.join(', ')}`);
  }
  const logger = pino({ level: logLevel });
  const keys = keysFromEnvironment(terminal.environment);
  const service = makeService({ ...values, data }, terminal, { logger, keys });
  const served = await serve(service, { port, hostname: host }).catch((error: unknown) => {
    throw explainStart(error, host, port);
  });
  logger.info({ url: served.url, dataFile: data }, 'listening');
  terminal.tell(`Listening on ${served.url}`);
  if (!(await service.hasKeys())) {
    terminal.tell(`There is no access key yet: nodeflux-liveness keys create --data ${data}`);
  }
  await terminal.untilAsked();
  logger.info('closing');
  await served.close();
  logger.info('closed');
  return 0;
}

function makeService(
  {
    data,
    host: _host,
    logLevel: _logLevel,
    port: _port,
    ...settings
  }: ServeValues & { data: string },
  { environment }: Terminal,
  rest: Pick<Parameters<typeof createService>[0], 'logger' | 'keys'>,
): Service {
  const imageKey = environment.NODEFLUX_IMAGE_KEY;
  try {
    return createService({
      ...settings,
      ...rest,
      dataFile: data,
      processMetrics: true,
      ...(imageKey && { imageKey }),
    });
  } catch (error) {
    // A setting, a key or the file: all of them are for the operator to change, and none of the messages is secret.
    throw new UsageError(inFlagNames((error as Error).message), { cause: error });
  }
}

/** Names the flags where a message names settings: that is what the operator has written. */
function inFlagNames(message: string): string {
  return SERVE_OPTIONS.reduce((text, { flag, read, standard }) => {
    const [setting] = Object.keys(read(standard));
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
