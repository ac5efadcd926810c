import { Readable } from 'node:stream';
import express from 'express';
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

const app = express();
// Before express.json(), which would read the body.
app.all('/liveness/*path', async (req, res) => {
  const { method, headers } = req;
  const body = method === 'GET' ? undefined : Readable.toWeb(req);
  const url = `${req.protocol}://${req.host}${req.originalUrl}`;
  const response = await answer(new Request(url, { method, headers, body, duplex: 'half' }));
  res.status(response.status).setHeaders(response.headers);
  res.send(Buffer.from(await response.arrayBuffer()));
});
app.use('/nodeflux-liveness', express.static('node_modules/nodeflux-liveness/dist'));
app.use(express.static('public'));
app.listen(Number(PORT));
