import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import {
  createLivenessClient,
  createLivenessHandler,
  type SessionVerdict,
} from '../../src/server/index.ts';
import {
  type AccessKeyPair,
  createService,
  type ServiceOptions,
  type ServiceSettings,
} from '../../src/service/index.ts';
import { createSessions } from './sessions.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** How the backend of the examples is started. */
export interface ExampleBackendOptions {
  /** The key pair that the backend signs with and the service honours. */
  readonly keys: AccessKeyPair;
  /** Where the service keeps its file. */
  readonly dataFolder?: string;
  /** Settings of the service. */
  readonly service?: ServiceSettings & Pick<ServiceOptions, 'analyst' | 'pageFolder'>;
  /** Told of each verdict that the backend reads. */
  readonly onVerdict?: (verdict: SessionVerdict) => void;
}

/** The integrator's backend under `/liveness` and the self-hosted service under `/service`, for a server of pages. */
export interface ExampleBackend {
  /** Starts the service; before the server of pages listens. */
  start(): Promise<void>;
  /** Tells under which URL it is asked, without a slash at the end; before the first request. */
  standAt(url: string): void;
  /** Answers what is asked of backend and service; false for everything else. */
  answer(pathname: string, request: IncomingMessage, response: ServerResponse): boolean;
  /** Gives who opens a page a session. */
  welcome(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

/** Makes the backend of the demo and of the documentation's live examples. */
export async function createExampleBackend(
  options: ExampleBackendOptions,
): Promise<ExampleBackend> {
  const { dataFolder = join(ROOT, '.liveness-data') } = options;
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const service = createService({
    dataFile: join(dataFolder, 'service.sqlite'),
    basePath: '/service',
    keys: [options.keys],
    logger: pino({ level: 'warn' }),
    // Whoever tries the attacks of the demo fails more often than a shop would allow.
    lockoutFailures: 0,
    ...options.service,
  });
  const sessions = createSessions();
  const answerService = getRequestListener(service.fetch);
  let answerBackend: ReturnType<typeof getRequestListener> | undefined;
  return {
    start: () => service.start(),
    standAt(url) {
      answerBackend = getRequestListener(
        createLivenessHandler({
          client: createLivenessClient({ baseUrl: `${url}/service`, ...options.keys }),
          session: sessions.of,
          // For people who look at the product. A shop leaves it out: the score teaches attackers how close they are.
          showScore: true,
          // Where the service has a page for phones.
          ...(options.service?.pageFolder && { handoff: {} }),
          onVerdict: (verdict) => options.onVerdict?.(verdict),
          onError: (error) => console.error('backend:', error),
        }),
      );
    },
    answer(pathname, request, response) {
      if (pathname.startsWith('/service/')) void answerService(request, response);
      else if (pathname.startsWith('/liveness/')) void answerBackend?.(request, response);
      else return false;
      return true;
    },
    welcome: (request, response) => sessions.welcome(request, response),
    close: () => service.close(),
  };
}
