/**
 * `npm run docs [-- --port 8080]`: builds the documentation site and serves it on this machine, with a backend and a service
 * behind its live examples.
 */
import { parseArgs } from 'node:util';
import { generateKeys } from '../../src/service/index.ts';
import { buildSite, SITE_FOLDER } from './build-site.ts';
import { serveSite } from './serve-site.ts';

const DEFAULT_PORT = 5174;

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  throw new Error(`--port takes a number from 0 to 65535, not ${values.port}`);
}

await buildSite(SITE_FOLDER);
const site = await serveSite({ folder: SITE_FOLDER, port, keys: generateKeys() });
console.log(`\n  nodeflux-liveness documentation: ${site.url}/\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    site.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
