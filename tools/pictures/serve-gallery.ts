import { join, resolve } from 'node:path';
import { createServer } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** The page of all states, for whichever browser. */
export interface ServedGallery {
  /** Of the page with one state alone. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a server for `demo/states.html` on a free port of this machine. */
export async function serveGallery(): Promise<ServedGallery> {
  const server = await createServer({
    configFile: join(ROOT, 'vite.config.ts'),
    // Apart from the demo’s: two servers must not write the same cache at once.
    cacheDir: join(ROOT, 'node_modules/.vite/gallery'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('The gallery has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/demo/states.html?state=idle`,
    close: () => server.close(),
  };
}
