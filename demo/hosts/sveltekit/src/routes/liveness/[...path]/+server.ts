import { createLivenessClient, createLivenessHandler } from 'nodeflux-liveness/server';
import { env } from '$env/dynamic/private';

let handler: ((request: Request) => Promise<Response>) | undefined;

// Made when it is first asked: SvelteKit also runs this file while it builds, where there are no keys.
export function fallback({ request }: { request: Request }): Promise<Response> {
  handler ??= makeHandler();
  return handler(request);
}

function makeHandler() {
  const {
    SERVICE_URL: baseUrl = '',
    NODEFLUX_ACCESS_KEY: accessKey = '',
    NODEFLUX_SECRET_KEY: secretKey = '',
  } = env;
  return createLivenessHandler({
    client: createLivenessClient({ baseUrl, accessKey, secretKey }),
    // What the page sends goes on to the service, which needs no address of its own.
    passage: { baseUrl },
    // Who is asked, is whoever is logged in; here everybody is the same person.
    session: () => 'everybody',
  });
}
