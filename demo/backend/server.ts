/**
 * `npm run demo [-- --port 8080] [--reload]`: page, backend and service in one process on one port.
 * `--reload` reloads the pages when a source changes, for those who work on them.
 */
import { parseArgs } from 'node:util';
import { generateKeys } from '../../src/service/index.ts';
import { startDemo } from './start-demo.ts';

const DEFAULT_PORT = 5173;

const { values } = parseArgs({
  options: { port: { type: 'string' }, reload: { type: 'boolean', default: false } },
});
const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  throw new Error(`--port takes a number from 0 to 65535, not ${values.port}`);
}

const { NODEFLUX_ACCESS_KEY: accessKey, NODEFLUX_SECRET_KEY: secretKey } = process.env;
const isConfigured = accessKey !== undefined && secretKey !== undefined;
const keys = isConfigured ? { accessKey, secretKey } : generateKeys();

const start = (onPort: number) =>
  startDemo({
    port: onPort,
    keys,
    reloads: values.reload,
    onVerdict: ({ jobId, verdict }) => console.log(`  verdict of ${jobId}:`, verdict),
  });

const demo = await start(port).catch((error: NodeJS.ErrnoException) => {
  // Somebody else's Vite, most likely. A port that was asked for is not exchanged for another.
  if (error.code === 'EADDRINUSE' && values.port === undefined) return start(0);
  throw error;
});

console.log(`
  nodeflux-liveness demo

  ${demo.url}/           the product
  ${demo.url}/minimal    the smallest page
  ${demo.url}/playground every colour and size, to try and to copy
  ${demo.url}/devices    what only a phone can show, and its report
`);
if (!isConfigured) {
  console.log(`  Keys were generated for this run; they are shown only here.
    NODEFLUX_ACCESS_KEY=${keys.accessKey}
    NODEFLUX_SECRET_KEY=${keys.secretKey}
`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    demo.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
