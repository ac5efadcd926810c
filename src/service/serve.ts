import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Service } from './create-service.ts';

/** Where to listen. */
export interface ServeOptions {
  /** 0 takes any free port. Default 8787. */
  readonly port?: number;
  /** Default `127.0.0.1`: this machine only. `0.0.0.0` to be reached from others, behind a proxy that speaks TLS. */
  readonly hostname?: string;
  /**
   * How long a connection that is idle is kept. Default 75 s: more than the 60 s that proxies (nginx, AWS, Google) keep
   * theirs, since a request that meets a connection as it is closed is lost.
   */
  readonly keepAliveMs?: number;
}

/** A service that listens. */
export interface ServedService {
  /** `http://host:port`, without a slash at the end. */
  readonly url: string;
  /** Stops listening, gives requests under way a few seconds, and closes the service. */
  close(): Promise<void>;
}

/** Longest that a request may take to arrive: slow uploads must not hold connections open. */
const REQUEST_TIMEOUT_MS = 60_000;
const HEADERS_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_MS = 75_000;
/** How long requests under way may go on after close. */
const GRACE_MS = 5_000;

/**
 * Starts a service and listens for HTTP. The result owns both.
 * @throws Error when the port is taken or the analysis cannot be loaded; the service is closed then.
 *
 * @example
 * ```ts
 * import { createService, generateKeys, serve } from 'nodeflux-liveness-service';
 * const served = await serve(createService({ dataFile: 'liveness.db', keys: [generateKeys()] }));
 * process.once('SIGTERM', () => void served.close());
 * ```
 */
export async function serve(
  service: Service,
  { port = 8787, hostname = '127.0.0.1', keepAliveMs = KEEP_ALIVE_MS }: ServeOptions = {},
): Promise<ServedService> {
  const server = createAdaptorServer({
    fetch: service.fetch,
    serverOptions: {
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      keepAliveTimeout: keepAliveMs,
    },
  });
  try {
    await service.start();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, hostname, resolve);
    });
  } catch (error) {
    // The first fault is the one to tell.
    await service.close().catch(() => {});
    throw error;
  }
  const { port: boundPort } = server.address() as AddressInfo;
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  return {
    url: `http://${host}:${boundPort}`,
    async close() {
      try {
        await closeServer(server);
      } finally {
        await service.close();
      }
    },
  };
}

function closeServer(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve) => {
    const closeAll = () => 'closeAllConnections' in server && server.closeAllConnections();
    const timer = setTimeout(closeAll, GRACE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
