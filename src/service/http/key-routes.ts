import type { MiddlewareHandler } from 'hono';
import {
  SIGNATURES_PATH,
  SUBMISSION_TOKENS_PATH,
  signatureRequestSchema,
  submissionTokenRequestSchema,
} from '../../submission/wire.ts';
import type { AcceptedKey } from '../auth/authorization.ts';
import { NONCE_BYTES, SIGNED_HEADER, signTimestamp } from '../auth/signature.ts';
import { hashSubmissionToken, mintSubmissionToken } from '../auth/submission-token.ts';
import { formatTimestamp } from '../auth/timestamp.ts';
import { hashSignature } from '../auth/used-signatures.ts';
import { hashSubject } from '../jobs/lockout.ts';
import { requireAccessKey } from './authenticate.ts';
import type { App, Environment, RouteDependencies } from './environment.ts';
import {
  countKeyRequest,
  countPersonToken,
  countSecretGuess,
  refuseLockedPerson,
  refuseSecretGuesser,
} from './limit-requests.ts';
import { limitBody, parseJson, requireJson, requireShape } from './read-body.ts';
import { Refusal } from './refusal.ts';

/** Two keys, or the name of a subject, fit in this many times over. */
const MAX_KEY_REQUEST_BYTES = 4096;

/** A used signature is remembered for so much longer than it is fresh: the clock may go forward, and back again. */
const CLOCK_JUMP_MS = 24 * 3_600_000;

/** The endpoints for the integrator's backend: a signature for its keys, and submission tokens for its pages. */
export function addKeyRoutes(app: App, dependencies: RouteDependencies): void {
  const { keyRing, metrics, now, random, settings, store } = dependencies;

  app.post(SIGNATURES_PATH, limitBody(MAX_KEY_REQUEST_BYTES), requireJson, async (context) => {
    const body = requireShape(signatureRequestSchema, parseJson(await context.req.text()));
    const pair = { accessKey: body.access_key, secretKey: body.secret_key };
    await refuseSecretGuesser(context, pair.accessKey, dependencies);
    const secretDigest =
      (await keyRing.accepts(pair)) && (await keyRing.secretDigestOf(pair.accessKey));
    if (!secretDigest) {
      await countSecretGuess(context, pair.accessKey, dependencies);
      throw wrongPair();
    }
    await countKeyRequest(pair.accessKey, dependencies);
    const timestamp = formatTimestamp(now());
    const nonce = Buffer.from(random(NONCE_BYTES)).toString('hex');
    return context.json({
      headers: { [SIGNED_HEADER]: timestamp },
      ok: true,
      token: signTimestamp(secretDigest, { accessKey: pair.accessKey, nonce, timestamp }),
    });
  });

  // The key comes first: a stranger's body is not read.
  const admit: MiddlewareHandler<Environment> = async (context, next) => {
    context.set('key', await requireAccessKey(context, dependencies));
    await next();
  };
  app.post(SUBMISSION_TOKENS_PATH, admit, limitBody(MAX_KEY_REQUEST_BYTES), async (context) => {
    const key = context.get('key');
    const { accessKey } = key;
    const subject = readSubject(await context.req.text());
    const subjectHash =
      subject === undefined ? undefined : hashSubject(accessKey, 'subject', subject);
    if (subjectHash !== undefined) {
      await refuseLockedPerson(subjectHash, dependencies);
      await countPersonToken(subjectHash, dependencies);
    }
    // Last, so that a request that was refused for another reason can be sent again.
    await useSignature(key);
    const token = mintSubmissionToken(random);
    const createdAtMs = now();
    await store.tokens.add({
      tokenHash: hashSubmissionToken(token) as string,
      accessKey,
      createdAtMs,
      expiresAtMs: createdAtMs + settings.tokenLifetimeMs,
      jobId: undefined,
      subjectHash,
    });
    metrics.tokenMinted();
    return context.json({ ok: true, submission_token: token });
  });

  /**
   * Lets a signature mint one token. Results may be read with it again and again: that changes nothing.
   * @throws Refusal `not-authenticate` when it has minted one before.
   */
  async function useSignature({ signature, signedAtMs }: AcceptedKey): Promise<void> {
    if (settings.allowSignatureReuse) return;
    const expiresAtMs = signedAtMs + settings.clockSkewMs + CLOCK_JUMP_MS;
    if (await store.signatures.use(hashSignature(signature), { nowMs: now(), expiresAtMs })) return;
    throw new Refusal('not-authenticate', 'Authorization key has been used');
  }
}

/** Whose check it will be, when the integrator says so. The contract's own body is `null`. */
function readSubject(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  return requireShape(submissionTokenRequestSchema, parseJson(text))?.subject;
}

function wrongPair(): Refusal {
  return new Refusal('not-authenticate', 'Access key or secret key is wrong', [], { guess: true });
}
