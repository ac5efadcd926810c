import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CompressedFiles } from '../../demo/backend/compressed-files.ts';
import {
  createExampleBackend,
  type ExampleBackendOptions,
} from '../../demo/backend/example-backend.ts';
import { PAGE_HEADERS } from '../../demo/backend/page-headers.ts';

/** This machine only: browsers give cameras to localhost alone. */
const HOSTNAME = '127.0.0.1';

/** The site, listening. */
export interface ServedSite {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** How the site is served. */
export interface ServeOptions extends ExampleBackendOptions {
  /** The built site. */
  readonly folder: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/**
 * Serves a built site as a static host would, with the product's policy and, behind its live examples, a real backend and a
 * real service.
 *
 * @throws Error with the code `EADDRINUSE` when the port is taken.
 */
export async function serveSite(options: ServeOptions): Promise<ServedSite> {
  const backend = await createExampleBackend({
    ...options,
    // The examples of gestures that the page draws are judged too.
    service: { pacing: 'offered', ...options.service },
  });
  const files = new CompressedFiles();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (backend.answer(pathname, request, response)) return;
    for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
    if (pathname === '/backend.json') {
      response.setHeader('content-type', 'application/json');
      response.end('{"service":true}\n');
      return;
    }
    // No name of the site needs encoding, so that nothing can hide in it.
    if (/[%\\]|\/\/|\.\./.test(pathname)) return void response.writeHead(404).end();
    if (pathname.endsWith('/')) backend.welcome(request, response);
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    files.serve(join(options.folder, path), request, response).catch((error) => {
      if (error.code === 'EISDIR') response.writeHead(301, { location: `${pathname}/` }).end();
      else
        void files.serve(join(options.folder, '404.html'), request, response, 404).catch(() => {
          response.writeHead(404).end();
        });
    });
  });
  await backend.start();
  try {
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(options.port, HOSTNAME, done);
    });
  } catch (error) {
    await backend.close();
    throw error;
  }
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  backend.standAt(url);
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await backend.close();
  };
  return { url, close };
}
