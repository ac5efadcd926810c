import type { MiddlewareHandler } from 'hono';
import { FACE_LIVENESS_PATH } from '../../submission/wire.ts';
import { maxSubmissionBytes } from '../settings.ts';
import { mintUuid, tokenStateAt } from '../tokens/submission-token.ts';
import { requireTokenHash, tokenRefusal } from './authenticate.ts';
import type { App, Environment, RouteDependencies } from './environment.ts';
import { limitBody, requireJson } from './read-body.ts';
import { readSubmission } from './read-submission.ts';
import { Refusal } from './refusal.ts';
import { createTurns } from './turns.ts';

/**
 * The endpoint that takes the images. In this order: is the token usable (else nothing is read), is the body within
 * its limit, is it what the contract asks (else the token stays good), and then token and job in one transaction.
 */
export function addSubmitRoute(app: App, dependencies: RouteDependencies): void {
  const { logger, onAccepted, random, settings, store } = dependencies;

  app.post(
    FACE_LIVENESS_PATH,
    admitToken(dependencies),
    limitBody(maxSubmissionBytes(settings)),
    requireJson,
    async (context) => {
      const { tokenHash, accessKey, arrivedAtMs } = context.get('submission');
      const request = await readSubmission(await context.req.text(), settings);
      const job = { id: mintUuid(random), tokenHash, accessKey, request };
      const acceptance = await store.jobs.accept(job, {
        nowMs: arrivedAtMs,
        maxOpenJobs: settings.maxOpenJobs,
      });
      if (acceptance === 'full') throw new Refusal('busy', 'Too many jobs are waiting');
      if (acceptance !== 'accepted') throw tokenRefusal(acceptance);
      logger.info({ jobId: job.id, images: request.images.length }, 'job accepted');
      onAccepted();
      return context.json({ job_id: job.id, ok: true }, 202);
    },
  );
}

/** Lets a request with a usable token through, one at a time for each token. Expiry counts from its arrival. */
function admitToken({ now, store }: RouteDependencies): MiddlewareHandler<Environment> {
  const turns = createTurns();
  return async (context, next) => {
    const tokenHash = requireTokenHash(context);
    const arrivedAtMs = now();
    const endTurn = await turns.take(tokenHash);
    try {
      const token = await store.tokens.find(tokenHash);
      const state = tokenStateAt(token, arrivedAtMs);
      if (!token || state !== 'usable') throw tokenRefusal(state === 'usable' ? 'unknown' : state);
      context.set('submission', { tokenHash, accessKey: token.accessKey, arrivedAtMs });
      await next();
    } finally {
      endTurn();
    }
  };
}
