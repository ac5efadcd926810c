import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { SESSION_PATH } from '../../submission/session-wire.ts';
import { FACE_LIVENESS_PATH, JOBS_PATH } from '../../submission/wire.ts';
import { SIGNED_HEADER } from '../auth/signature.ts';
import { describeError } from '../describe-error.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import { addDocRoutes } from './doc-routes.ts';
import type { App, Environment, RouteDependencies } from './environment.ts';
import { addEvidenceRoutes } from './evidence-routes.ts';
import { addJobRoute } from './job-route.ts';
import { addKeyRoutes } from './key-routes.ts';
import { limitAddresses } from './limit-requests.ts';
import { addLinkRoutes } from './link-routes.ts';
import { addOperatorRoutes, OPERATOR_PATHS, refuseForeignPages } from './operator-routes.ts';
import { addPageRoutes } from './page-routes.ts';
import { addPublishedKeysRoute } from './published-keys-route.ts';
import { Refusal, writeRefusal } from './refusal.ts';
import { addSessionRoutes } from './session-routes.ts';
import { addSubmitRoute } from './submit-route.ts';
import { tellRefusedOrigins } from './tell-refused-origins.ts';
import { watchRequests } from './watch-requests.ts';

/** How long a browser may remember the answer to a preflight. */
const PREFLIGHT_MAX_AGE_SECONDS = 600;

/** The HTTP face of the service. Every refusal, whatever its cause, has the contract's error shape. */
export function createApp(dependencies: RouteDependencies): App {
  const { logger, settings } = dependencies;
  // Not strict: hosts that end every path with a slash reach the same routes.
  const app: App = new Hono<Environment>({ strict: false }).basePath(settings.basePath);

  // Its own, never the client's: what a client sends could be its token, and would be logged.
  app.use(requestId({ headerName: '' }));
  app.use(watchRequests(dependencies));
  app.use(setSafeHeaders);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => {
        context.header('allow', methods.join(', '));
        return writeRefusal(context, new Refusal('method-not-allowed', 'Method is not allowed'));
      },
    }),
  );
  const allowOrigins = cors({
    origin: settings.allowedOrigins.includes('*') ? '*' : settings.allowedOrigins,
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['authorization', 'content-type', SIGNED_HEADER],
    exposeHeaders: ['retry-after', 'x-request-id'],
    maxAge: PREFLIGHT_MAX_AGE_SECONDS,
  });
  const tellRefused = tellRefusedOrigins({ logger });
  app.use(FACE_LIVENESS_PATH, tellRefused, allowOrigins);
  app.use(`${JOBS_PATH}/:id`, tellRefused, allowOrigins);
  // Where pacing is off too: a page must be able to read the 404.
  app.use(`${SESSION_PATH}/*`, tellRefused, allowOrigins);

  for (const path of OPERATOR_PATHS) app.use(path, refuseForeignPages);
  addOperatorRoutes(app, dependencies);
  if (settings.api && settings.docs) addDocRoutes(app, dependencies);

  // After the rules for origins, so that pages can read a 429; before the routes, so that nothing is read in vain.
  app.use(limitAddresses(dependencies));
  if (settings.api) {
    addKeyRoutes(app, dependencies);
    addSubmitRoute(app, dependencies);
    if (settings.pacing !== 'off') addSessionRoutes(app, dependencies);
    addJobRoute(app, dependencies);
    addEvidenceRoutes(app, dependencies);
    if (dependencies.signing) addPublishedKeysRoute(app, dependencies.signing.published);
    if (dependencies.pageFolder !== undefined) {
      addLinkRoutes(app, dependencies);
      addPageRoutes(app, { ...dependencies, pageFolder: dependencies.pageFolder });
    }
  }

  app.notFound((context) => writeRefusal(context, new Refusal('not-found', 'No such endpoint')));
  app.onError((error, context) => {
    if (error instanceof Refusal) return writeRefusal(context, error);
    if (error instanceof StoreUnavailable) {
      logger.warn(
        { requestId: context.get('requestId'), ...describeError(error.cause) },
        'the store cannot be used',
      );
      return writeRefusal(
        context,
        new Refusal('store-unavailable', 'The service cannot reach its database; try again later'),
      );
    }
    if (context.req.raw.signal.aborted) {
      return writeRefusal(context, new Refusal('bad-request', 'The body did not arrive'));
    }
    logger.error(
      { requestId: context.get('requestId'), ...describeError(error) },
      'request failed unexpectedly',
    );
    return writeRefusal(context, new Refusal('internal-error', 'Something went wrong'));
  });
  return app;
}

const setSafeHeaders: MiddlewareHandler<Environment> = async (context, next) => {
  await next();
  if (!context.get('isPublic')) context.header('cache-control', 'no-store');
  context.header('x-content-type-options', 'nosniff');
  context.header('x-request-id', context.get('requestId'));
};
