import type { Context, MiddlewareHandler } from 'hono';
import { randomIntFrom } from '../../challenge/random-int.ts';
import {
  activationRequestSchema,
  attemptRequestSchema,
  MAX_FRAMES_PER_STEP,
  MAX_SMALL_FRAME_CHARACTERS,
  SESSION_ATTEMPTS_PATH,
  SESSION_PATH,
  SESSION_STEPS_PATH,
  SESSION_SWAPS_PATH,
  SESSION_TIME_PATH,
  stepRequestSchema,
  swapRequestSchema,
  timeRequestSchema,
} from '../../submission/session-wire.ts';
import { tokenStateAt } from '../auth/submission-token.ts';
import { type PacedSession, sessionAnswerOf } from '../sessions/paced-session.ts';
import {
  beginAttempt,
  commitStep,
  giveMoreTime,
  openSession,
  repeatGesture,
  swapGesture,
} from '../sessions/session-steps.ts';
import { isUsableKey } from '../sessions/verify-signature.ts';
import { requireUnended, withWrongEvidence } from '../sessions/wrong-evidence.ts';
import { requireTokenHash, tokenRefusal } from './authenticate.ts';
import type { App, Environment, RouteDependencies } from './environment.ts';
import { addFrameRoute } from './frame-route.ts';
import { holdFrame, readSmallFrames } from './hold-frame.ts';
import {
  countPersonRequest,
  countToldSession,
  refuseLockedOut,
  refuseTooManySessions,
} from './limit-requests.ts';
import { limitBody, parseJson, requireJson, requireShape } from './read-body.ts';
import { Refusal } from './refusal.ts';
import { originOf, requireSession } from './require-session.ts';
import { reserveBody } from './reserve-body.ts';

/** A call without frames takes under 2 kB. */
const MAX_SESSION_REQUEST_BYTES = 8192;
/** A step brings its small frames along. */
const MAX_STEP_REQUEST_BYTES =
  MAX_SESSION_REQUEST_BYTES + (MAX_FRAMES_PER_STEP - 1) * MAX_SMALL_FRAME_CHARACTERS;
const SESSION_ID_BYTES = 16;

/**
 * The endpoints of a paced session, as docs/evidence.md describes them. Each call but the frames is one change of the
 * session's revision: of two at once, the second is decided on what the first has left.
 */
export function addSessionRoutes(app: App, dependencies: RouteDependencies): void {
  const { bodyBudget, random, settings, store } = dependencies;
  const randomInt = randomIntFrom(() => Buffer.from(random(4)).readUInt32BE());
  const admit: MiddlewareHandler<Environment> = async (context, next) => {
    const found = await findUsableToken(context, dependencies);
    await countPersonRequest(found.token, dependencies);
    context.set('token', found);
    await next();
  };
  // The token comes first: a stranger's body is not read.
  const json = [admit, limitBody(MAX_SESSION_REQUEST_BYTES), requireJson] as const;

  app.post(SESSION_PATH, ...json, async (context) => {
    const { nowMs, token, tokenHash } = context.get('token');
    const { expiresAtMs } = token;
    // Now, not after the person has done everything.
    await refuseLockedOut(token, dependencies);
    await refuseTooManySessions(token, dependencies);
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

  const reserve = reserveBody(bodyBudget, MAX_STEP_REQUEST_BYTES, (context) => {
    const { token, tokenHash } = context.get('token');
    return token.subjectHash ?? tokenHash;
  });
  const stepJson = [admit, reserve, limitBody(MAX_STEP_REQUEST_BYTES), requireJson] as const;
  app.post(SESSION_STEPS_PATH, ...stepJson, async (context) => {
    const { nowMs, token, tokenHash } = context.get('token');
    const { session: before, revision } = await requireSession(context, tokenHash, dependencies);
    requireUnended(before);
    const body = requireShape(stepRequestSchema, parseJson(await context.req.text()));
    const { small_frames: smallFrames = [], ...commit } = body;
    // Before the next gesture is told: what is promised to be there, is there, and is a picture.
    const small = await countWrong(before, revision, () =>
      readSmallFrames(commit, smallFrames, settings),
    );
    // The answer will tell the session's first gesture; the same call again, or another attempt, tells nothing new.
    if (before.attempt === 0 && before.done.length === 0)
      await countToldSession(token, dependencies);
    const session = await change(context, tokenHash, (present) => {
      const { session: next, isComplete } = commitStep(present, commit, settings, nowMs);
      if (next === present) return present;
      if (isComplete) {
        throw new Refusal('step-out-of-order', 'The last step is done by the submission');
      }
      return next;
    });
    for (const frame of small) await holdFrame(token, frame, dependencies);
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
    const { attempt, step } = requireShape(timeRequestSchema, parseJson(await context.req.text()));
    const session = await change(context, tokenHash, (present) =>
      step === undefined
        ? giveMoreTime(present, { attempt }, settings, nowMs)
        : repeatGesture(present, { attempt, step }, settings, nowMs),
    );
    return context.json(sessionAnswerOf(session, settings, nowMs));
  });

  app.post(SESSION_ATTEMPTS_PATH, ...json, async (context) => {
    const { nowMs, tokenHash } = context.get('token');
    const given = requireShape(attemptRequestSchema, parseJson(await context.req.text()));
    const session = await change(
      context,
      tokenHash,
      (present) => beginAttempt(present, given, nowMs),
      { forgetsFrames: true },
    );
    return context.json(sessionAnswerOf(session, settings, nowMs));
  });

  addFrameRoute(app, dependencies, admit);

  /** Evidence that is wrong may be a guess: it is counted, and ends the session when there is too much of it. */
  async function countWrong<T>(
    session: PacedSession,
    revision: number,
    decide: () => T | Promise<T>,
  ): Promise<T> {
    try {
      return await decide();
    } catch (refusal) {
      const isWrong = (code: string) => code === 'evidence-invalid' || code === 'invalid-image';
      if (refusal instanceof Refusal && isWrong(refusal.code)) {
        // Lost against a change at the same time: the next wrong one counts.
        await store.sessions.replace(withWrongEvidence(session), revision);
      }
      throw refusal;
    }
  }

  /** Each failed replacement is somebody else's change, and changes are few: the loop ends. */
  async function change(
    context: Context,
    tokenHash: string,
    decide: (present: PacedSession) => PacedSession,
    options?: { forgetsFrames: boolean },
  ): Promise<PacedSession> {
    for (;;) {
      const { session, revision } = await requireSession(context, tokenHash, dependencies);
      requireUnended(session);
      const next = await countWrong(session, revision, () => decide(session));
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
