import { createLivenessClient, createLivenessHandler } from 'nodeflux-liveness/server';

const {
  SERVICE_URL: baseUrl = '',
  NODEFLUX_ACCESS_KEY: accessKey = '',
  NODEFLUX_SECRET_KEY: secretKey = '',
} = process.env;

const answer = createLivenessHandler({
  client: createLivenessClient({ baseUrl, accessKey, secretKey }),
  // What the page sends goes on to the service, which needs no address of its own.
  passage: { baseUrl },
  // Who is asked, is whoever is logged in; here everybody is the same person.
  session: () => 'everybody',
});

export default defineEventHandler((event) => answer(toWebRequest(event)));
