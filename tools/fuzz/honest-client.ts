import {
  beginChain,
  evidenceStatement,
  extendChain,
  sha256Hex,
} from '../../src/capture/evidence-chain.ts';
import { createEvidenceKey } from '../../src/capture/evidence-key.ts';
import { FUZZ_KEYS } from './fuzzed-service.ts';
import { sendBody } from './send-body.ts';

const VISIT = 'v'.repeat(43);

/** What an honest client sends to an endpoint. */
export interface HonestRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What the backend presents: a fresh signature of its keys. */
export async function signHeaders(url: string): Promise<Record<string, string>> {
  const answer = await post(url, '/public/auth/v1/signatures', keysBody());
  const timestamp = answer.headers['x-nodeflux-timestamp'];
  const scope = 'nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic';
  const credential = `${FUZZ_KEYS.accessKey}/${timestamp.slice(0, 8)}/${scope}`;
  return {
    authorization: `NODEFLUX-HMAC-SHA256 Credential=${credential}, SignedHeaders=x-nodeflux-timestamp, Signature=${answer.token}`,
    'x-nodeflux-timestamp': timestamp,
  };
}

/** A fresh submission token. */
export async function mintToken(url: string): Promise<string> {
  const answer = await post(url, '/auth/v1/submission_tokens', 'null', await signHeaders(url));
  return answer.submission_token;
}

/** The secret of a fresh link. */
export async function makeLink(url: string): Promise<string> {
  const answer = await post(url, '/v1/check-links', '{}', await signHeaders(url));
  return new URL(answer.url).hash.slice(1);
}

/** The secret of a visit to a fresh link. */
export async function makeVisit(url: string): Promise<string> {
  const link = await makeLink(url);
  await post(url, '/v1/check-links/visits', JSON.stringify({ visit: VISIT }), {
    authorization: link,
  });
  return `${link.split('.')[0]}.${VISIT}`;
}

/** A fresh token whose session is open, and what goes on with it. */
export async function openSession(url: string, jpeg: Buffer) {
  const token = await mintToken(url);
  const headers = { authorization: token };
  const key = await createEvidenceKey();
  const activation = JSON.stringify({ version: 1, public_key: key.publicKey });
  const { attempt, session, step } = await post(url, '/v1/liveness-session', activation, headers);
  const frame = {
    sha256: await sha256Hex(new Uint8Array(jpeg)),
    camera: 'front' as const,
    captured_at_ms: 1,
    width_px: 640,
    height_px: 480,
  };
  const start = await beginChain({ token, session, attempt, publicKey: key.publicKey });
  const head = await extendChain(start, step.step, step.shows, [frame]);
  const signature = await key.sign(evidenceStatement(head, step.step));
  const commit = JSON.stringify({ attempt, step: step.step, frames: [frame], head, signature });
  return { headers, commit };
}

/** What an honest client sends to each endpoint; what has to come before has been sent. */
export async function honestRequest(
  url: string,
  path: string,
  jpeg: Buffer,
): Promise<HonestRequest> {
  const json = (headers: Readonly<Record<string, string>>, body: string): HonestRequest => ({
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(body),
  });
  switch (path) {
    case '/public/auth/v1/signatures':
      return json({}, keysBody());
    case '/auth/v1/submission_tokens':
      return json(await signHeaders(url), 'null');
    case '/v1/check-links':
      return json(await signHeaders(url), '{"subject":"somebody","language":"id"}');
    case '/v1/check-links/look':
      return json({ authorization: await makeLink(url) }, '');
    case '/v1/check-links/visits':
      return json({ authorization: await makeLink(url) }, JSON.stringify({ visit: VISIT }));
    case '/v1/check-links/tokens':
    case '/v1/check-links/ends':
      return json({ authorization: await makeVisit(url) }, '');
    case '/v1/erasures':
      return json(await signHeaders(url), '{"subject":"somebody"}');
    case '/v1/analytics/face-liveness': {
      const image = `data:image/jpeg;base64,${jpeg.toString('base64')}`;
      const images = Array(4).fill(image);
      return json({ authorization: await mintToken(url) }, JSON.stringify({ images }));
    }
    case '/v1/liveness-session': {
      const { publicKey } = await createEvidenceKey();
      const body = JSON.stringify({ version: 1, public_key: publicKey });
      return json({ authorization: await mintToken(url) }, body);
    }
    case '/v1/liveness-session/frames': {
      const { commit, headers } = await openSession(url, jpeg);
      await post(url, '/v1/liveness-session/steps', commit, headers);
      return { headers: { ...headers, 'content-type': 'image/jpeg' }, body: jpeg };
    }
    case '/v1/liveness-session/steps': {
      const { commit, headers } = await openSession(url, jpeg);
      return json(headers, commit);
    }
    case '/v1/liveness-session/more-time': {
      const { headers } = await openSession(url, jpeg);
      return json(headers, '{"attempt":0}');
    }
    default: {
      const { headers } = await openSession(url, jpeg);
      return json(headers, '{"attempt":0,"step":0}');
    }
  }
}

function keysBody(): string {
  return JSON.stringify({ access_key: FUZZ_KEYS.accessKey, secret_key: FUZZ_KEYS.secretKey });
}

async function post(
  url: string,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const json = { 'content-type': 'application/json', ...headers };
  const { status, text } = await sendBody(url + path, json, Buffer.from(body), true);
  // biome-ignore lint/suspicious/noExplicitAny: the service's own answers, of which the schemas are tested elsewhere
  const answer: any = JSON.parse(text);
  if (!answer.ok) throw new Error(`${path} answered ${status} ${answer.code}.`);
  return answer;
}
