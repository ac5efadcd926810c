import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { randomIntFrom } from '../../challenge/random-int.ts';
import {
  activationRequestSchema,
  attemptRequestSchema,
  SESSION_ATTEMPTS_PATH,
  SESSION_FRAMES_PATH,
  SESSION_PATH,
  SESSION_STEPS_PATH,
  SESSION_SWAPS_PATH,
  SESSION_TIME_PATH,
  stepCommitSchema,
  swapRequestSchema,
} from '../../submission/session-wire.ts';
import { MAX_IMAGE_BYTES } from '../../submission/wire.ts';
import { tokenStateAt } from '../auth/submission-token.ts';
import { isFrame } from '../sessions/finish-session.ts';
import { type PacedSession, sessionAnswerOf } from '../sessions/paced-session.ts';
import {
  beginAttempt,
  commitStep,
  giveMoreTime,
  openSession,
  swapGesture,
} from '../sessions/session-steps.ts';
import { isUsableKey } from '../sessions/verify-signature.ts';
import type { StoredSession } from '../storage/store.ts';
import { requireTokenHash, tokenRefusal } from './authenticate.ts';
import type { App, Environment, RouteDependencies } from './environment.ts';
import { refuseLockedOut } from './limit-requests.ts';
import { limitBody, parseJson, requireJson, requireShape } from './read-body.ts';
import { readJpeg } from './read-image.ts';
import { Refusal } from './refusal.ts';
import { createTurns } from './turns.ts';

/** A commitment to four frames takes under 1 kB. */
const MAX_SESSION_REQUEST_BYTES = 8192;
const SESSION_ID_BYTES = 16;

/**
 * The endpoints of a paced session, as docs/evidence.md describes them. Each call but the frames is one change of the
 * session's revision: of two at once, the second is decided on what the first has left.
 */
export function addSessionRoutes(app: App, dependencies: RouteDependencies): void {
  const { random, settings, store } = dependencies;
  const randomInt = randomIntFrom(() => Buffer.from(random(4)).readUInt32BE());
  const turns = createTurns();
  const admit: MiddlewareHandler<Environment> = async (context, next) => {
    context.set('token', await findUsableToken(context, dependencies));
    await next();
  };
  // The token comes first: a stranger's body is not read.
  const json = [admit, limitBody(MAX_SESSION_REQUEST_BYTES), requireJson] as const;

  app.post(SESSION_PATH, ...json, async (context) => {
    const { nowMs, token, tokenHash } = context.get('token');
    const { expiresAtMs } = token;
    // Now, not after the person has done everything.
    await refuseLockedOut(context, token, dependencies);
    const body = requireShape(activationRequestSchema, parseJson(await context.req.text()));
    const { public_key: publicKey, consent_sha256: consentSha256 } = body;
    if (!isUsableKey(publicKey)) throw new Refusal('evidence-invalid', 'The key is no public key');
    const session = openSession(
      { id: Buffer.from(random(SESSION_ID_BYTES)).toString('hex'), tokenHash, expiresAtMs },
      { origin: originOf(context), publicKey, ...(consentSha256 && { consentSha256 }) },
      settings,
      nowMs,
      randomInt,
    );
    if (await store.sessions.open(session)) {
      return context.json(sessionAnswerOf(session, settings, nowMs), 201);
    }
    // The same call again is one whose answer was lost.
    const opened = (await store.sessions.find(tokenHash))?.session;
    if (!opened || !isSameActivation(opened, session)) {
      throw new Refusal('session-repeated', 'The token was activated before');
    }
    return context.json(sessionAnswerOf(opened, settings, nowMs));
  });

  app.post(SESSION_STEPS_PATH, ...json, async (context) => {
    const { nowMs, tokenHash } = context.get('token');
    const commit = requireShape(stepCommitSchema, parseJson(await context.req.text()));
    const session = await change(context, tokenHash, (present) => {
      const { session: next, isComplete } = commitStep(present, commit, settings, nowMs);
      if (next === present) return present;
      if (isComplete) {
        throw new Refusal('step-out-of-order', 'The last step is done by the submission');
      }
      if (next.done.flatMap((done) => done.frames).length >= settings.maxImages) {
        throw new Refusal('evidence-invalid', `Expected less than ${settings.maxImages} frames`);
      }
      return next;
    });
    return context.json(sessionAnswerOf(session, settings, nowMs));
  });

  app.post(SESSION_SWAPS_PATH, ...json, async (context) => {
    const { nowMs, tokenHash } = context.get('token');
    const asked = requireShape(swapRequestSchema, parseJson(await context.req.text()));
    const session = await change(context, tokenHash, (present) =>
      swapGesture(present, asked, settings, nowMs, randomInt),
    );
    return context.json(sessionAnswerOf(session, settings, nowMs));
  });

  app.post(SESSION_TIME_PATH, ...json, async (context) => {
    const { nowMs, tokenHash } = context.get('token');
    const asked = requireShape(attemptRequestSchema, parseJson(await context.req.text()));
    const session = await change(context, tokenHash, (present) =>
      giveMoreTime(present, asked, settings, nowMs),
    );
    return context.json(sessionAnswerOf(session, settings, nowMs));
  });

  app.post(SESSION_ATTEMPTS_PATH, ...json, async (context) => {
    const { nowMs, tokenHash } = context.get('token');
    const given = requireShape(attemptRequestSchema, parseJson(await context.req.text()));
    const session = await change(
      context,
      tokenHash,
      (present) => beginAttempt(present, given, settings, nowMs, randomInt),
      { forgetsFrames: true },
    );
    return context.json(sessionAnswerOf(session, settings, nowMs));
  });

  app.post(SESSION_FRAMES_PATH, admit, limitBody(MAX_IMAGE_BYTES), async (context) => {
    const { tokenHash } = context.get('token');
    if (context.req.header('content-type') !== 'image/jpeg') {
      throw new Refusal('unsupported-media-type', 'Send the frame as image/jpeg');
    }
    await requireSession(context, tokenHash);
    // One body at a time, so that a token's holder cannot make the server hold many.
    const endTurn = await turns.take(tokenHash);
    try {
      const jpeg = Buffer.from(await context.req.arrayBuffer());
      return context.json({ ok: true, missing: await keepFrame(context, tokenHash, jpeg) });
    } finally {
      endTurn();
    }
  });

  /** Keeps a frame that was committed to, and answers how many are still missing. */
  async function keepFrame(context: Context, tokenHash: string, jpeg: Buffer): Promise<number> {
    const { session } = await requireSession(context, tokenHash);
    const committed = session.done.flatMap(({ frames }) => frames);
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    const frame = committed.find((candidate) => candidate.sha256 === sha256);
    if (!frame) throw new Refusal('frame-unknown', 'No commitment names this image');
    const reading = await readJpeg(jpeg, settings);
    if ('fault' in reading) throw new Refusal('invalid-image', reading.fault);
    if (!isFrame({ sha256, ...reading }, frame)) {
      throw new Refusal('evidence-invalid', 'The image is not of the size that was said');
    }
    await store.sessions.keepFrame(tokenHash, { sha256, jpeg });
    const held = await store.sessions.frameHashes(tokenHash);
    return committed.filter((candidate) => !held.includes(candidate.sha256)).length;
  }

  async function requireSession(context: Context, tokenHash: string): Promise<StoredSession> {
    const stored = await store.sessions.find(tokenHash);
    if (!stored) throw new Refusal('session-missing', 'The token was not activated');
    requireOrigin(context, stored.session);
    return stored;
  }

  /** Each failed replacement is somebody else's change, and changes are few: the loop ends. */
  async function change(
    context: Context,
    tokenHash: string,
    decide: (present: PacedSession) => PacedSession,
    options?: { forgetsFrames: boolean },
  ): Promise<PacedSession> {
    for (;;) {
      const { session, revision } = await requireSession(context, tokenHash);
      const next = decide(session);
      // The same call again: nothing is to be changed, and no frame to be forgotten.
      if (next === session) return session;
      if (await store.sessions.replace(next, revision, options)) return next;
    }
  }
}

function isSameActivation(opened: PacedSession, asked: PacedSession): boolean {
  const { consentSha256, origin, publicKey } = asked;
  return (
    opened.origin === origin &&
    opened.consentSha256 === consentSha256 &&
    opened.publicKey.x === publicKey.x &&
    opened.publicKey.y === publicKey.y
  );
}

/**
 * The usable token of a request, and when it arrived.
 * @throws Refusal `not-authenticate`
 */
async function findUsableToken(
  context: Context,
  { now, store }: RouteDependencies,
): Promise<Environment['Variables']['token']> {
  const nowMs = now();
  const tokenHash = requireTokenHash(context);
  const token = await store.tokens.find(tokenHash);
  const state = tokenStateAt(token, nowMs);
  if (!token || state !== 'usable') throw tokenRefusal(state === 'usable' ? 'unknown' : state);
  return { token, tokenHash, nowMs };
}

/**
 * Holds a session to the page that opened it. Browsers set `origin` on every POST, and pages cannot.
 * @throws Refusal `session-origin`
 */
export function requireOrigin(context: Context, session: PacedSession): void {
  if (originOf(context) === session.origin) return;
  throw new Refusal('session-origin', 'The session was opened by another origin');
}

function originOf(context: Context): string {
  return context.req.header('origin') ?? '';
}
