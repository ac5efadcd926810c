import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { SESSION_FRAMES_PATH } from '../../submission/session-wire.ts';
import { MAX_IMAGE_BYTES } from '../../submission/wire.ts';
import type { StoredToken } from '../auth/submission-token.ts';
import type { App, Environment, RouteDependencies } from './environment.ts';
import { holdFrame, readFrame } from './hold-frame.ts';
import { limitBody } from './read-body.ts';
import { Refusal } from './refusal.ts';
import { requireSession } from './require-session.ts';
import { reserveBody } from './reserve-body.ts';
import { createTurns } from './turns.ts';

/** The endpoint that takes the frames of a paced session, each after a step has committed to it. */
export function addFrameRoute(
  app: App,
  dependencies: RouteDependencies,
  admit: MiddlewareHandler<Environment>,
): void {
  const { bodyBudget, settings, store } = dependencies;
  const turns = createTurns();
  const reserve = reserveBody(bodyBudget, MAX_IMAGE_BYTES, (context) => {
    const { token, tokenHash } = context.get('token');
    return token.subjectHash ?? tokenHash;
  });

  app.post(SESSION_FRAMES_PATH, admit, reserve, limitBody(MAX_IMAGE_BYTES), async (context) => {
    const { token, tokenHash } = context.get('token');
    if (context.req.header('content-type') !== 'image/jpeg') {
      throw new Refusal('unsupported-media-type', 'Send the frame as image/jpeg');
    }
    await requireSession(context, tokenHash, dependencies);
    // One body at a time, so that a token's holder cannot make the server hold many.
    const endTurn = await turns.take(tokenHash);
    try {
      const jpeg = Buffer.from(await context.req.arrayBuffer());
      return context.json({ ok: true, missing: await keepFrame(context, token, jpeg) });
    } finally {
      endTurn();
    }
  });

  /** Keeps a frame that was committed to, and answers how many are still missing. */
  async function keepFrame(context: Context, token: StoredToken, jpeg: Buffer): Promise<number> {
    const { tokenHash } = token;
    const { session } = await requireSession(context, tokenHash, dependencies);
    const committed = session.done.flatMap(({ frames }) => frames);
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    const frame = committed.find((candidate) => candidate.sha256 === sha256);
    if (!frame) throw new Refusal('frame-unknown', 'No commitment names this image');
    await holdFrame(token, readFrame(jpeg, frame, settings), dependencies);
    const held = await store.sessions.frameHashes(tokenHash);
    return committed.filter((candidate) => !held.includes(candidate.sha256)).length;
  }
}
