import type { Context, MiddlewareHandler } from 'hono';
import { FACE_LIVENESS_PATH } from '../../submission/wire.ts';
import type { AnalysisRequest } from '../analysis/analysis.ts';
import { tokenStateAt } from '../auth/submission-token.ts';
import type { NewJob } from '../jobs/job.ts';
import { jobIdOf } from '../jobs/job-id.ts';
import { type FinishedSession, finishSession } from '../sessions/finish-session.ts';
import { requireUnended, withWrongEvidence } from '../sessions/wrong-evidence.ts';
import { maxSubmissionBytes } from '../settings.ts';
import { requireTokenHash, tokenRefusal } from './authenticate.ts';
import type { App, Environment, RouteDependencies } from './environment.ts';
import { countPersonRequest, lockedOut, refuseLockedOut, undecided } from './limit-requests.ts';
import { requireLatestAttempt } from './link-attempts.ts';
import { requireJson } from './read-body.ts';
import { readSubmission, type SubmissionReading } from './read-submission.ts';
import { receiveSubmission } from './receive-submission.ts';
import { Refusal } from './refusal.ts';
import { requireOrigin } from './require-session.ts';
import { reserveBody } from './reserve-body.ts';
import { createTurns } from './turns.ts';

/**
 * The endpoint that takes the images. In this order: is the token usable (else nothing is read), is the body within
 * its limit, is it what the contract asks (else the token stays good), and then token and job in one transaction. The
 * same submission again, within the life of its token, is one whose answer was lost: it is answered with the same job.
 */
export function addSubmitRoute(app: App, dependencies: RouteDependencies): void {
  const { bodyBudget, logger, onAccepted, settings, store } = dependencies;

  const reserve = reserveBody(bodyBudget, maxSubmissionBytes(settings), (context) => {
    const { subjectHash, tokenHash } = context.get('submission');
    return subjectHash ?? tokenHash;
  });
  app.post(FACE_LIVENESS_PATH, admitToken(dependencies), requireJson, reserve, async (context) => {
    const { tokenHash, accessKey, subjectHash, arrivedAtMs, createdAtMs, linkId, spentOn } =
      context.get('submission');
    if (spentOn === undefined) {
      await refuseLockedOut({ subjectHash }, dependencies);
    }
    const arrived = await receiveSubmission(context, settings);
    const id = jobIdOf(context.req.header('authorization') ?? '', arrived.sha256, createdAtMs);
    if (spentOn === id) return context.json({ job_id: id, ok: true }, 202);
    if (spentOn !== undefined) throw tokenRefusal('used');
    const submission = readSubmission(arrived, settings);
    const finished = await finishPacedSession(context, submission).catch(
      async (refusal: unknown) => {
        // Another process may have taken the same submission meanwhile, and the session with it.
        if ((await store.tokens.find(tokenHash))?.jobId === id) return 'taken' as const;
        throw refusal;
      },
    );
    if (finished === 'taken') return context.json({ job_id: id, ok: true }, 202);
    // While a slow body was on its way, another attempt may have passed, with another face.
    if (linkId !== undefined) await requireLatestAttempt(linkId, tokenHash, dependencies);
    const request = {
      ...submission.request,
      ...pacingOf(finished),
      ...(linkId !== undefined && { linkId }),
      ...(settings.cameras === 'refuse-virtual' && { refusesVirtualCameras: true as const }),
    };
    const job: NewJob = {
      id,
      tokenHash,
      accessKey,
      request,
      notifies: settings.webhookUrl !== undefined,
      ...(finished && { session: finished.held }),
      ...(finished && settings.rememberFramesMs > 0 && { frames: finished.brought }),
    };
    const acceptance = await store.jobs.accept(job, {
      nowMs: arrivedAtMs,
      maxOpenJobs: settings.maxOpenJobs,
      lockout: settings,
      mostRememberedFrames: settings.mostRememberedFrames,
    });
    if (acceptance === 'locked-out') throw lockedOut(settings.lockoutWindowMs);
    if (acceptance === 'undecided') throw undecided();
    if (acceptance === 'full') throw new Refusal('busy', 'Too many jobs are waiting');
    if (acceptance === 'paced') throw sessionRequired();
    if (acceptance === 'session-changed') {
      throw new Refusal('step-repeated', 'The session went on in the meantime');
    }
    if (acceptance !== 'accepted') throw tokenRefusal(acceptance);
    logger.info(
      {
        requestId: context.get('requestId'),
        jobId: job.id,
        images: request.images.length,
        paced: finished !== undefined,
      },
      'job accepted',
    );
    onAccepted();
    return context.json({ job_id: job.id, ok: true }, 202);
  });

  /** Undefined for a submission that no session belongs to, where that is allowed. */
  async function finishPacedSession(
    context: Context<Environment>,
    { commit, frames }: SubmissionReading,
  ): Promise<FinishedSession | undefined> {
    const { tokenHash, arrivedAtMs } = context.get('submission');
    const stored = await store.sessions.find(tokenHash);
    if (!commit) {
      if (stored || settings.pacing === 'required') throw sessionRequired();
      return undefined;
    }
    if (!stored) throw new Refusal('session-missing', 'The token was not activated');
    requireOrigin(context, stored.session);
    requireUnended(stored.session);
    const held = await store.sessions.frameHashes(tokenHash);
    try {
      return finishSession(stored, commit, frames, held, settings, arrivedAtMs);
    } catch (refusal) {
      if (refusal instanceof Refusal && refusal.code === 'evidence-invalid') {
        await store.sessions.replace(withWrongEvidence(stored.session), stored.revision);
      }
      throw refusal;
    }
  }
}

function sessionRequired(): Refusal {
  return new Refusal(
    'session-required',
    'Submit as the last step of a paced session; for clients that know none, the operator sets --pacing offered',
  );
}

/** Lets a request through whose token is usable, or was spent within its life, one at a time for each token. Expiry counts from its arrival. */
function admitToken({ limits, now, store }: RouteDependencies): MiddlewareHandler<Environment> {
  const turns = createTurns();
  return async (context, next) => {
    const tokenHash = requireTokenHash(context);
    const arrivedAtMs = now();
    const endTurn = await turns.take(tokenHash);
    try {
      const token = await store.tokens.find(tokenHash);
      const state = tokenStateAt(token, arrivedAtMs);
      if (!token) throw tokenRefusal('unknown');
      const { accessKey, createdAtMs, expiresAtMs, jobId: spentOn, linkId, subjectHash } = token;
      if (linkId !== undefined && !spentOn)
        await requireLatestAttempt(linkId, tokenHash, { store });
      // A spent one may be the same submission again.
      const mayRepeat = state === 'used' && arrivedAtMs < expiresAtMs;
      if (state !== 'usable' && !mayRepeat) throw tokenRefusal(state);
      await countPersonRequest(token, { limits });
      context.set('submission', {
        tokenHash,
        accessKey,
        subjectHash,
        arrivedAtMs,
        createdAtMs,
        linkId,
        spentOn,
      });
      await next();
    } finally {
      endTurn();
    }
  };
}

/** What the analysis and the backend are told of the session that a submission ends. */
function pacingOf(
  finished: FinishedSession | undefined,
): Pick<AnalysisRequest, 'paced' | 'session'> {
  return finished ? { paced: finished.paced, session: finished.facts } : {};
}
