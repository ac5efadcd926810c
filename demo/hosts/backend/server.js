import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createLivenessClient, createLivenessHandler } from 'nodeflux-liveness/server';
import { createService } from 'nodeflux-liveness-service';

// The keys are those of `npx nodeflux-liveness-service keys create`.
const {
  PORT = '8080',
  PAGES = './public',
  NODEFLUX_ACCESS_KEY: accessKey,
  NODEFLUX_SECRET_KEY: secretKey,
} = process.env;

// The service that judges, here in the same process; your own or the vendor's works the same.
const service = createService({
  basePath: '/service',
  dataFile: './liveness.sqlite',
  keys: [{ accessKey, secretKey }],
});
await service.start();

// Your backend.
const answer = createLivenessHandler({
  client: createLivenessClient({
    baseUrl: `http://localhost:${PORT}/service`,
    accessKey,
    secretKey,
  }),
  // Who is asked, is whoever is logged in; here everybody is the same person.
  session: () => 'everybody',
  onVerdict: ({ jobId, verdict }) => console.log(jobId, verdict),
});

const app = new Hono();
app.all('/liveness/*', (context) => answer(context.req.raw));
app.all('/service/*', (context) => service.fetch(context.req.raw, context.env));
app.use(serveStatic({ root: PAGES }));

serve({ fetch: app.fetch, port: Number(PORT) });
