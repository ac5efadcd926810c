import { Readable } from 'node:stream';
import files from '@fastify/static';
import fastify from 'fastify';
import { createLivenessClient, createLivenessHandler } from 'nodeflux-liveness/server';

const {
  PORT = '8080',
  SERVICE_URL: baseUrl,
  NODEFLUX_ACCESS_KEY: accessKey,
  NODEFLUX_SECRET_KEY: secretKey,
} = process.env;

const answer = createLivenessHandler({
  client: createLivenessClient({ baseUrl, accessKey, secretKey }),
  passage: { baseUrl },
  // Who is asked, is whoever is logged in; here everybody is the same person.
  session: () => 'everybody',
});

const app = fastify();
await app.register(async (liveness) => {
  // The handler reads the body itself.
  liveness.removeAllContentTypeParsers();
  liveness.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  liveness.all('/liveness/*', ({ method, headers, body, protocol, host, url }) =>
    answer(
      new Request(`${protocol}://${host}${url}`, {
        method,
        headers,
        body: body && Readable.toWeb(body),
        duplex: 'half',
      }),
    ),
  );
});
const dist = `${import.meta.dirname}/node_modules/nodeflux-liveness/dist`;
await app.register(files, { root: dist, prefix: '/nodeflux-liveness/' });
await app.register(files, { root: `${import.meta.dirname}/public`, decorateReply: false });
await app.listen({ port: Number(PORT), host: 'localhost' });
