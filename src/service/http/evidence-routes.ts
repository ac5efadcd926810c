import type { Context, MiddlewareHandler } from 'hono';
import { ERASURES_PATH, erasureRequestSchema } from '../../submission/job-wire.ts';
import { JOB_ID_SHAPE, JOBS_PATH, JPEG_DATA_URI_PREFIX } from '../../submission/wire.ts';
import { evidenceFileOf } from '../audit/evidence-file.ts';
import type { StoredJob } from '../jobs/job.ts';
import { hashSubject } from '../jobs/lockout.ts';
import { requireAccessKey } from './authenticate.ts';
import type { App, Environment, RouteDependencies } from './environment.ts';
import { limitBody, parseJson, requireJson, requireShape } from './read-body.ts';
import { Refusal } from './refusal.ts';

const MAX_ERASURE_BYTES = 4096;

/** The evidence of a job, for its access key: the images that are kept, the chain in one file, and their erasure. */
export function addEvidenceRoutes(app: App, dependencies: RouteDependencies): void {
  const { logger, now, openImages, signing, store } = dependencies;

  const admit: MiddlewareHandler<Environment> = async (context, next) => {
    context.set('key', await requireAccessKey(context, dependencies));
    await next();
  };

  app.get(`${JOBS_PATH}/:id/images`, admit, async (context) => {
    const { id: jobId } = await requireOwnJob(context);
    const images = await openImages(jobId);
    if (images.length === 0) throw new Refusal('not-found', 'No image of this job is kept');
    logger.info(
      { requestId: context.get('requestId'), jobId, images: images.length },
      'images were read',
    );
    const uris = images.map((jpeg) => JPEG_DATA_URI_PREFIX + jpeg.toString('base64'));
    return context.json({ ok: true, images: uris });
  });

  app.get(`${JOBS_PATH}/:id/evidence`, admit, async (context) => {
    const job = await requireOwnJob(context);
    const file = evidenceFileOf(job, await signing?.sign(job));
    if (!file) throw new Refusal('not-found', 'The job is not finished');
    logger.info({ requestId: context.get('requestId'), jobId: job.id }, 'evidence was read');
    return context.json(file);
  });

  app.delete(`${JOBS_PATH}/:id`, admit, async (context) => {
    const { id, linkId } = await requireOwnJob(context);
    // Before the job, which leads to it: who was cut off in between asks again.
    const links = linkId !== undefined && (await store.links.erase(linkId)) ? 1 : 0;
    return context.json(await erase(context, [id], links));
  });

  app.post(ERASURES_PATH, admit, limitBody(MAX_ERASURE_BYTES), requireJson, async (context) => {
    const { subject } = requireShape(erasureRequestSchema, parseJson(await context.req.text()));
    const { accessKey } = context.get('key');
    const subjectHash = hashSubject(accessKey, 'subject', subject);
    const links = await store.links.eraseOf(subjectHash);
    return context.json(await erase(context, await store.jobs.idsOf(subjectHash), links));
  });

  /** Erases jobs with all that belongs to them. What is erased already counts for nothing. */
  async function erase(context: Context<Environment>, jobIds: readonly string[], links: number) {
    const erased: string[] = [];
    let images = 0;
    for (const jobId of jobIds) {
      const count = await store.jobs.erase(jobId);
      if (count === undefined) continue;
      erased.push(jobId);
      images += count;
    }
    logger.info(
      { requestId: context.get('requestId'), jobIds: erased, images, links },
      'jobs were erased',
    );
    return { ok: true, erased_at: new Date(now()).toISOString(), job_ids: erased, images, links };
  }

  /** Somebody else's job and no job look the same. */
  async function requireOwnJob(context: Context<Environment>): Promise<StoredJob> {
    const id = context.req.param('id') ?? '';
    const job = JOB_ID_SHAPE.test(id) ? await store.jobs.find(id) : undefined;
    if (job?.accessKey === context.get('key').accessKey) return job;
    throw new Refusal('not-found', 'Job is not found');
  }
}
