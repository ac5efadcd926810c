import { SIGNING_KEYS_PATH } from '../../submission/job-wire.ts';
import { type ApiDocument, describeApi } from '../openapi/describe-api.ts';
import { DOCS_CONTENT_SECURITY_POLICY, renderDocs } from '../openapi/docs-page.ts';
import { OPERATIONS } from '../openapi/operations.ts';
import { readVersion } from '../read-version.ts';
import type { App, RouteDependencies } from './environment.ts';

/** The description of the service, for machines and as a page. Holds only what this service has switched on. */
export function addDocRoutes(app: App, { settings }: Pick<RouteDependencies, 'settings'>): void {
  const operations = OPERATIONS.filter(
    ({ path, tag }) =>
      (settings.metrics || path !== '/metrics') &&
      (settings.signingKeys !== '' || path !== SIGNING_KEYS_PATH) &&
      (settings.publicUrl !== undefined || tag !== 'Checks by link') &&
      (settings.pacing !== 'off' || tag !== 'Paced sessions'),
  );
  let described: ApiDocument | undefined;
  const describe = () => {
    described ??= describeApi(operations, { ...settings, version: readVersion() });
    return described;
  };
  app.get('/openapi.json', (context) => context.json(describe()));
  app.get('/docs', async (context) =>
    context.html(await renderDocs(describe()), 200, {
      'content-security-policy': DOCS_CONTENT_SECURITY_POLICY,
    }),
  );
}
