import type { Context } from 'hono';
import { JOBS_PATH } from '../../submission/wire.ts';
import { isAuthorizationKey } from '../auth/authorization.ts';
import { type JobReader, jobAnswerOf, jobDetailsOf, mayRead } from '../jobs/job.ts';
import { requireAccessKey, requireTokenHash, tokenRefusal } from './authenticate.ts';
import type { App, RouteDependencies } from './environment.ts';
import { Refusal } from './refusal.ts';

const JOB_ID_SHAPE = /^[\w-]{1,64}$/;

/**
 * The endpoint that gives results. Somebody else's job and no job look the same.
 * A spent token goes on reading its own job for as long as the result is kept: its 5 minutes are for submitting.
 */
export function addJobRoute(app: App, dependencies: RouteDependencies): void {
  app.get(`${JOBS_PATH}/:id`, async (context) => {
    const reader = await identifyReader(context, dependencies);
    const id = context.req.param('id');
    const job = JOB_ID_SHAPE.test(id) ? await dependencies.store.jobs.find(id) : undefined;
    if (!job || !mayRead(job, reader)) throw new Refusal('not-found', 'Job is not found');
    const answer = jobAnswerOf(job);
    if (!('accessKey' in reader)) return context.json(answer);
    const jws = await dependencies.signing?.sign(job);
    const signed = jws !== undefined && { verdict_jws: jws };
    return context.json({ ...answer, details: jobDetailsOf(job), ...signed });
  });
}

async function identifyReader(
  context: Context,
  dependencies: RouteDependencies,
): Promise<JobReader> {
  if (isAuthorizationKey(context.req.header('authorization') ?? '')) {
    const { accessKey } = await requireAccessKey(context, dependencies);
    return { accessKey };
  }
  const tokenHash = requireTokenHash(context);
  // No guess: backends poll for many pages, and a service that was restored has forgotten their tokens. There is nothing
  // to guess in 200 random bits.
  if (!(await dependencies.store.tokens.find(tokenHash))) throw tokenRefusal('unknown', false);
  return { tokenHash };
}
