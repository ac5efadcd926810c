import {
  SIGNATURES_PATH,
  SUBMISSION_TOKENS_PATH,
  signatureRequestSchema,
} from '../../submission/wire.ts';
import { SIGNED_HEADER, signTimestamp } from '../auth/signature.ts';
import { formatTimestamp } from '../auth/timestamp.ts';
import { hashSubmissionToken, mintSubmissionToken } from '../tokens/submission-token.ts';
import { requireAccessKey } from './authenticate.ts';
import type { App, RouteDependencies } from './environment.ts';
import { limitBody, parseJson, requireJson, requireShape } from './read-body.ts';
import { Refusal } from './refusal.ts';

/** Two keys fit in this many times over. */
const MAX_SIGNATURE_REQUEST_BYTES = 4096;

/** The endpoints for the integrator's backend: a signature for its keys, and submission tokens for its pages. */
export function addKeyRoutes(app: App, dependencies: RouteDependencies): void {
  const { keyRing, now, random, settings, store } = dependencies;

  app.post(
    SIGNATURES_PATH,
    limitBody(MAX_SIGNATURE_REQUEST_BYTES),
    requireJson,
    async (context) => {
      const body = requireShape(signatureRequestSchema, parseJson(await context.req.text()));
      const pair = { accessKey: body.access_key, secretKey: body.secret_key };
      const secretDigest = keyRing.accepts(pair) && keyRing.secretDigestOf(pair.accessKey);
      if (!secretDigest) throw new Refusal('not-authenticate', 'Access key or secret key is wrong');
      const timestamp = formatTimestamp(now());
      return context.json({
        headers: { [SIGNED_HEADER]: timestamp },
        ok: true,
        token: signTimestamp(secretDigest, pair.accessKey, timestamp),
      });
    },
  );

  app.post(SUBMISSION_TOKENS_PATH, async (context) => {
    const accessKey = requireAccessKey(context, dependencies);
    const token = mintSubmissionToken(random);
    const createdAtMs = now();
    await store.tokens.add({
      tokenHash: hashSubmissionToken(token) as string,
      accessKey,
      createdAtMs,
      expiresAtMs: createdAtMs + settings.tokenLifetimeMs,
      jobId: undefined,
    });
    return context.json({ ok: true, submission_token: token });
  });
}
