import type { Context, MiddlewareHandler } from 'hono';
import {
  LINK_ENDS_PATH,
  LINK_LOOK_PATH,
  LINK_TOKENS_PATH,
  LINK_VISITS_PATH,
  LINKS_PATH,
  linkRequestSchema,
  visitRequestSchema,
} from '../../submission/link-wire.ts';
import { hashSubmissionToken, mintSubmissionToken } from '../auth/submission-token.ts';
import type { StoredJob } from '../jobs/job.ts';
import {
  hashLinkSecret,
  isSecretOf,
  linkStateAt,
  MOST_LINK_TOKENS,
  parseLinkCredential,
  type StoredLink,
} from '../links/check-link.ts';
import { makeLink, mayReturnTo, returnAddressOf } from '../links/make-link.ts';
import { requireAccessKey } from './authenticate.ts';
import type { App, Environment, RouteDependencies } from './environment.ts';
import { countPersonToken, refuseLockedPerson } from './limit-requests.ts';
import { hasPassed, jobsOfLink } from './link-attempts.ts';
import { limitBody, parseJson, requireJson, requireShape } from './read-body.ts';
import { Refusal } from './refusal.ts';

/** An address, a state and a name. */
const MAX_LINK_REQUEST_BYTES = 8192;
const MAX_VISIT_BYTES = 1024;
const DAY_MS = 86_400_000;

/**
 * Checks by link. A backend makes a link with its access key, asks after it and calls it back; the service's own page
 * looks at it, exchanges its secret once for a visit, gets the token of each attempt, and may give the check up.
 */
export function addLinkRoutes(app: App, dependencies: RouteDependencies): void {
  const { keyRing, metrics, now, random, settings, store } = dependencies;

  const admit: MiddlewareHandler<Environment> = async (context, next) => {
    context.set('key', await requireAccessKey(context, dependencies));
    await next();
  };

  app.post(LINKS_PATH, admit, limitBody(MAX_LINK_REQUEST_BYTES), requireJson, async (context) => {
    const request = requireShape(linkRequestSchema, parseJson(await context.req.text()));
    if (request.return_url !== undefined && !mayReturnTo(request.return_url, settings)) {
      throw new Refusal('bad-request', 'The body does not have the expected shape', [
        { path: 'return_url', message: 'Expected an address at an origin of --return-origin' },
      ]);
    }
    const { accessKey } = context.get('key');
    const { link, url } = makeLink(request, { accessKey, settings, random, nowMs: now() });
    await store.links.add(link);
    return context.json({ ok: true, id: link.id, url, expires_at: timeOf(link.expiresAtMs) }, 201);
  });

  // Before those with an id: their names are no ids.
  app.post(LINK_LOOK_PATH, async (context) => {
    const { link } = await requireLink(context);
    requireUsable(await stateOf(link), ['open']);
    const { keepImagesMs, pageName, pageLogo, pagePrivacy, pageRecipient } = settings;
    return context.json({
      ok: true,
      language: link.language ?? null,
      name: pageName,
      recipient: pageRecipient || pageName,
      retention_days: Math.ceil(keepImagesMs / DAY_MS),
      privacy: pagePrivacy || null,
      has_logo: pageLogo !== '',
      gesture_count: settings.sessionGestureCount,
      return_url: returnAddressOf(link) ?? null,
    });
  });

  // The link comes first: a stranger's body is not read.
  const admitLink: MiddlewareHandler<Environment> = async (context, next) => {
    context.set('link', await requireLink(context));
    await next();
  };
  const visitBody = limitBody(MAX_VISIT_BYTES);
  app.post(LINK_VISITS_PATH, admitLink, visitBody, requireJson, async (context) => {
    const stored = context.get('link');
    const { visit } = requireShape(visitRequestSchema, parseJson(await context.req.text()));
    const hash = hashLinkSecret(visit);
    // The same visit once more is one whose answer was lost.
    if (stored.link.visit?.hash !== hash) {
      requireUsable(await stateOf(stored.link), ['open']);
      const visited = { ...stored.link, visit: { hash, atMs: now() } };
      if (!(await store.links.replace(visited, stored.revision))) throw linkUsed();
    }
    return context.json({ ok: true }, 201);
  });

  app.post(LINK_TOKENS_PATH, async (context) => {
    const { link, revision } = await requireVisit(context);
    const jobs = await jobsOfLink(link, dependencies);
    requireUsable(await stateOf(link, jobs), ['visited']);
    // The next attempt follows a verdict: or two faces could pass with one link.
    if (jobs.some(({ outcome }) => !outcome)) {
      throw new Refusal('busy', 'An attempt of this link is being judged');
    }
    if (link.tokenHashes.length >= MOST_LINK_TOKENS) throw linkUsed();
    await refuseLockedPerson(link.subjectHash, dependencies);
    await countPersonToken(link.subjectHash, dependencies);
    const token = mintSubmissionToken(random);
    const tokenHash = hashSubmissionToken(token) as string;
    const given = { ...link, tokenHashes: [...link.tokenHashes, tokenHash] };
    // Another page of the same visit: it asks again.
    if (!(await store.links.replace(given, revision))) {
      throw new Refusal('busy', 'The link was changed in the meantime');
    }
    const createdAtMs = now();
    await store.tokens.add({
      tokenHash,
      accessKey: link.accessKey,
      createdAtMs,
      expiresAtMs: createdAtMs + settings.tokenLifetimeMs,
      jobId: undefined,
      subjectHash: link.subjectHash,
      linkId: link.id,
    });
    metrics.tokenMinted();
    return context.json({ ok: true, submission_token: token });
  });

  app.post(LINK_ENDS_PATH, async (context) => {
    await revoke(() => requireVisit(context));
    return context.json({ ok: true });
  });

  app.get(`${LINKS_PATH}/:id`, admit, async (context) =>
    context.json(await describe(await requireOwnLink(context))),
  );

  app.post(`${LINKS_PATH}/:id/revoke`, admit, async (context) =>
    context.json(await describe(await revoke(() => requireOwnLink(context)))),
  );

  /** Calls a link back, as often as one likes; read anew when somebody else was quicker. */
  async function revoke(read: () => Promise<StoredLink>): Promise<StoredLink> {
    for (;;) {
      const stored = await read();
      const { link, revision } = stored;
      if (link.revokedAtMs !== undefined) return stored;
      const revoked = { ...link, revokedAtMs: now() };
      if (await store.links.replace(revoked, revision)) return { link: revoked, revision };
    }
  }

  async function describe({ link }: StoredLink) {
    const jobs = await jobsOfLink(link, dependencies);
    return {
      ok: true,
      id: link.id,
      expires_at: timeOf(link.expiresAtMs),
      state: await stateOf(link, jobs),
      job_ids: jobs.map(({ id }) => id),
    };
  }

  async function stateOf(link: StoredLink['link'], known?: readonly StoredJob[]) {
    // Who has stolen a key has made links that outlive it.
    if (!(await keyRing.secretDigestOf(link.accessKey))) return 'revoked';
    const state = linkStateAt(link, now());
    const jobs = known ?? (await jobsOfLink(link, dependencies));
    return hasPassed(jobs) ? 'passed' : state;
  }

  /** The link of the secret in `authorization`; to who guesses, no link and a wrong secret look the same. */
  async function requireLink(context: Context): Promise<StoredLink> {
    return requireHolder(context, ({ secretHash }) => secretHash);
  }

  async function requireVisit(context: Context): Promise<StoredLink> {
    return requireHolder(context, ({ visit }) => visit?.hash);
  }

  async function requireHolder(
    context: Context,
    hashOf: (link: StoredLink['link']) => string | undefined,
  ): Promise<StoredLink> {
    const credential = parseLinkCredential(context.req.header('authorization') ?? '');
    const stored = credential && (await store.links.find(credential.id));
    const hash = stored && hashOf(stored.link);
    if (!stored || !hash || !isSecretOf(credential.secret, hash)) {
      throw new Refusal('link-unknown', 'There is no such link', [], { guess: true });
    }
    return stored;
  }

  /** Somebody else's link and no link look the same. */
  async function requireOwnLink(context: Context<Environment>): Promise<StoredLink> {
    const stored = await store.links.find(context.req.param('id') ?? '');
    if (stored?.link.accessKey === context.get('key').accessKey) return stored;
    throw new Refusal('not-found', 'Link is not found');
  }
}

type State = 'open' | 'visited' | 'passed' | 'expired' | 'revoked';

function requireUsable(state: State, usable: readonly State[]): void {
  if (usable.includes(state)) return;
  if (state === 'expired') throw new Refusal('link-expired', 'The link has expired');
  if (state === 'revoked') throw new Refusal('link-revoked', 'The link was called back');
  throw linkUsed();
}

function linkUsed(): Refusal {
  return new Refusal('link-used', 'The link has been used');
}

function timeOf(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
